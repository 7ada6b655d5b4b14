package io.marquetry.launch;

import io.marquetry.base.Problem;
import io.marquetry.base.Texts;

import javafx.application.Application;

import java.io.PrintStream;
import java.util.Optional;

/** Opens the window, or says in one sentence why this machine cannot show one. */
final class DesktopStart {

    private final Texts texts;
    private final PrintStream messages;

    DesktopStart(Texts texts, PrintStream messages) {
        this.texts = texts;
        this.messages = messages;
    }

    /** Shows the window until it is closed; returns the exit code. */
    int open(String... arguments) {
        Optional<Problem> missing = DisplayCheck.missing();
        if (missing.isPresent()) {
            messages.println(texts.sentence(missing.get()));
            return 1;
        }
        try {
            Application.launch(Desktop.class, arguments);
            return 0;
        } catch (UnsupportedOperationException | UnsatisfiedLinkError e) {
            messages.println(texts.sentence(Problem.of("problem.display.failed", reason(e))));
            return 1;
        }
    }

    private static String reason(Throwable e) {
        return e.getMessage() == null ? e.toString() : e.getMessage();
    }
}
