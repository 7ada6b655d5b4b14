package io.marquetry.requirement;

import io.marquetry.base.Problem;

/**
 * The key of a requirement, unique in a workspace.
 *
 * @param value lower-case letters, digits, hyphens and underscores; 1 to 64 characters
 */
public record RequirementKey(String value) implements Comparable<RequirementKey> {

    /** Refuses a malformed key. */
    public RequirementKey {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not the key of a requirement: " + value);
        }
    }

    private static boolean isValid(String text) {
        return text.matches("[a-z0-9][a-z0-9_-]{0,63}");
    }

    /**
     * Reads a key from outside.
     *
     * @throws io.marquetry.base.ProblemException with what a key has to be
     */
    public static RequirementKey parse(String text) {
        if (!isValid(text)) {
            throw Problem.of("problem.requirement.key", text).asException();
        }
        return new RequirementKey(text);
    }

    @Override
    public int compareTo(RequirementKey other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
