package io.marquetry.ui.common.screen;

import javafx.scene.Parent;

/**
 * A sheet as it stands above the window, in one language.
 *
 * @param root what is shown
 * @param onEscape decides what Escape does
 * @param follows what it listens to; ends when the sheet is replaced or closed
 */
public record OpenSheet(Parent root, Runnable onEscape, Follows follows) implements AutoCloseable {

    /** Lets go of the model, which outlives the sheet. */
    @Override
    public void close() {
        follows.close();
    }
}
