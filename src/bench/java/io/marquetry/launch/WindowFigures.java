package io.marquetry.launch;

import javafx.geometry.VerticalDirection;
import io.marquetry.pack.PackageKey;
import io.marquetry.ui.Pictures;
import io.marquetry.ui.common.look.Theme;
import io.marquetry.ui.shell.SettingsFile;
import io.marquetry.ui.shell.WindowSettings;
import io.marquetry.workspace.Workspace;

import com.sun.javafx.tk.TKPulseListener;
import com.sun.javafx.tk.Toolkit;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/**
 * A recorded drag in the real window: the palette is scrolled, chips are carried over the package
 * and dropped, and all the while it is recorded how long the window's thread was busy.
 *
 * <p>Two recorders: a pulse's time from its begin to the end of its layout and hand-over to the
 * renderer; and a tiny task put to the window's thread every 2 ms, whose delay is the rest of
 * whatever ran at that moment, so that no long task stays unseen. Of each delay it is also told
 * how long the thread computed: the rest it stood still, for the renderer or for other programs.
 */
public final class WindowFigures {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int DROPS = 8;
    private static final Theme THEME = Theme.valueOf(System.getProperty("bench.theme", "LIGHT"));

    private final FxRobot robot = new FxRobot();
    private final Path workspace;
    private Stage stage;
    private DesktopWindow window;

    private final List<Long> pulses = new ArrayList<>();
    private final List<Long> delays = new ArrayList<>();
    private final List<Long> computing = new ArrayList<>();
    private volatile long windowThread;
    private volatile long pulseBegin;

    /** Kept here: the toolkit forgets a listener that nobody else holds. */
    private final TKPulseListener pulseEnd =
            () -> pulses.add(System.nanoTime() - pulseBegin);

    /**
     * Prepares the run.
     *
     * @param workspace with a source and a package on it
     */
    public WindowFigures(Path workspace) {
        this.workspace = workspace;
    }

    /** Opens the window, drags, and prints what it took. */
    public void run() throws Exception {
        open();
        until(() -> numbers() > 5);
        robot.interact(() -> Pictures.write(stage.getScene(), "scale-" + THEME));
        AtomicBoolean over = new AtomicBoolean();
        robot.interact(this::listen);
        Thread watch = Thread.ofPlatform().start(() -> watch(over));
        scroll();
        for (int drop = 0; drop < DROPS; drop++) {
            drag(drop);
        }
        scroll();
        over.set(true);
        watch.join();
        report("pulse", pulses);
        report("task of the window's thread", delays);
        report("of it, computing", computing);
        WaitForAsyncUtils.asyncFx(window::close).get();
    }

    private void listen() {
        windowThread = Thread.currentThread().threadId();
        // Timers run first in a pulse, then layout, last these listeners.
        new AnimationTimer() {
            @Override
            public void handle(long now) {
                pulseBegin = System.nanoTime();
            }
        }.start();
        Toolkit.getToolkit().addPostSceneTkPulseListener(pulseEnd);
    }

    private void watch(AtomicBoolean over) {
        while (!over.get()) {
            long asked = System.nanoTime();
            long busy = THREADS.getThreadCpuTime(windowThread);
            AtomicBoolean ran = new AtomicBoolean();
            Platform.runLater(
                    () -> {
                        delays.add(System.nanoTime() - asked);
                        computing.add(THREADS.getCurrentThreadCpuTime() - busy);
                        ran.set(true);
                    });
            while (!ran.get()) {
                LockSupport.parkNanos(500_000);
            }
            LockSupport.parkNanos(2_000_000);
        }
    }

    private void scroll() {
        robot.moveTo("#paletteTags");
        for (int step = 0; step < 60; step++) {
            robot.scroll(3, step < 40 ? VerticalDirection.DOWN
                    : VerticalDirection.UP);
            LockSupport.parkNanos(12_000_000);
        }
    }

    private void drag(int number) throws Exception {
        List<Node> chips = chips();
        Node chip = chips.get(Math.min(number % 5 + 1, chips.size() - 1));
        Node group = robot.lookup("#group").query();
        Bounds from = onScreen(chip);
        Bounds to = onScreen(group);
        robot.moveTo(from.getCenterX(), from.getCenterY());
        robot.press(MouseButton.PRIMARY);
        for (int step = 1; step <= 40; step++) {
            double part = step / 40.0;
            robot.moveTo(
                    from.getCenterX() + (to.getCenterX() - from.getCenterX()) * part,
                    from.getCenterY() + (to.getCenterY() - from.getCenterY()) * part);
            LockSupport.parkNanos(8_000_000);
        }
        robot.release(MouseButton.PRIMARY);
        LockSupport.parkNanos(300_000_000);
        until(() -> numbers() > 5);
    }

    private static Bounds onScreen(Node node) throws Exception {
        return WaitForAsyncUtils.asyncFx(() -> node.localToScreen(node.getBoundsInLocal())).get();
    }

    private List<Node> chips() {
        return robot.lookup("#paletteTags").lookup(".palette-chip").queryAll().stream()
                .filter(Node::isVisible)
                .toList();
    }

    /** Returns how many chips show a number that is current. */
    private long numbers() {
        return robot.lookup("#paletteTags").lookup(".palette-chip .number").queryAll().stream()
                .filter(node -> node instanceof Label label && !label.getText().isBlank())
                .count();
    }

    private void open() throws Exception {
        PackageKey pack;
        try (Workspace opened = new Wiring(InstantSource.system()).open(workspace)) {
            pack = opened.packages().list().getFirst().pack().key();
        }
        FxToolkit.registerPrimaryStage();
        Platform.setImplicitExit(false);
        stage = FxToolkit.registerStage(Stage::new);
        WindowSettings settings =
                new WindowSettings(
                        "en", THEME, null, "compose", true, pack.value(), Map.of(), Map.of());
        WaitForAsyncUtils.asyncFx(
                        () -> {
                            stage.setWidth(1440);
                            stage.setHeight(900);
                            window =
                                    new DesktopWindow(
                                            stage,
                                            workspace,
                                            new Wiring(InstantSource.system()),
                                            settings,
                                            new SettingsFile(workspace.resolve("bench-settings")),
                                            () -> {});
                            window.open();
                        })
                .get();
        until(() -> window.shell().isPresent());
    }

    private static void report(String what, List<Long> nanoseconds) {
        long[] sorted = nanoseconds.stream().mapToLong(Long::longValue).sorted().toArray();
        long under = Arrays.stream(sorted).filter(n -> n < 16_000_000).count();
        System.out.printf(
                "%s: %d, under 16 ms %.1f %%, median %.1f, 95 %% %.1f, 99 %% %.1f, longest %.1f"
                        + " ms%n",
                what,
                sorted.length,
                100.0 * under / sorted.length,
                sorted[sorted.length / 2] / 1e6,
                sorted[sorted.length * 95 / 100] / 1e6,
                sorted[sorted.length * 99 / 100] / 1e6,
                sorted[sorted.length - 1] / 1e6);
    }

    private static void until(Callable<Boolean> fact) throws Exception {
        WaitForAsyncUtils.waitFor(600, TimeUnit.SECONDS, fact);
        WaitForAsyncUtils.waitForFxEvents();
    }
}
