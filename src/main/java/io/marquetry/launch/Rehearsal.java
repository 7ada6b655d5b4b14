package io.marquetry.launch;

import io.marquetry.ui.common.look.Theme;
import io.marquetry.ui.navigation.Screen;
import io.marquetry.ui.shell.Shell;

import javafx.animation.AnimationTimer;

import picocli.CommandLine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Goes once through the window, and ends: the build records what starting needs, and measures it.
 * Switched on by the property {@code marquetry.rehearsal}: {@code start} opens the window and tells
 * on standard output, in milliseconds since 1970, when it was on the screen and when the workspace
 * was in it, and how much memory that takes; {@code all} also opens every screen and runs some
 * commands.
 */
final class Rehearsal {

    private static final String START = "start";
    private static final String ALL = "all";

    private static final List<List<String>> COMMANDS =
            List.of(
                    List.of("tag", "list", "--json"),
                    List.of("source", "list"),
                    List.of("package", "list"),
                    List.of("preview", "--expression", "user_order_any"));

    private Rehearsal() {}

    private static String wanted() {
        return System.getProperty("marquetry.rehearsal", "");
    }

    static boolean isOn() {
        return wanted().equals(START) || wanted().equals(ALL);
    }

    /** Tells whether commands are run after the window was closed. */
    static boolean runsCommands() {
        return wanted().equals(ALL);
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
                    left = new ArrayDeque<>(wanted().equals(ALL) ? shell.offered() : List.of());
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

    /** Runs some commands on the workspace of the window. */
    static void commands(CommandLine commands, String... window) {
        for (List<String> command : COMMANDS) {
            List<String> all = new ArrayList<>(command);
            all.addAll(List.of(window));
            commands.execute(all.toArray(String[]::new));
        }
    }
}
