package io.marquetry.pack;

import io.marquetry.base.Problem;

/**
 * The key of a package, for example {@code pack_upgrade_spring}.
 *
 * @param value lower-case letters, digits and underscores, a letter first; 1 to 64 characters
 */
public record PackageKey(String value) implements Comparable<PackageKey> {

    /** Refuses a malformed key. */
    public PackageKey {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not a package key: " + value);
        }
    }

    /** Returns whether the text can be the key of a package. */
    public static boolean isValid(String text) {
        return text.matches("[a-z][a-z0-9_]{0,63}");
    }

    /**
     * Reads a key from outside.
     *
     * @throws io.marquetry.base.ProblemException if it is malformed
     */
    public static PackageKey parse(String text) {
        if (!isValid(text)) {
            throw Problem.of("problem.packageKey.form", text).asException();
        }
        return new PackageKey(text);
    }

    @Override
    public int compareTo(PackageKey other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
