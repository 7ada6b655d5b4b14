package io.marquetry.dispatch;

import io.marquetry.base.Sha256;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * Who is held out, by chance that anybody can work out again: u is the top 53 bits of SHA-256 of
 * the salt's length in four bytes, the salt and the key, divided by 2^53; held out if u is below
 * the share. A larger share keeps everybody whom a smaller one holds out. For one thread.
 */
public final class Holdout {

    private static final double SCALE = 0x1p-53;

    private final byte[] prefix;
    private final double share;
    private final MessageDigest digest = Sha256.digest();

    /**
     * Makes the chance of one dispatch.
     *
     * @param salt makes it another chance than that of other dispatches
     * @param share of 0 to below 1
     */
    public Holdout(String salt, double share) {
        if (!(share >= 0 && share < 1)) {
            throw new IllegalArgumentException("not a share: " + share);
        }
        byte[] bytes = salt.getBytes(StandardCharsets.UTF_8);
        this.prefix = ByteBuffer.allocate(4 + bytes.length).putInt(bytes.length).put(bytes).array();
        this.share = share;
    }

    /** Returns the number of a person, 0 to below 1, the same for ever. */
    public double u(String key) {
        byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
        return u(bytes, 0, bytes.length);
    }

    /** Returns the number of a person whose key is in some bytes, in UTF-8. */
    public double u(byte[] bytes, int from, int length) {
        digest.update(prefix);
        digest.update(bytes, from, length);
        return (ByteBuffer.wrap(digest.digest()).getLong() >>> 11) * SCALE;
    }

    /** Returns the share that is held out. */
    public double share() {
        return share;
    }

    /** Returns whether a person is held out. */
    public boolean holds(String key) {
        return share > 0 && u(key) < share;
    }
}
