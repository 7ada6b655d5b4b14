package io.marquetry.effect;

import io.marquetry.base.Problem;

/**
 * The short name of a set of outcomes, unique in a workspace.
 *
 * @param value lower-case letters, digits, hyphens and underscores; 1 to 64 characters
 */
public record OutcomeName(String value) implements Comparable<OutcomeName> {

    /** Refuses a malformed name. */
    public OutcomeName {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not a name of outcomes: " + value);
        }
    }

    /**
     * Reads a name that a person wrote.
     *
     * @throws io.marquetry.base.ProblemException if it is malformed
     */
    public static OutcomeName parse(String text) {
        if (!isValid(text)) {
            throw Problem.of("problem.outcomes.name", text).asException();
        }
        return new OutcomeName(text);
    }

    /** Returns whether the text can be the name of a set of outcomes. */
    public static boolean isValid(String text) {
        return text.matches("[a-z0-9][a-z0-9_-]{0,63}");
    }

    @Override
    public int compareTo(OutcomeName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
