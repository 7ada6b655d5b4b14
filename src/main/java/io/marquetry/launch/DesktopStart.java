package io.marquetry.launch;

import io.marquetry.base.Problem;
import io.marquetry.base.Texts;

import javafx.application.Application;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Opens the window, or says in one sentence why this machine cannot show one. */
final class DesktopStart {

    private final Texts texts;
    private final PrintStream messages;
    private final UserFolders folders;

    DesktopStart(UserFolders folders, Texts texts, PrintStream messages) {
        this.folders = folders;
        this.texts = texts;
        this.messages = messages;
    }

    /**
     * Shows the window until it is closed; where one has the workspace open already, that one comes
     * to the front instead and this ends at once.
     *
     * @param workspace the folder; empty: the usual one
     * @param opened a file that the window is to open, or a workspace
     * @return the exit code
     */
    int open(Optional<Path> workspace, Optional<Path> opened) {
        Asked asked =
                Asked.of(
                        workspace.orElseGet(folders::workspace).toAbsolutePath().normalize(),
                        opened);
        if (new Doors(folders.doors()).knock(asked.workspace(), asked.visit())) {
            return 0;
        }
        try {
            Application.launch(Desktop.class, asked.arguments());
            return 0;
        } catch (UnsupportedOperationException e) {
            // Thrown bare by JavaFX only before the application is made: the toolkit has no
            // display.
            messages.println(texts.sentence(missing(e, System.getenv())));
            return 1;
        }
    }

    /** Returns what this machine lacks, read from what JavaFX said and from the environment. */
    static Problem missing(UnsupportedOperationException toolkit, Map<String, String> environment) {
        String said = Objects.requireNonNullElse(toolkit.getMessage(), toolkit.toString());
        if (said.contains("GTK")) {
            return Problem.of("problem.display.gtk");
        }
        if (!said.contains("DISPLAY")) {
            return Problem.of("problem.display.failed", said);
        }
        String display = environment.getOrDefault("DISPLAY", "");
        return display.isBlank()
                ? Problem.of("problem.display.unset")
                : Problem.of("problem.display.refused", display);
    }
}
