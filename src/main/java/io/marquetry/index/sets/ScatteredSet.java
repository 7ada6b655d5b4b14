package io.marquetry.index.sets;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.Arrays;

/** A set whose members stand far from each other: their places, ascending, 4 bytes each. */
final class ScatteredSet implements ProfileSet {

    private static final ValueLayout.OfInt INT =
            ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private final MemorySegment places;
    private final Form form;

    /** Where the members of each block begin, and behind them all. */
    private final int[] begins;

    ScatteredSet(MemorySegment places, Form form) {
        this.places = places;
        this.form = form;
        long before = -1;
        for (int i = 0; i < form.cardinality(); i++) {
            if (at(i) <= before) {
                throw new IllegalArgumentException("places that do not ascend");
            }
            before = at(i);
        }
        if (before >= (long) form.blocks() << Block.SHIFT) {
            throw new IllegalArgumentException("a place behind all profiles");
        }
        this.begins = new int[form.blocks() + 1];
        for (int block = 1; block < begins.length; block++) {
            begins[block] = atOrBehind((long) block << Block.SHIFT, begins[block - 1]);
        }
    }

    @Override
    public long cardinality() {
        return form.cardinality();
    }

    @Override
    public long bytes() {
        return form.bytes();
    }

    @Override
    public int count(int block) {
        return begins[block + 1] - begins[block];
    }

    @Override
    public boolean contains(long place) {
        int at = atOrBehind(place, 0);
        return at < form.cardinality() && at(at) == place;
    }

    @Override
    public long countAnd(Run run, char[] counts) {
        long more = 0;
        for (int i = 0; i < run.size(); i++) {
            int block = run.block(i);
            int both = (int) countAnd(run.mask().words(block), begins[block], begins[block + 1]);
            more += both - counts[block];
            counts[block] = (char) both;
        }
        return more;
    }

    private long countAnd(long[] words, int from, int to) {
        long both = 0;
        for (int i = from; i < to; i++) {
            int place = at(i);
            both += words[(place >>> 6) & (Block.WORDS - 1)] >>> place & 1;
        }
        return both;
    }

    @Override
    public void copyInto(long[] target, int block) {
        Arrays.fill(target, 0);
        orInto(target, block);
    }

    @Override
    public void orInto(long[] target, int block) {
        int first = block * Block.WORDS;
        for (int i = begins[block]; i < begins[block + 1]; i++) {
            int place = at(i);
            target[(place >>> 6) - first] |= 1L << place;
        }
    }

    @Override
    public void andInto(long[] target, int block) {
        int first = block * Block.WORDS;
        int next = 0;
        for (int i = begins[block]; i < begins[block + 1]; ) {
            int word = at(i) >>> 6;
            long members = 0;
            for (; i < begins[block + 1] && at(i) >>> 6 == word; i++) {
                members |= 1L << at(i);
            }
            Arrays.fill(target, next, word - first, 0);
            target[word - first] &= members;
            next = word - first + 1;
        }
        Arrays.fill(target, next, target.length, 0);
    }

    @Override
    public void andNotInto(long[] target, int block) {
        int first = block * Block.WORDS;
        for (int i = begins[block]; i < begins[block + 1]; i++) {
            int place = at(i);
            target[(place >>> 6) - first] &= ~(1L << place);
        }
    }

    /** Returns the first member from {@code low} on whose place is not smaller. */
    private int atOrBehind(long place, int low) {
        int from = low;
        int to = (int) form.cardinality();
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (at(middle) < place) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    private int at(int index) {
        return places.get(INT, (long) index * Integer.BYTES);
    }
}
