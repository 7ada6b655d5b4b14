package io.marquetry.ui.dispatch;

import io.marquetry.base.Texts;
import io.marquetry.dispatch.StateStep;
import io.marquetry.dispatch.desk.Status;

/** How dispatches are told of on screen. */
final class DispatchWords {

    private DispatchWords() {}

    /** Returns the tone of a dispatch's state. */
    static String tone(Status status) {
        return switch (status.state()) {
            case RUNNING, DONE -> status.hasTrouble() ? "warn" : "good";
            case PAUSED, EXPIRED -> "warn";
            case PLANNED, SCHEDULED, CANCELLED -> "neutral";
        };
    }

    /** Returns the word for where a dispatch is, with the cause of a pause. */
    static String state(StateStep step, Texts texts) {
        String word = texts.sentence(step.state().word());
        return step.cause()
                .map(
                        cause ->
                                texts.get(
                                        "cli.dispatch.because",
                                        word,
                                        texts.get("cli.dispatch.cause." + cause)))
                .orElse(word);
    }
}
