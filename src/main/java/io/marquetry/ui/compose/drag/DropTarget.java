package io.marquetry.ui.compose.drag;

/** A part of the screen where things can be let go; coordinates are its own. */
public interface DropTarget {

    /** Returns the place that lies under the mouse. */
    DropPlace placeAt(double x, double y);

    /** Shows where the thing would go, or that it must not. */
    void mark(DropPlace place, boolean allowed);

    /** Shows nothing any more. */
    void unmark();
}
