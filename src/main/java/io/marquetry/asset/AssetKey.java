package io.marquetry.asset;

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

    @Override
    public int compareTo(AssetKey other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
