package io.marquetry.index.order;

import io.marquetry.base.CancelSignal;
import io.marquetry.base.Sha256;
import io.marquetry.index.sets.ProfileSet;
import io.marquetry.index.sets.Sweep;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Looks for an order in which profiles that carry the same tags stand beside each other: parts a
 * {@link Sample} of them into {@link Classes}, and tells for each profile which of them it is in.
 * Reads the sets that tell profiles apart twice, block by block.
 */
public final class OrderSearch {

    /** Profiles in a class: a quarter of a chunk, so that chunks do not begin within one. */
    private static final int CLASS = 128;

    /** Another way to look for an order has another number: then it is another order. */
    private static final String WAY = "3";

    private static final ValueLayout.OfChar NUMBER =
            ValueLayout.JAVA_CHAR.withOrder(ByteOrder.LITTLE_ENDIAN);

    private final Content content;
    private final Map<String, ProfileSet> sets;
    private final CancelSignal signal;

    public OrderSearch(Content content, Map<String, ProfileSet> sets, CancelSignal signal) {
        this.content = content;
        this.sets = new TreeMap<>(sets);
        this.signal = signal;
    }

    /** Returns the order; that of the source where no tag has anything to do with another. */
    public Order found() {
        long profiles = content.profiles();
        int most = Math.clamp(profiles / CLASS, 1, Order.MOST_CLASSES);
        Sample sample = Sample.of(sets.values(), profiles, most, signal);
        Classes classes = Classes.of(sample, most, signal);
        Set<String> seen = Set.copyOf(sets.keySet());
        if (classes.count() == 1) {
            return Order.asInSource(profiles).seeing(seen);
        }
        MemorySegment byPlace = Arena.ofAuto().allocate(profiles * Character.BYTES, Long.BYTES);
        Sweep.of(
                profiles,
                0,
                (block, nothing) -> {
                    signal.check();
                    long first = block.firstPlace();
                    int members = block.length() * Long.SIZE;
                    char[] numbers = classes.of(block, (int) Math.min(members, profiles - first));
                    for (int i = 0; i < numbers.length; i++) {
                        byPlace.setAtIndex(NUMBER, first + i, numbers[i]);
                    }
                });
        String id =
                Sha256.of(WAY + "\n" + content.hash() + "\n" + String.join("\n", sets.keySet()));
        return new Order(id, profiles, classes.count(), byOrdinal(byPlace), seen);
    }

    private MemorySegment byOrdinal(MemorySegment byPlace) {
        if (content.order().isAsInSource()) {
            return byPlace;
        }
        MemorySegment numbers = Arena.ofAuto().allocate(byPlace.byteSize(), Long.BYTES);
        int[] places = content.order().places();
        for (int ordinal = 0; ordinal < places.length; ordinal++) {
            numbers.setAtIndex(NUMBER, ordinal, byPlace.getAtIndex(NUMBER, places[ordinal]));
        }
        return numbers;
    }
}
