package io.marquetry.ui.common.screen;

import javafx.scene.Parent;

import java.util.Map;

/**
 * A screen as it stands in the window, in one language.
 *
 * @param root what is shown
 * @param actions what the menus can ask of it
 * @param shown runs each time the screen comes to the front: the moment to load afresh
 * @param follows what it listens to; ends with it
 */
public record OpenScreen(Parent root, Map<Command, Action> actions, Runnable shown, Follows follows)
        implements AutoCloseable {

    /** Copies the actions. */
    public OpenScreen {
        actions = Map.copyOf(actions);
    }

    /** Lets go of the models, which outlive the screen. */
    @Override
    public void close() {
        follows.close();
    }
}
