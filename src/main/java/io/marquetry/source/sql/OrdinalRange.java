package io.marquetry.source.sql;

import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

import java.util.ArrayList;
import java.util.List;

/**
 * Neighbouring profiles.
 *
 * @param from the first ordinal
 * @param to the ordinal behind the last
 */
public record OrdinalRange(long from, long to) {

    /**
     * Divides all profiles into ranges that each begin with a whole word of 64.
     *
     * @param most how many profiles a range may have; 64 in any case
     */
    public static List<OrdinalRange> divide(long profiles, long most) {
        long size = Math.max(Long.SIZE, most & -Long.SIZE);
        List<OrdinalRange> ranges = new ArrayList<>();
        for (long from = 0; from < profiles; from += size) {
            ranges.add(new OrdinalRange(from, Math.min(profiles, from + size)));
        }
        return ranges;
    }

    /** Divides all profiles among workers; a few profiles stay together. */
    public static long share(long profiles, int workers, long fewest) {
        return Math.max(fewest, (profiles / workers | Long.SIZE - 1) + 1);
    }

    public long size() {
        return to - from;
    }

    /** Returns the condition that the ordinal is within. */
    public Condition holds(Field<Long> ordinal) {
        return ordinal.between(DSL.inline(from), DSL.inline(to - 1));
    }
}
