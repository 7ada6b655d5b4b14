package io.marquetry.source.columns;

import java.util.Arrays;
import java.util.BitSet;

/** Which leaves of the rules hold for which code of a column. */
final class LeafBits {

    private final int count;
    private final int stride;
    private volatile long[] words;

    LeafBits(int leaves, int codes) {
        this.count = leaves;
        this.stride = (leaves + 63) >>> 6;
        this.words = new long[Math.multiplyExact(stride, codes)];
    }

    /** Returns how many leaves there are. */
    int count() {
        return count;
    }

    /** Returns how many words of 64 leaves there are. */
    int stride() {
        return stride;
    }

    /** Returns the words, code after code; good for all codes that were given out before. */
    long[] words() {
        return words;
    }

    /** Enters the leaves that hold for a code; on one thread at a time. */
    void set(int code, BitSet leaves) {
        long[] all = words;
        if ((code + 1) * stride > all.length) {
            all = Arrays.copyOf(all, Math.max(2 * all.length, 16 * stride));
        }
        long[] own = leaves.toLongArray();
        System.arraycopy(own, 0, all, code * stride, own.length);
        words = all;
    }
}
