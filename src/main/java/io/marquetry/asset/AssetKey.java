package io.marquetry.asset;

import io.marquetry.base.Problem;

/**
 * The key of an asset, for example {@code coupon_spring_10}.
 *
 * @param value lower-case letters, digits and underscores, a letter first; 1 to 64 characters
 */
public record AssetKey(String value) implements Comparable<AssetKey> {

    /** Refuses a malformed key. */
    public AssetKey {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not an asset key: " + value);
        }
    }

    /** Returns whether the text can be the key of an asset. */
    public static boolean isValid(String text) {
        return text.matches("[a-z][a-z0-9_]{0,63}");
    }

    /**
     * Reads a key from outside.
     *
     * @throws io.marquetry.base.ProblemException with what a key has to be
     */
    public static AssetKey parse(String text) {
        if (!isValid(text)) {
            throw Problem.of("problem.asset.key", text).asException();
        }
        return new AssetKey(text);
    }

    @Override
    public int compareTo(AssetKey other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
