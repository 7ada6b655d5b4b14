package io.marquetry.index;

import io.marquetry.base.CancelSignal;
import io.marquetry.index.file.IndexFolder;
import io.marquetry.index.order.Content;
import io.marquetry.index.order.Order;
import io.marquetry.index.order.OrderSearch;
import io.marquetry.index.sets.Block;
import io.marquetry.index.sets.ProfileSet;
import io.marquetry.index.sets.Words;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Puts the profiles of an index into another order. The sets are written beside those in use, then
 * the order: whatever ends it before leaves the index as it was.
 */
final class Renewal {

    /** In fewer than two blocks there is nothing to save. */
    private static final long FEWEST_PROFILES = 2L * Block.WORDS * Long.SIZE;

    /** An order is looked for anew where more than one byte in this is of sets it does not know. */
    private static final int KNOWN = 3;

    /** Another order has to save a tenth, the classes of the profiles counted in. */
    private static final double WORTH = 0.9;

    private Renewal() {}

    /** Returns whether so much of the sets is unknown to the order that another may be better. */
    static boolean isDue(Content content, Map<String, ProfileSet> sets) {
        long all = 0;
        long unknown = 0;
        for (Map.Entry<String, ProfileSet> set : sets.entrySet()) {
            all += set.getValue().bytes();
            unknown += content.order().seen().contains(set.getKey()) ? 0 : set.getValue().bytes();
        }
        return content.profiles() >= FEWEST_PROFILES && unknown > all / KNOWN;
    }

    /**
     * Finds an order and writes the sets in it; empty where the one in use stays, because it is as
     * good, or because the disk is full.
     *
     * @param sets all sets of the index, by name
     */
    static Optional<Renewed> of(
            Content content,
            Map<String, ProfileSet> sets,
            IndexFolder folder,
            CancelSignal signal) {
        Order now = content.order();
        Order other = new OrderSearch(content, sets, signal).found();
        Content next = content.in(other);
        Map<String, ProfileSet> moved =
                other.isAsInSource() ? sets : move(content, next, sets, folder, signal);
        boolean better =
                bytes(moved) + other.numbers().byteSize()
                        < WORTH * (bytes(sets) + now.numbers().byteSize());
        if (better && moved.size() == sets.size() && folder.keepOrder(other, content.snapshot())) {
            return Optional.of(new Renewed(next, moved));
        }
        if (!better) {
            // So that nobody looks for one again until there are other sets.
            folder.keepOrder(now.seeing(sets.keySet()), content.snapshot());
        }
        return Optional.empty();
    }

    /** Returns the sets that the disk took. */
    private static Map<String, ProfileSet> move(
            Content content,
            Content next,
            Map<String, ProfileSet> sets,
            IndexFolder folder,
            CancelSignal signal) {
        int[] to = moves(content.order(), next.order());
        Map<String, ProfileSet> moved = new HashMap<>();
        sets.entrySet().parallelStream()
                .map(
                        set -> {
                            signal.check();
                            long[] words = moved(set.getValue(), to, content.profiles());
                            return Map.entry(set.getKey(), folder.keep(set.getKey(), next, words));
                        })
                .filter(kept -> kept.getValue().onDisk())
                .toList()
                .forEach(kept -> moved.put(kept.getKey(), kept.getValue().set()));
        return moved;
    }

    /** Returns for each place in an order the place in another one. */
    private static int[] moves(Order from, Order to) {
        if (from.isAsInSource()) {
            return to.places();
        }
        int[] before = from.places();
        int[] after = to.places();
        int[] moves = new int[before.length];
        for (int ordinal = 0; ordinal < before.length; ordinal++) {
            moves[before[ordinal]] = after[ordinal];
        }
        return moves;
    }

    private static long[] moved(ProfileSet set, int[] to, long profiles) {
        long[] moved = new long[Words.length(profiles)];
        Block block = new Block(profiles);
        for (int number = 0; number < Block.blocks(profiles); number++) {
            block.moveTo(number);
            long[] words = block.copyOf(set);
            int first = (int) block.firstPlace();
            for (int i = 0; i < block.length(); i++) {
                for (long left = words[i]; left != 0; left &= left - 1) {
                    int place = to[first + (i << 6) + Long.numberOfTrailingZeros(left)];
                    moved[place >>> 6] |= 1L << place;
                }
            }
            block.giveBack(words);
        }
        return moved;
    }

    private static long bytes(Map<String, ProfileSet> sets) {
        return sets.values().stream().mapToLong(ProfileSet::bytes).sum();
    }

    /**
     * An index in its new order.
     *
     * @param sets by name
     */
    record Renewed(Content content, Map<String, ProfileSet> sets) {}
}
