package io.marquetry.launch;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.base.Texts;
import io.marquetry.ui.common.look.Theme;
import io.marquetry.ui.navigation.Screen;
import io.marquetry.ui.shell.SettingsFile;
import io.marquetry.ui.shell.Shell;
import io.marquetry.ui.shell.WindowSettings;

import javafx.scene.Node;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The focus stands where work begins on a screen, never on a switch of the top bar. */
class FirstFocusTest {

    @TempDir Path temp;

    private final FxRobot robot = new FxRobot();
    private final CountDownLatch closed = new CountDownLatch(1);
    private Stage stage;
    private DesktopWindow window;

    @Test
    void focusIsWithinEveryScreenThatComesToTheFront() throws Exception {
        stage = FxToolkit.registerPrimaryStage();
        WaitForAsyncUtils.asyncFx(this::open).get();
        WaitForAsyncUtils.waitFor(120, TimeUnit.SECONDS, () -> window.shell().isPresent());
        settle();
        assertThat(isWithinTheScreen()).as("at the start").isTrue();
        Shell shell = window.shell().orElseThrow();
        for (Locale language : Texts.LANGUAGES) {
            for (Screen screen : shell.offered()) {
                WaitForAsyncUtils.asyncFx(() -> shell.look(screen, Theme.LIGHT, language)).get();
                settle();
                assertThat(isWithinTheScreen())
                        .as("on %s in %s: %s", screen.stem(), language, focused())
                        .isTrue();
            }
        }
        WaitForAsyncUtils.asyncFx(window::close).get();
        assertThat(closed.await(60, TimeUnit.SECONDS)).isTrue();
        FxToolkit.cleanupStages();
    }

    private void open() {
        window =
                new DesktopWindow(
                        stage,
                        temp.resolve("Spring campaigns"),
                        new Wiring(InstantSource.system()),
                        new WindowSettings(
                                "en", Theme.LIGHT, null, "compose", true, null, null, null),
                        new SettingsFile(temp.resolve("config")),
                        closed::countDown);
        window.open();
    }

    private void settle() throws Exception {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> window.isQuiet());
        WaitForAsyncUtils.waitForFxEvents();
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> window.isQuiet());
        WaitForAsyncUtils.waitForFxEvents();
    }

    private Node focused() {
        return stage.getScene().getFocusOwner();
    }

    private boolean isWithinTheScreen() {
        Node content = robot.lookup("#content").query();
        for (Node at = focused(); at != null; at = at.getParent()) {
            if (content.equals(at)) {
                return true;
            }
        }
        return false;
    }
}
