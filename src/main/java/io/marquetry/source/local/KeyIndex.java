package io.marquetry.source.local;

import io.marquetry.base.Sha256;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * Finds a profile by its key in about 40 bytes per profile: it keeps 128 bits of each key's SHA-256
 * instead of the key, which no two keys will ever share.
 */
final class KeyIndex {

    static final long ABSENT = -1;

    private final MessageDigest digest = Sha256.digest();
    private long[] high = new long[1 << 10];
    private long[] low = new long[1 << 10];
    private int[] ordinals = new int[1 << 10];
    private long[] lines = new long[1 << 9];
    private int size;

    /**
     * Adds a key under the next ordinal, from 0, unless it is there.
     *
     * @param line where it stands in its file
     * @return the line where the key stood before, or {@link #ABSENT} if it was added
     */
    long add(String key, long line) {
        ByteBuffer hash = hash(key);
        int slot = slot(hash.getLong(0), hash.getLong(8));
        if (ordinals[slot] != 0) {
            return lines[ordinals[slot] - 1];
        }
        if (size == lines.length) {
            grow();
            slot = slot(hash.getLong(0), hash.getLong(8));
        }
        high[slot] = hash.getLong(0);
        low[slot] = hash.getLong(8);
        lines[size] = line;
        size++;
        ordinals[slot] = size;
        return ABSENT;
    }

    /** Returns the ordinal of a key, or {@link #ABSENT}. */
    long ordinal(String key) {
        ByteBuffer hash = hash(key);
        return ordinals[slot(hash.getLong(0), hash.getLong(8))] - 1L;
    }

    private ByteBuffer hash(String key) {
        return ByteBuffer.wrap(digest.digest(key.getBytes(StandardCharsets.UTF_8)));
    }

    private int slot(long wantedHigh, long wantedLow) {
        int mask = ordinals.length - 1;
        int slot = (int) wantedHigh & mask;
        while (ordinals[slot] != 0 && (high[slot] != wantedHigh || low[slot] != wantedLow)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldHigh = high;
        long[] oldLow = low;
        int[] oldOrdinals = ordinals;
        high = new long[oldHigh.length * 2];
        low = new long[oldLow.length * 2];
        ordinals = new int[oldOrdinals.length * 2];
        lines = Arrays.copyOf(lines, lines.length * 2);
        for (int i = 0; i < oldOrdinals.length; i++) {
            if (oldOrdinals[i] != 0) {
                int slot = slot(oldHigh[i], oldLow[i]);
                high[slot] = oldHigh[i];
                low[slot] = oldLow[i];
                ordinals[slot] = oldOrdinals[i];
            }
        }
    }
}
