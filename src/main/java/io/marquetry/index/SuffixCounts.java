package io.marquetry.index;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * A set with how many profiles are in it from each run of 512 words on, to stop comparing early.
 */
final class SuffixCounts {

    private static final int RUN = 512;

    private final ProfileSet set;
    private final long size;
    private final long[] from;

    private SuffixCounts(ProfileSet set, long size, long[] from) {
        this.set = set;
        this.size = size;
        this.from = from;
    }

    /** Returns how many are in the set. */
    long size() {
        return size;
    }

    /** Counts a set once. */
    static SuffixCounts of(ProfileSet set, long profiles) {
        int words = Words.length(profiles);
        int runs = (words + RUN - 1) / RUN;
        long[] from = new long[runs + 1];
        switch (set) {
            case ProfileSet.Dense dense -> {
                for (int run = runs - 1; run >= 0; run--) {
                    long count = 0;
                    int end = Math.min(words, (run + 1) * RUN);
                    for (int i = run * RUN; i < end; i++) {
                        count += Long.bitCount(word(dense.words(), i));
                    }
                    from[run] = from[run + 1] + count;
                }
            }
            case ProfileSet.Sparse sparse -> {
                for (int i = 0; i < sparse.cardinality(); i++) {
                    from[run(ordinal(sparse.ordinals(), i))]++;
                }
                for (int run = runs - 1; run >= 0; run--) {
                    from[run] += from[run + 1];
                }
            }
        }
        return new SuffixCounts(set, set.cardinality(), from);
    }

    /** Returns how many are in both, or some number below {@code least} where they are fewer. */
    static long both(SuffixCounts a, SuffixCounts b, long least) {
        return switch (a.set) {
            case ProfileSet.Dense first ->
                    switch (b.set) {
                        case ProfileSet.Dense second -> dense(a, first, b, second, least);
                        case ProfileSet.Sparse second -> mixed(b, second, first, a, least);
                    };
            case ProfileSet.Sparse first ->
                    switch (b.set) {
                        case ProfileSet.Dense second -> mixed(a, first, second, b, least);
                        case ProfileSet.Sparse second -> sparse(first, second, least);
                    };
        };
    }

    private static long dense(
            SuffixCounts a,
            ProfileSet.Dense first,
            SuffixCounts b,
            ProfileSet.Dense second,
            long least) {
        MemorySegment left = first.words();
        MemorySegment right = second.words();
        int words = (int) (left.byteSize() / Long.BYTES);
        long both = 0;
        for (int run = 0; run < a.from.length - 1; run++) {
            if (both + Math.min(a.from[run], b.from[run]) < least) {
                return both;
            }
            int end = Math.min(words, (run + 1) * RUN);
            for (int i = run * RUN; i < end; i++) {
                both += Long.bitCount(word(left, i) & word(right, i));
            }
        }
        return both;
    }

    private static long mixed(
            SuffixCounts a,
            ProfileSet.Sparse few,
            ProfileSet.Dense many,
            SuffixCounts b,
            long least) {
        long both = 0;
        int run = -1;
        for (int i = 0; i < few.cardinality(); i++) {
            int ordinal = ordinal(few.ordinals(), i);
            if (run(ordinal) != run) {
                run = run(ordinal);
                if (both + Math.min(a.from[run], b.from[run]) < least) {
                    return both;
                }
            }
            both += word(many.words(), ordinal >>> 6) >>> ordinal & 1;
        }
        return both;
    }

    private static long sparse(ProfileSet.Sparse first, ProfileSet.Sparse second, long least) {
        long both = 0;
        int i = 0;
        int j = 0;
        int n = (int) first.cardinality();
        int m = (int) second.cardinality();
        while (i < n && j < m) {
            if (both + Math.min(n - i, m - j) < least) {
                return both;
            }
            int left = ordinal(first.ordinals(), i);
            int right = ordinal(second.ordinals(), j);
            if (left == right) {
                both++;
            }
            i += left <= right ? 1 : 0;
            j += right <= left ? 1 : 0;
        }
        return both;
    }

    private static int run(int ordinal) {
        return (ordinal >>> 6) / RUN;
    }

    private static long word(MemorySegment words, int index) {
        return words.getAtIndex(ValueLayout.JAVA_LONG, index);
    }

    private static int ordinal(MemorySegment ordinals, int index) {
        return ordinals.getAtIndex(ValueLayout.JAVA_INT, index);
    }
}
