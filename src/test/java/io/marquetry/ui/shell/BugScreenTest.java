package io.marquetry.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.base.Texts;
import io.marquetry.ui.common.look.Look;
import io.marquetry.ui.common.look.Theme;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.util.Locale;

/** What a bug shows, and gives to be copied, holds nothing of what its failures say. */
@ExtendWith(ApplicationExtension.class)
class BugScreenTest {

    private static final String PLANTED = "+8613800000001 plnt-key";

    private Scene scene;
    private Frame frame;

    @Start
    void show(Stage stage) {
        frame = new Frame(Texts.in(Locale.ENGLISH));
        scene = new Scene(frame, 1024, 700);
        Look.apply(scene, Theme.LIGHT, Locale.ENGLISH);
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void neitherWindowNorClipboardHoldWhatTheFailuresSay(FxRobot robot) {
        // What lies there is found: else the search proves nothing.
        robot.interact(() -> frame.notices().done(PLANTED));
        assertThat(seen(robot)).contains(PLANTED);
        frame = new Frame(Texts.in(Locale.ENGLISH));
        robot.interact(() -> scene.setRoot(frame));
        assertThat(seen(robot)).doesNotContain(PLANTED);

        IllegalStateException bug =
                new IllegalStateException(PLANTED, new IllegalArgumentException(PLANTED));
        bug.addSuppressed(new IllegalStateException(PLANTED));
        new BugScreen(scene, new ShellModel(WindowSettings.first(), Locale.ENGLISH)).accept(bug);
        robot.interact(() -> {});
        robot.clickOn("#copy");
        assertThat(seen(robot))
                .contains("MQ-", "IllegalArgumentException", "BugScreenTest")
                .doesNotContain(PLANTED);
        String[] copied = {""};
        robot.interact(() -> copied[0] = Clipboard.getSystemClipboard().getString());
        assertThat(copied[0]).contains("IllegalArgumentException").doesNotContain(PLANTED);
    }

    /** Returns all texts of the window, and what assistive technology is told. */
    private static String seen(FxRobot robot) {
        StringBuilder all = new StringBuilder();
        for (Node node : robot.lookup(one -> true).queryAll()) {
            switch (node) {
                case Labeled labeled -> all.append(labeled.getText());
                case TextInputControl input -> all.append(input.getText());
                default -> {}
            }
            all.append(' ').append(node.getAccessibleText()).append('\n');
        }
        return all.toString();
    }
}
