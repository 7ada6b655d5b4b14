package io.marquetry.launch;

import io.marquetry.ui.common.look.Theme;
import io.marquetry.ui.navigation.Screen;
import io.marquetry.ui.shell.Shell;

import javafx.animation.AnimationTimer;

import picocli.CommandLine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/**
 * Goes once through the window and some commands, and ends: the build records what starting needs.
 * Switched on by the property {@code marquetry.rehearsal}.
 */
final class Rehearsal {

    private static final List<List<String>> COMMANDS =
            List.of(
                    List.of("tag", "list", "--json"),
                    List.of("source", "list"),
                    List.of("package", "list"),
                    List.of("preview", "--expression", "user_order_any"));

    private Rehearsal() {}

    static boolean isOn() {
        return Boolean.getBoolean("marquetry.rehearsal");
    }

    /** Shows every screen as soon as the one before is at rest, and closes the window. */
    static void follow(DesktopWindow window) {
        new AnimationTimer() {

            private Deque<Screen> left = new ArrayDeque<>();
            private boolean begun;

            @Override
            public void handle(long now) {
                if (window.shell().isEmpty() || !window.isQuiet()) {
                    return;
                }
                Shell shell = window.shell().get();
                if (!begun) {
                    begun = true;
                    left = new ArrayDeque<>(shell.offered());
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

    /** Runs some commands on the workspace of the window. */
    static void commands(CommandLine commands, String... window) {
        for (List<String> command : COMMANDS) {
            List<String> all = new ArrayList<>(command);
            all.addAll(List.of(window));
            commands.execute(all.toArray(String[]::new));
        }
    }
}
