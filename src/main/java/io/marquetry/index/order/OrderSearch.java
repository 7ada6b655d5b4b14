package io.marquetry.index.order;

import io.marquetry.base.CancelSignal;
import io.marquetry.base.Sha256;
import io.marquetry.index.sets.Block;
import io.marquetry.index.sets.ProfileSet;
import io.marquetry.index.sets.Sweep;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Looks for an order in which profiles that carry the same tags stand beside each other. Tags that
 * hold or exclude each other become one dimension ({@link Dimension}); the values that a profile
 * has in the dimensions, one after the other, are its key; and the keys are parted into classes of
 * much the same size. Reads all sets of the dimensions twice, block by block.
 */
public final class OrderSearch {

    private static final int SAMPLED_KEYS = 1 << 20;

    /** Profiles in a class: a quarter of a chunk, so that chunks do not begin within one. */
    private static final int CLASS = 128;

    private static final int KEY_BITS = 62;
    private static final ValueLayout.OfChar NUMBER =
            ValueLayout.JAVA_CHAR.withOrder(ByteOrder.LITTLE_ENDIAN);

    private final Content content;
    private final Map<String, ProfileSet> sets;
    private final CancelSignal signal;
    private final List<Dimension> dimensions;

    public OrderSearch(Content content, Map<String, ProfileSet> sets, CancelSignal signal) {
        this.content = content;
        this.sets = new TreeMap<>(sets);
        this.signal = signal;
        this.dimensions = Dimension.of(List.copyOf(this.sets.values()), content.profiles(), signal);
    }

    /** Returns the order; that of the source where no tag has anything to do with another. */
    public Order found() {
        long[] cuts = cuts();
        long profiles = content.profiles();
        Set<String> seen = Set.copyOf(sets.keySet());
        if (cuts.length == 0) {
            return Order.asInSource(profiles).seeing(seen);
        }
        MemorySegment byPlace = Arena.ofAuto().allocate(profiles * Character.BYTES, Long.BYTES);
        Sweep.of(
                profiles,
                0,
                (block, nothing) -> {
                    signal.check();
                    long[] keys = keys(block);
                    long first = block.firstPlace();
                    int members = (int) Math.min(keys.length, profiles - first);
                    for (int i = 0; i < members; i++) {
                        byPlace.setAtIndex(NUMBER, first + i, (char) number(keys[i], cuts));
                    }
                });
        String id = Sha256.of(content.hash() + "\n" + String.join("\n", sets.keySet()));
        return new Order(id, profiles, cuts.length + 1, byOrdinal(byPlace), seen);
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

    /** Returns the keys at which a class begins, ascending. */
    private long[] cuts() {
        long profiles = content.profiles();
        int step = (int) Math.max(1, profiles / SAMPLED_KEYS);
        long[] sample = new long[(int) ((profiles + step - 1) / step)];
        Sweep.of(
                profiles,
                0,
                (block, nothing) -> {
                    signal.check();
                    long[] keys = keys(block);
                    long first = block.firstPlace();
                    long end = Math.min(first + keys.length, profiles);
                    for (long p = (first + step - 1) / step * step; p < end; p += step) {
                        sample[(int) (p / step)] = keys[(int) (p - first)];
                    }
                });
        Arrays.parallelSort(sample);
        int classes = (int) Math.max(1, Math.min(Order.MOST_CLASSES, profiles / CLASS));
        long[] cuts = new long[classes];
        int found = 0;
        long last = sample[0];
        for (int i = 1; i < classes; i++) {
            long key = sample[(int) ((long) sample.length * i / classes)];
            if (key != last) {
                cuts[found++] = key;
                last = key;
            }
        }
        return Arrays.copyOf(cuts, found);
    }

    private static int number(long key, long[] cuts) {
        int at = Arrays.binarySearch(cuts, key);
        return at < 0 ? ~at : at + 1;
    }

    /** Returns the keys of the profiles of a block. */
    private long[] keys(Block block) {
        long[] keys = new long[Block.WORDS * Long.SIZE];
        int room = KEY_BITS;
        for (Dimension dimension : dimensions) {
            if (dimension.bits() <= room) {
                room -= dimension.bits();
                dimension.put(keys, room, block);
            }
        }
        return keys;
    }
}
