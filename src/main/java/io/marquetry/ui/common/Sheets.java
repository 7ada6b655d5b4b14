package io.marquetry.ui.common;

import javafx.scene.Parent;

/**
 * Shows one part above the whole window, for questions and short tasks. What lies below cannot be
 * reached meanwhile. Escape closes the sheet unless it asks to stay.
 */
public interface Sheets {

    /** Shows a sheet that Escape closes; one that is open already is replaced. */
    default void show(Parent sheet) {
        show(sheet, this::close);
    }

    /** Shows a sheet that decides itself what Escape does; one that is open is replaced. */
    void show(Parent sheet, Runnable onEscape);

    /** Closes the sheet and gives the focus back to where it was; does nothing if none is open. */
    void close();
}
