package io.marquetry.ui.common;

import javafx.scene.Parent;

import java.util.Map;

/**
 * A screen as it stands in the window, in one language.
 *
 * @param root what is shown
 * @param actions what the menus can ask of it
 * @param shown runs each time the screen comes to the front: the moment to load afresh
 */
public record OpenScreen(Parent root, Map<Command, Action> actions, Runnable shown) {

    /** Copies the actions. */
    public OpenScreen {
        actions = Map.copyOf(actions);
    }
}
