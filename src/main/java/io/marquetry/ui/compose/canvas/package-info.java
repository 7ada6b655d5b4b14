/**
 * The package as it is put together: nested groups of the audience, the other zones, and the
 * expression as text.
 */
package io.marquetry.ui.compose.canvas;
