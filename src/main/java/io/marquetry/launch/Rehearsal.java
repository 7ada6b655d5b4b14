package io.marquetry.launch;

import io.marquetry.ui.common.look.Theme;
import io.marquetry.ui.navigation.Screen;
import io.marquetry.ui.shell.Shell;

import javafx.animation.AnimationTimer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Goes once through the window or through commands, and ends: the build records what starting
 * needs, and measures it. Switched on by the property {@code marquetry.rehearsal}: {@code start}
 * opens the window and tells on standard output, in milliseconds since 1970, when it was on the
 * screen and when the workspace was in it, and how much memory that takes; {@code window} also
 * opens every screen, {@code commands} runs some commands instead, and {@code all} does both.
 */
final class Rehearsal {

    private static final String START = "start";
    private static final String WINDOW = "window";
    private static final String COMMANDS = "commands";
    private static final String ALL = "all";

    private static final List<List<String>> REHEARSED =
            List.of(
                    List.of("tag", "list"),
                    List.of("tag", "list", "--json"),
                    List.of("source", "list"),
                    List.of("package", "list"),
                    List.of("preview", "--expression", "user_value_winback"));

    private Rehearsal() {}

    private static String wanted() {
        return System.getProperty("marquetry.rehearsal", "");
    }

    /** Tells whether the window is to be gone through. */
    static boolean isOn() {
        return Set.of(START, WINDOW, ALL).contains(wanted());
    }

    /** Tells whether the program does what its arguments say. */
    static boolean runsWindow() {
        return !wanted().equals(COMMANDS);
    }

    /**
     * Returns the commands to run on the workspace of the window; none but in a rehearsal of them.
     *
     * @param window the arguments of the window
     */
    static List<String[]> commands(String... window) {
        if (!Set.of(COMMANDS, ALL).contains(wanted())) {
            return List.of();
        }
        return REHEARSED.stream()
                .map(
                        command ->
                                Stream.concat(command.stream(), Stream.of(window))
                                        .toArray(String[]::new))
                .toList();
    }

    /** Shows every screen as soon as the one before is at rest, and closes the window. */
    static void follow(DesktopWindow window) {
        new AnimationTimer() {

            private Deque<Screen> left = new ArrayDeque<>();
            private int pulses;
            private boolean begun;

            @Override
            public void handle(long now) {
                pulses++;
                if (pulses == 2) {
                    // The first pulse was drawn.
                    tell("shown " + System.currentTimeMillis());
                }
                if (window.shell().isEmpty() || !window.isQuiet()) {
                    return;
                }
                Shell shell = window.shell().get();
                if (!begun) {
                    begun = true;
                    tell("open " + System.currentTimeMillis());
                    memory().ifPresent(kilobytes -> tell("rss " + kilobytes));
                    left = new ArrayDeque<>(wanted().equals(START) ? List.of() : shell.offered());
                }
                if (left.isEmpty()) {
                    stop();
                    window.close();
                } else {
                    shell.look(left.removeFirst(), Theme.LIGHT, Locale.ENGLISH);
                }
            }
        }.start();
    }

    private static void tell(String what) {
        System.out.println(what);
        System.out.flush();
    }

    /** Returns the memory of this process in kilobytes, where the system tells it as Linux does. */
    private static Optional<String> memory() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .map(line -> line.replaceAll("\\D", ""))
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
