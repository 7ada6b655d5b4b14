package io.marquetry.audience;

/**
 * The short name of a profile source, unique in a workspace.
 *
 * @param value lower-case letters, digits, hyphens and underscores; 1 to 64 characters
 */
public record SourceName(String value) implements Comparable<SourceName> {

    /** Refuses a malformed name. */
    public SourceName {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not a source name: " + value);
        }
    }

    /** Returns whether the text can be the name of a source. */
    public static boolean isValid(String text) {
        return text.matches("[a-z0-9][a-z0-9_-]{0,63}");
    }

    @Override
    public int compareTo(SourceName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
