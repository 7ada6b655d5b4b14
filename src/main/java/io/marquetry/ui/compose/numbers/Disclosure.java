package io.marquetry.ui.compose.numbers;

import io.marquetry.ui.common.screen.Follows;

import javafx.beans.property.BooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;

import org.kordamp.ikonli.javafx.FontIcon;

/** A heading that opens and closes what is below it. */
final class Disclosure {

    private Disclosure() {}

    /** Lets the toggle show and hide the body; the model remembers which. */
    static void bind(
            ToggleButton toggle, FontIcon arrow, Node body, BooleanProperty open, Follows follows) {
        body.managedProperty().bind(body.visibleProperty());
        follows.on(
                open,
                shown -> {
                    toggle.setSelected(shown);
                    body.setVisible(shown);
                    arrow.setIconLiteral(shown ? "fth-chevron-down" : "fth-chevron-right");
                });
        toggle.setOnAction(event -> open.set(toggle.isSelected()));
    }
}
