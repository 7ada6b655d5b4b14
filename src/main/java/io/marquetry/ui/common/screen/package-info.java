/** What a screen is made of: its view, its commands, its way to others, and the sheets over it. */
package io.marquetry.ui.common.screen;
