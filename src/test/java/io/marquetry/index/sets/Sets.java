package io.marquetry.index.sets;

import io.marquetry.audience.Snapshot;
import io.marquetry.index.order.Content;
import io.marquetry.index.order.Order;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Set;
import java.util.SplittableRandom;

/** Sets and orders in memory. */
public final class Sets {

    private Sets() {}

    /** Packs members, given by ordinal, in the order of a content. */
    public static ProfileSet of(BitSet members, Content content) {
        long profiles = content.profiles();
        return ProfileSet.of(content.order().placed(words(members, profiles)), profiles);
    }

    public static long[] words(BitSet members, long profiles) {
        return Arrays.copyOf(members.toLongArray(), Words.length(profiles));
    }

    public static Content asInSource(Snapshot snapshot, long profiles) {
        return new Content(snapshot, profiles, Order.asInSource(profiles));
    }

    /** Makes an order of random classes. */
    public static Order anyOrder(SplittableRandom random, int profiles) {
        int classes = random.nextInt(1, 9);
        MemorySegment numbers = Arena.ofAuto().allocate(Math.max(1, profiles * 2L), 8);
        for (int p = 0; p < profiles; p++) {
            numbers.setAtIndex(ValueLayout.JAVA_CHAR, p, (char) random.nextInt(classes));
        }
        return new Order("ab".repeat(32), profiles, classes, numbers, Set.of());
    }
}
