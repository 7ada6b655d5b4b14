package io.marquetry.ui.shell;

/**
 * Where the window was; coordinates of the whole desktop, in JavaFX's units.
 *
 * @param maximised whether it filled its screen; the other values then hold what it returns to
 */
public record WindowPlace(double x, double y, double width, double height, boolean maximised) {

    /** Returns whether all values are numbers that a window can have. */
    public boolean isUsable() {
        return Double.isFinite(x)
                && Double.isFinite(y)
                && width >= 200
                && height >= 150
                && width <= 20_000
                && height <= 20_000;
    }
}
