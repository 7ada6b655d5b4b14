package io.marquetry.index;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.BitSet;

/** Sets in both forms, whatever form would be the cheaper one. */
final class Sets {

    private Sets() {}

    static ProfileSet sparse(BitSet members) {
        MemorySegment ordinals =
                Arena.ofAuto().allocateFrom(ValueLayout.JAVA_INT, members.stream().toArray());
        return new ProfileSet.Sparse(ordinals, members.cardinality());
    }

    static ProfileSet dense(BitSet members, long profiles) {
        MemorySegment words =
                Arena.ofAuto().allocateFrom(ValueLayout.JAVA_LONG, words(members, profiles));
        return new ProfileSet.Dense(words, members.cardinality());
    }

    static long[] words(BitSet members, long profiles) {
        return Arrays.copyOf(members.toLongArray(), Words.length(profiles));
    }
}
