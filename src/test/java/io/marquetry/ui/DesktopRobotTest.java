package io.marquetry.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The robot that the screen tests rely on clicks and drags without a display. */
@ExtendWith(ApplicationExtension.class)
class DesktopRobotTest {
    private Button button;
    private Label target;

    @Start
    void show(Stage stage) {
        button = new Button("press");
        target = new Label("drop here");
        button.setId("source");
        target.setId("target");
        button.setOnAction(event -> button.setText("pressed"));
        button.setOnDragDetected(
                event -> {
                    ClipboardContent content = new ClipboardContent();
                    content.putString("cargo");
                    button.startDragAndDrop(TransferMode.COPY).setContent(content);
                    event.consume();
                });
        target.setOnDragOver(event -> event.acceptTransferModes(TransferMode.COPY));
        target.setOnDragDropped(
                event -> {
                    target.setText(event.getDragboard().getString());
                    event.setDropCompleted(true);
                });
        stage.setScene(new Scene(new HBox(100, button, target), 600, 200));
        stage.show();
    }

    @Test
    void clickReachesTheButton(FxRobot robot) {
        robot.clickOn("#source");
        assertThat(button.getText()).isEqualTo("pressed");
    }

    @Test
    void dragCarriesTheContent(FxRobot robot) {
        robot.drag("#source").dropTo("#target");
        assertThat(target.getText()).isEqualTo("cargo");
    }
}
