package io.marquetry.ui.common.look;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.VBox;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The words beside a node on which the mouse rests. */
class TipTest {

    private final FxRobot robot = new FxRobot();
    private Node told;
    private Node silent;
    private Node plain;
    private String words = "first";
    private int asked;

    @BeforeEach
    void open() throws Exception {
        Stage stage = FxToolkit.registerPrimaryStage();
        told = place();
        silent = place();
        plain = place();
        Tip.on(told, this::ask);
        Tip.on(silent, Optional::empty);
        WaitForAsyncUtils.asyncFx(
                        () -> {
                            stage.setScene(new Scene(new VBox(told, silent, plain), 300, 300));
                            stage.show();
                        })
                .get();
        robot.moveTo(plain);
    }

    @AfterEach
    void close() throws Exception {
        FxToolkit.cleanupStages();
    }

    private static Node place() {
        Label label = new Label("place");
        label.setMinSize(200, 80);
        return label;
    }

    private Optional<String> ask() {
        asked++;
        return Optional.of(words);
    }

    @Test
    void wordsAppearWhereTheMouseRestsAndLeaveWithIt() throws Exception {
        robot.moveTo(told);
        assertThat(asked).as("asked while the mouse moves").isZero();
        until("first");
        robot.moveTo(plain);
        assertThat(shown()).isEmpty();

        words = "second";
        robot.moveTo(told);
        until("second");
        assertThat(asked).isEqualTo(2);
    }

    @Test
    void pressingTakesThemAway() throws Exception {
        robot.moveTo(told);
        until("first");
        robot.press(MouseButton.PRIMARY);
        assertThat(shown()).isEmpty();
        robot.release(MouseButton.PRIMARY);
    }

    @Test
    void scrollingTakesThemAway() throws Exception {
        robot.moveTo(told);
        until("first");
        robot.scroll(1, VerticalDirection.DOWN);
        assertThat(shown()).isEmpty();
    }

    @Test
    void movingOnBeforeTheMouseHasRestedShowsNothing() throws Exception {
        robot.moveTo(told);
        robot.moveTo(silent);
        robot.moveTo(told);
        until("first");
        assertThat(asked).as("only the last rest asks").isEqualTo(1);
    }

    private static void until(String words) throws Exception {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> shown().equals(List.of(words)));
    }

    private static List<String> shown() throws Exception {
        return WaitForAsyncUtils.asyncFx(
                        () ->
                                Window.getWindows().stream()
                                        .filter(PopupWindow.class::isInstance)
                                        .filter(Window::isShowing)
                                        .map(window -> ((Tooltip) window).getText())
                                        .toList())
                .get();
    }
}
