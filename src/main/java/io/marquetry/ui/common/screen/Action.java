package io.marquetry.ui.common.screen;

import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;

/**
 * Something a screen can do when a menu asks for it.
 *
 * @param label what the menu says, for example “Undo: add user_level_gold”
 * @param enabled whether it can be done now
 * @param run does it; called on the FX thread
 */
public record Action(ObservableValue<String> label, ObservableBooleanValue enabled, Runnable run) {

    /** Makes an action that has one label. */
    public static Action of(String label, ObservableBooleanValue enabled, Runnable run) {
        return new Action(new ReadOnlyStringWrapper(label), enabled, run);
    }

    /** Lets a button do it while it can be done; the button keeps its own words. */
    public void onto(Button button) {
        button.disableProperty().bind(Bindings.not(enabled));
        button.setOnAction(event -> run.run());
    }

    /** Returns the same action, to be done only while something else holds as well. */
    public Action only(ObservableBooleanValue holds) {
        return new Action(label, Bindings.and(enabled, holds), run);
    }

    /** Makes an action that can always be done. */
    public static Action always(String label, Runnable run) {
        return of(label, new SimpleBooleanProperty(true), run);
    }
}
