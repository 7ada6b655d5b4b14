package io.marquetry.ui.common.screen;

import io.marquetry.ui.navigation.Destination;
import io.marquetry.ui.navigation.Screen;

import java.util.Optional;

/**
 * Makes one screen of the window. It lives as long as the workspace is open and keeps the screen's
 * model, so that a change of language or theme loses nothing.
 */
public interface ScreenMaker {

    /** Returns which screen it makes. */
    Screen screen();

    /**
     * Makes the screen anew, in the language of the desk. Whoever asked closes it when it is
     * replaced.
     */
    OpenScreen open(Desk desk);

    /** Returns how the screen takes the user there; empty where that is not of this screen. */
    default Optional<Way> way(Destination destination) {
        return Optional.empty();
    }

    /**
     * Runs the action once nothing of this screen would be lost by closing the window; never, if
     * the user wants to stay.
     */
    default void beforeClosing(Desk desk, Runnable close) {
        close.run();
    }
}
