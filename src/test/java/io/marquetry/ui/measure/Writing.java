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

import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

import java.util.ArrayList;
import java.util.List;

/** Writes Chinese into a field as an input method does. */
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
    private final FxRobot robot;

    public Writing(Scene scene, FxRobot robot) {
        this.scene = scene;
        this.robot = robot;
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
        robot.interact(field::requestFocus);
        WaitForAsyncUtils.waitForFxEvents();
        Node focused = scene.getFocusOwner();
        robot.interact(() -> Event.fireEvent(field, event("ni", "")));
        String composed = field.getText();
        for (KeyCode command : COMMANDS) {
            robot.type(command);
            WaitForAsyncUtils.waitForFxEvents();
            boolean stays =
                    focused.equals(scene.getFocusOwner())
                            && field.getScene() != null
                            && field.getText().equals(composed);
            if (!stays) {
                wrong.add(command + " was a command in " + Seen.name(field));
                return wrong;
            }
        }
        robot.interact(() -> Event.fireEvent(field, event("", "你")));
        WaitForAsyncUtils.waitForFxEvents();
        if (!field.getText().contains("你")) {
            wrong.add("the word is lost in " + Seen.name(field) + ": " + field.getText());
        }
        robot.interact(() -> field.setText(before));
        WaitForAsyncUtils.waitForFxEvents();
        return wrong;
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
