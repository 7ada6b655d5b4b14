package io.marquetry.ui.measure;

import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextInputControl;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a screen reader is told of the controls of a scene. */
public final class Spoken {

    private static final Set<AccessibleRole> NO_ROLES =
            Set.of(AccessibleRole.NODE, AccessibleRole.PARENT);

    private Spoken() {}

    /** Returns the controls without a name or a role. Call it on the FX thread. */
    public static List<String> nameless(Scene scene) {
        List<String> found = new ArrayList<>();
        for (Node node : Seen.nodes(scene, Spoken::takesFocus)) {
            if (NO_ROLES.contains(node.getAccessibleRole())) {
                found.add("no role: " + Seen.name(node));
            }
            if (nameOf(node).isBlank()) {
                found.add("no name: " + Seen.name(node));
            }
        }
        return found;
    }

    private static boolean takesFocus(Node node) {
        return node.isFocusTraversable() && !(node instanceof ScrollPane) && !isPartOfField(node);
    }

    // The editor and the arrow of a field speak with the name of the field.
    private static boolean isPartOfField(Node node) {
        for (Node at = node.getParent(); at != null; at = at.getParent()) {
            if (at instanceof ComboBoxBase<?> || at instanceof Spinner<?>) {
                return true;
            }
        }
        return false;
    }

    private static String nameOf(Node node) {
        if (node.getAccessibleText() != null) {
            return node.getAccessibleText();
        }
        Object label = node.queryAccessibleAttribute(AccessibleAttribute.LABELED_BY);
        if (label instanceof Node by) {
            return String.valueOf(by.queryAccessibleAttribute(AccessibleAttribute.TEXT));
        }
        if (node instanceof TextInputControl || node instanceof ComboBoxBase<?>) {
            return "";
        }
        Object text = node.queryAccessibleAttribute(AccessibleAttribute.TEXT);
        return text == null ? "" : text.toString();
    }
}
