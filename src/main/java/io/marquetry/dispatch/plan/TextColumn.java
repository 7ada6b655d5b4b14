package io.marquetry.dispatch.plan;

import io.marquetry.dispatch.Holdout;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * One text of each of many people, as the bytes of UTF-8 one after the other: a million objects
 * keep whoever frees memory busier than all that is worked out of them. Several threads may put,
 * each into stretches of its own and there one after the other.
 */
final class TextColumn {

    /** So many people lie together. */
    static final int STRETCH = 4_096;

    private final byte[][] bytes;
    private final int[] ends;

    /** Makes one in which nobody has a text yet. */
    TextColumn(int people) {
        this.bytes = new byte[(people + STRETCH - 1) / STRETCH][];
        this.ends = new int[people];
    }

    /** Puts the text of somebody, behind that of the one before. */
    void put(int at, String text) {
        byte[] added = text.getBytes(StandardCharsets.UTF_8);
        int stretch = at / STRETCH;
        int from = from(at);
        byte[] there = bytes[stretch];
        if (there == null) {
            there = new byte[Math.max(STRETCH * 8, added.length)];
        } else if (there.length - from < added.length) {
            there = Arrays.copyOf(there, Math.max(2 * there.length, from + added.length));
        }
        System.arraycopy(added, 0, there, from, added.length);
        bytes[stretch] = there;
        ends[at] = from + added.length;
    }

    private int from(int at) {
        return at % STRETCH == 0 ? 0 : ends[at - 1];
    }

    /** Returns whether somebody has none, or an empty one. */
    boolean isEmpty(int at) {
        return ends[at] == from(at);
    }

    /** Returns the text of somebody. */
    String get(int at) {
        int from = from(at);
        return new String(bytes[at / STRETCH], from, ends[at] - from, StandardCharsets.UTF_8);
    }

    /** Returns the number that chance gives somebody with this text as their key. */
    double u(int at, Holdout chance) {
        int from = from(at);
        return chance.u(bytes[at / STRETCH], from, ends[at] - from);
    }

    /** Returns a hash of the text that nobody can foresee who does not know the seed. */
    int hash(int at, long seed) {
        byte[] stretch = bytes[at / STRETCH];
        long hash = seed;
        for (int i = from(at); i < ends[at]; i++) {
            hash = (hash ^ stretch[i]) * 0x9e3779b97f4a7c15L;
            hash ^= hash >>> 29;
        }
        return (int) (hash >>> 32);
    }

    /** Returns whether somebody has the same text as somebody has in another column. */
    boolean isSame(int one, TextColumn column, int other) {
        return Arrays.equals(
                bytes[one / STRETCH],
                from(one),
                ends[one],
                column.bytes[other / STRETCH],
                column.from(other),
                column.ends[other]);
    }
}
