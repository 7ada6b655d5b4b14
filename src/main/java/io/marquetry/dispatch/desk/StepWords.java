package io.marquetry.dispatch.desk;

import io.marquetry.base.Texts;
import io.marquetry.dispatch.StateStep;

/** Words for where a dispatch is. */
public final class StepWords {

    private StepWords() {}

    /** Returns the word for a state, with the cause of a pause. */
    public static String of(StateStep step, Texts texts) {
        String word = texts.sentence(step.state().word());
        return step.cause()
                .map(cause -> texts.get("cli.dispatch.because", word, cause(cause, step, texts)))
                .orElse(word);
    }

    private static String cause(StateStep.Cause cause, StateStep step, Texts texts) {
        if (step.note().isPresent()) {
            String note = step.note().get();
            if (cause == StateStep.Cause.GUARD_RAIL) {
                return texts.get("dispatch.limit." + note);
            }
            if (cause == StateStep.Cause.ACCOUNT) {
                return texts.get("dispatch.account.stuck", note);
            }
        }
        return texts.get("cli.dispatch.cause." + cause);
    }
}
