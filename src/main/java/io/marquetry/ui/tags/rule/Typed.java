package io.marquetry.ui.tags.rule;

import io.marquetry.ui.common.screen.Follows;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.TextInputControl;

import java.util.Optional;

/**
 * Joins text fields with what they edit. Only what the user types goes into the model: a field that
 * cannot show a value exactly, a line break for example, leaves it as it is.
 */
public final class Typed {

    private Typed() {}

    /** Shows the text and takes over what is typed. */
    public static void into(TextInputControl field, StringProperty model) {
        field.setText(model.get());
        field.textProperty().subscribe((old, typed) -> model.set(typed));
    }

    /** Shows the text also when it follows something else, and takes over what is typed. */
    public static void into(TextInputControl field, StringProperty model, Follows follows) {
        into(field, model);
        follows.changes(
                model,
                () -> {
                    if (!model.get().equals(field.getText())) {
                        field.setText(model.get());
                    }
                });
    }

    /** Shows the text and takes over what is typed; an emptied field stands for nothing. */
    public static void into(TextInputControl field, ObjectProperty<Optional<String>> model) {
        field.setText(model.get().orElse(""));
        field.textProperty()
                .subscribe(
                        (old, typed) ->
                                model.set(typed.isEmpty() ? Optional.empty() : Optional.of(typed)));
    }
}
