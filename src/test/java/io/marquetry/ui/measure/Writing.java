package io.marquetry.ui.measure;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.InputMethodEvent;
import javafx.scene.input.InputMethodHighlight;
import javafx.scene.input.InputMethodTextRun;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import java.util.ArrayList;
import java.util.List;

/** Writes Chinese into a field as an input method does. Call it on the FX thread. */
public final class Writing {

    private static final List<KeyCode> COMMANDS =
            List.of(
                    KeyCode.DOWN,
                    KeyCode.UP,
                    KeyCode.SLASH,
                    KeyCode.DELETE,
                    KeyCode.F6,
                    KeyCode.ENTER,
                    KeyCode.ESCAPE);

    private final Scene scene;

    public Writing(Scene scene) {
        this.scene = scene;
    }

    /** Returns the fields of a scene that take text now. */
    public static List<TextInputControl> fields(Scene scene) {
        return Seen.nodes(
                        scene, node -> node instanceof TextInputControl field && field.isEditable())
                .stream()
                .filter(node -> Seen.part(node).isPresent())
                .map(TextInputControl.class::cast)
                .toList();
    }

    /** Composes a word in a field, presses keys that are commands elsewhere, and takes the word. */
    public List<String> compose(TextInputControl field) {
        List<String> wrong = new ArrayList<>();
        String before = field.getText();
        field.requestFocus();
        Node focused = scene.getFocusOwner();
        Event.fireEvent(field, event("ni", ""));
        String composed = field.getText();
        for (KeyCode command : COMMANDS) {
            Event.fireEvent(focused, pressed(command));
            boolean stays =
                    focused.equals(scene.getFocusOwner())
                            && scene.equals(field.getScene())
                            && field.getText().equals(composed);
            if (!stays) {
                wrong.add(command + " was a command in " + Seen.name(field));
                return wrong;
            }
        }
        Event.fireEvent(field, event("", "你"));
        if (!field.getText().contains("你")) {
            wrong.add("the word is lost in " + Seen.name(field) + ": " + field.getText());
        }
        field.setText(before);
        return wrong;
    }

    private static KeyEvent pressed(KeyCode key) {
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false);
    }

    private static InputMethodEvent event(String composed, String committed) {
        ObservableList<InputMethodTextRun> runs = FXCollections.observableArrayList();
        if (!composed.isEmpty()) {
            runs.add(new InputMethodTextRun(composed, InputMethodHighlight.UNSELECTED_RAW));
        }
        return new InputMethodEvent(
                InputMethodEvent.INPUT_METHOD_TEXT_CHANGED, runs, committed, composed.length());
    }
}
