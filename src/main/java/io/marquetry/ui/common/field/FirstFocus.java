package io.marquetry.ui.common.field;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;

import java.util.Optional;
import java.util.function.Predicate;

/**
 * Puts the focus where work on a screen begins: into its first field or list, else on the button
 * that Enter presses, else on its first control.
 */
public final class FirstFocus {

    private FirstFocus() {}

    /** Focuses within a part, unless the focus is there already. */
    public static void in(Parent part) {
        if (part.getScene() == null || isWithin(part.getScene().getFocusOwner(), part)) {
            return;
        }
        // What a pane scrolls takes the focus only once the pane has its skin.
        part.applyCss();
        first(part, FirstFocus::begins)
                .or(() -> first(part, node -> node instanceof Button one && one.isDefaultButton()))
                .or(() -> first(part, node -> true))
                .ifPresent(Node::requestFocus);
    }

    private static boolean begins(Node node) {
        return node instanceof TextInputControl
                || node instanceof ComboBoxBase<?>
                || node instanceof TableView<?>;
    }

    private static boolean isWithin(Node node, Parent part) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (part.equals(at)) {
                return true;
            }
        }
        return false;
    }

    private static Optional<Node> first(Parent parent, Predicate<Node> wanted) {
        for (Node child : parent.getChildrenUnmodifiable()) {
            if (!child.isVisible() || child.isDisabled()) {
                continue;
            }
            if (child.isFocusTraversable()
                    && !(child instanceof ScrollPane)
                    && wanted.test(child)) {
                return Optional.of(child);
            }
            // What a pane scrolls is its child only after the first layout.
            Node held = child instanceof ScrollPane pane ? pane.getContent() : child;
            Optional<Node> inside =
                    held instanceof Parent inner ? first(inner, wanted) : Optional.empty();
            if (inside.isPresent()) {
                return inside;
            }
        }
        return Optional.empty();
    }
}
