package io.marquetry.ui.common.screen;

import java.util.function.Consumer;

/**
 * How a screen takes the user to something of its own.
 *
 * @param toFront whether the screen comes to the front first
 * @param then shows what is wanted
 */
public record Way(boolean toFront, Consumer<Desk> then) {

    /** Leads to the screen, and on from there. */
    public static Way onScreen(Consumer<Desk> then) {
        return new Way(true, then);
    }

    /** Leads to a sheet above whatever screen stands in front. */
    public static Way above(Consumer<Desk> then) {
        return new Way(false, then);
    }
}
