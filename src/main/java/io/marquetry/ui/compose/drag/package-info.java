/** Dragging in the composer: what is dragged, where it would go, and which edit a drop makes. */
package io.marquetry.ui.compose.drag;
