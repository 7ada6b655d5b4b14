package io.marquetry.launch;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.base.Texts;
import io.marquetry.tag.TagKey;
import io.marquetry.ui.common.look.Theme;
import io.marquetry.ui.navigation.Destination;
import io.marquetry.ui.navigation.Screen;
import io.marquetry.ui.shell.SettingsFile;
import io.marquetry.ui.shell.Shell;
import io.marquetry.ui.shell.WindowSettings;

import javafx.stage.Stage;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.management.ObjectName;

/** The models outlive the views: what a view listened to is let go when the language changes. */
class LanguageChangeTest {

    /** One listener too many shows at each change. */
    private static final int CHANGES = 6;

    private static final int MANY_CHANGES = 20;
    private static final Pattern LINE =
            Pattern.compile("\\s*\\d+:\\s+(\\d+)\\s+\\d+\\s+(io\\.marquetry\\.ui\\.\\S+).*");

    @TempDir Path temp;

    private final CountDownLatch closed = new CountDownLatch(1);
    private Stage stage;
    private DesktopWindow window;

    /**
     * Listeners are lambdas and controllers: the virtual machine itself counts those that are still
     * reachable, over all screens, with the tag editor and a package open.
     */
    @Test
    void noMoreListenersThanAfterTheFirstChange() throws Exception {
        change(CHANGES);
    }

    @Test
    @Tag("sights")
    void noMoreListenersAfterManyChanges() throws Exception {
        change(MANY_CHANGES);
    }

    private void change(int times) throws Exception {
        FxToolkit.registerPrimaryStage();
        // A stage of our own: TestFX keeps all events of those it knows, and with them old nodes.
        Callable<Stage> made = Stage::new;
        stage = WaitForAsyncUtils.asyncFx(made).get();
        WaitForAsyncUtils.asyncFx(this::open).get();
        WaitForAsyncUtils.waitFor(120, TimeUnit.SECONDS, () -> window.shell().isPresent());
        settle();
        Shell shell = window.shell().orElseThrow();
        WaitForAsyncUtils.asyncFx(
                        () -> shell.go(new Destination.OfTag(new TagKey("user_dept_produce"))))
                .get();
        settle();
        for (Locale language : Texts.LANGUAGES) {
            lookAround(shell, language);
        }
        Map<String, Long> first = alive();
        for (int i = 0; i < times; i++) {
            lookAround(shell, Texts.LANGUAGES.get(i % Texts.LANGUAGES.size()));
        }
        Map<String, Long> last = alive();
        WaitForAsyncUtils.asyncFx(window::close).get();
        assertThat(closed.await(60, TimeUnit.SECONDS)).isTrue();
        FxToolkit.cleanupStages();
        Map<String, String> more = new TreeMap<>();
        last.forEach(
                (type, count) -> {
                    long before = first.getOrDefault(type, 0L);
                    if (count > before) {
                        more.put(type, before + " -> " + count);
                    }
                });
        assertThat(first).isNotEmpty();
        assertThat(more).as("more after %d changes than after the first", times).isEmpty();
    }

    private void open() {
        window =
                new DesktopWindow(
                        stage,
                        temp.resolve("Spring campaigns"),
                        new Wiring(InstantSource.system()),
                        new WindowSettings(
                                "en",
                                Theme.LIGHT,
                                null,
                                "compose",
                                true,
                                "pack_winback_winter",
                                null,
                                null),
                        new SettingsFile(temp.resolve("config")),
                        closed::countDown);
        window.open();
    }

    private void lookAround(Shell shell, Locale language) throws Exception {
        for (Screen screen : shell.offered()) {
            WaitForAsyncUtils.asyncFx(() -> shell.look(screen, Theme.LIGHT, language)).get();
            settle();
        }
    }

    private void settle() throws Exception {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> window.isQuiet());
        WaitForAsyncUtils.waitForFxEvents();
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> window.isQuiet());
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Returns how many of each type of the window are reachable, controllers and lambdas only. */
    private static Map<String, Long> alive() throws Exception {
        String histogram =
                (String)
                        ManagementFactory.getPlatformMBeanServer()
                                .invoke(
                                        new ObjectName("com.sun.management:type=DiagnosticCommand"),
                                        "gcClassHistogram",
                                        new Object[] {new String[0]},
                                        new String[] {String[].class.getName()});
        Map<String, Long> counts = new TreeMap<>();
        Matcher lines = LINE.matcher("");
        histogram
                .lines()
                .forEach(
                        line -> {
                            if (lines.reset(line).matches() && listens(lines.group(2))) {
                                counts.merge(
                                        lines.group(2), Long.parseLong(lines.group(1)), Long::sum);
                            }
                        });
        return counts;
    }

    private static boolean listens(String type) {
        return type.endsWith("Controller") || type.contains("$$Lambda");
    }
}
