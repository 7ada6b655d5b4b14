/** A chart as nodes that answer to the mouse, with its menu and its frame. */
package io.marquetry.ui.review.paint;
