package io.marquetry.dispatch;

import io.marquetry.base.Problem;

import java.util.Arrays;
import java.util.Optional;

/**
 * Why somebody who was to get a message is left out when it is their turn. They stay in their arm:
 * the other one is asked by nobody, so both are counted as chance put them.
 */
public enum Late {
    /** Their address is on the list of those who must not be written to. */
    SUPPRESSED("suppressed"),
    /** They do not agree any more, or are not known any more. */
    NO_CONSENT("no-consent"),
    /** They did what they were to be asked for. */
    MEANWHILE("meanwhile"),
    /** They were erased. */
    ERASED("erased");

    private static final String LATE = "LATE_";

    // Files hold it: the code of a reason stays what it is.
    private final String code;

    Late(String code) {
        this.code = code;
    }

    /** Returns the detail of the result that says so. */
    public String code() {
        return code;
    }

    /** Returns what a result means; empty: another program wrote it. */
    public static Optional<Late> of(Result result) {
        return result.outcome() == RecipientState.LATE_EXCLUDED
                ? Arrays.stream(values()).filter(one -> one.code.equals(result.detail())).findAny()
                : Optional.empty();
    }

    /** Returns the words for it, to be part of a sentence. */
    public Problem words() {
        return Problem.of("problem.dispatchReason." + LATE + this);
    }
}
