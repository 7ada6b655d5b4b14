package io.marquetry.check;

import io.marquetry.base.Problem;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What follows from something that a check finds. */
public enum CheckWeight {
    /** It is not looked at. */
    OFF,
    /** Whoever approves sees it. */
    TELLS,
    /** It has to be settled, or somebody says why it may stand. */
    ASKS,
    /** It has to be settled. */
    FORBIDS;

    /** Returns its name on the command line. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns what people call it. */
    public Problem word() {
        return Problem.of("problem.checkWeight." + this);
    }

    /** Returns the weight of a name, letter case apart. */
    public static Optional<CheckWeight> of(String code) {
        return Arrays.stream(values()).filter(one -> one.code().equalsIgnoreCase(code)).findFirst();
    }
}
