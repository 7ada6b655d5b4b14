package io.marquetry.launch;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.base.Texts;
import io.marquetry.ui.Pictures;
import io.marquetry.ui.common.look.Theme;
import io.marquetry.ui.navigation.Screen;
import io.marquetry.ui.shell.SettingsFile;
import io.marquetry.ui.shell.Shell;
import io.marquetry.ui.shell.WindowSettings;

import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Every screen in both themes and both languages, drawn to {@code target/screenshots}. */
class ScreenshotsTest {

    @TempDir Path temp;

    private final FxRobot robot = new FxRobot();
    private final CountDownLatch closed = new CountDownLatch(1);
    private Stage stage;
    private DesktopWindow window;

    @Test
    void everyScreenIsDrawn() throws Exception {
        stage = FxToolkit.registerPrimaryStage();
        WaitForAsyncUtils.asyncFx(this::open).get();
        WaitForAsyncUtils.waitFor(120, TimeUnit.SECONDS, () -> window.shell().isPresent());
        settle();
        List<Path> drawn = new ArrayList<>();
        Shell shell = window.shell().orElseThrow();
        for (Locale language : Texts.LANGUAGES) {
            for (Theme theme : Theme.values()) {
                for (Screen screen : shell.offered()) {
                    WaitForAsyncUtils.asyncFx(() -> shell.look(screen, theme, language)).get();
                    settle();
                    drawn.add(draw(screen.stem(), theme, language));
                }
                WaitForAsyncUtils.asyncFx(shell::tour).get();
                settle();
                for (int card = 1; card <= 5; card++) {
                    drawn.add(draw("tour" + card, theme, language));
                    robot.type(KeyCode.ENTER);
                    settle();
                }
                assertThat(robot.lookup("#tour").tryQuery()).isEmpty();
            }
        }
        WaitForAsyncUtils.asyncFx(window::close).get();
        assertThat(closed.await(60, TimeUnit.SECONDS)).isTrue();
        assertThat(drawn).allSatisfy(file -> assertThat(Files.size(file)).isGreaterThan(10_000));
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

    private Path draw(String name, Theme theme, Locale language) throws Exception {
        String file =
                name + "-" + theme.name().toLowerCase(Locale.ROOT) + "-" + language.getLanguage();
        return WaitForAsyncUtils.asyncFx(() -> Pictures.write(stage.getScene(), file)).get();
    }

    // What the screens ask for in the background has come when two rounds brought nothing new.
    private void settle() throws Exception {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> window.isQuiet());
        WaitForAsyncUtils.waitForFxEvents();
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> window.isQuiet());
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(robot.lookup("#bugCode").tryQuery()).isEmpty();
    }
}
