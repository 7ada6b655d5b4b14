package io.marquetry.ui.common.screen;

import javafx.scene.Parent;

import java.util.function.Function;

/**
 * Shows one part above the whole window, for questions and short tasks. What lies below cannot be
 * reached meanwhile. Escape closes the sheet unless it asks to stay.
 */
public interface Sheets {

    /**
     * Shows a sheet that Escape closes, and that stays as it is when the language changes; one that
     * is open already is replaced.
     */
    void show(Parent sheet);

    /**
     * Shows a sheet; one that is open already is replaced.
     *
     * @param maker makes the sheet over a model that outlives it, and is asked again with the new
     *     desk when the language changes
     */
    void open(Function<Desk, OpenSheet> maker);

    /** Closes the sheet and gives the focus back to where it was; does nothing if none is open. */
    void close();
}
