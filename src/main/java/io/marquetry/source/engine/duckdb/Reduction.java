package io.marquetry.source.engine.duckdb;

import io.marquetry.tag.TagRule;
import io.marquetry.tag.TagRule.Aggregate;

import java.util.ArrayList;
import java.util.List;

/**
 * One aggregate of each profile's events, in a long, and the rules that compare it with something.
 */
public final class Reduction {

    private final Key key;
    private final List<Test> tests = new ArrayList<>();
    private volatile boolean beyond;

    /**
     * What makes two rules ask for the same.
     *
     * @param filter the number of the filter that says which events count
     * @param measure the number of the measure that is reduced; counting has none
     */
    public record Key(Aggregate aggregate, int filter, int measure) {}

    /** What one rule wants of the aggregate, and who satisfies it. */
    public static final class Test {

        private final TagRule.Events rule;
        private final LongSpan wanted;
        private final long[] members;

        private Test(TagRule.Events rule, LongSpan wanted, int words) {
            this.rule = rule;
            this.wanted = wanted;
            this.members = new long[words];
        }

        TagRule.Events rule() {
            return rule;
        }

        /** Returns one bit per profile. */
        long[] members() {
            return members;
        }
    }

    public Reduction(Key key) {
        this.key = key;
    }

    public Key key() {
        return key;
    }

    public List<Test> tests() {
        return tests;
    }

    /** Adds a rule; one bit per profile will say who satisfies it. */
    public void add(TagRule.Events rule, LongSpan wanted, int words) {
        tests.add(new Test(rule, wanted, words));
    }

    /** Returns whether a long was too small for it: then its answers are none. */
    public boolean isBeyond() {
        return beyond;
    }

    /** Says that a long is too small for it; on any thread. */
    public void setBeyond() {
        beyond = true;
    }

    /** Returns the cell of a profile without events that count. */
    public long none() {
        return switch (key.aggregate()) {
            case COUNT, SUM -> 0;
            case MIN -> Long.MAX_VALUE;
            case MAX, LATEST -> Long.MIN_VALUE;
        };
    }

    /**
     * Takes events.
     *
     * @param events which rows of the places and the measure count
     * @param places where each row's profile has its cells
     */
    public void add(long[] cells, int cell, int[] events, int count, int[] places, long[] measure) {
        switch (key.aggregate()) {
            case COUNT -> {
                for (int i = 0; i < count; i++) {
                    cells[places[events[i]] + cell]++;
                }
            }
            case SUM -> {
                for (int i = 0; i < count; i++) {
                    int place = places[events[i]] + cell;
                    long own = measure[events[i]];
                    long next = cells[place] + own;
                    if (((cells[place] ^ next) & (own ^ next)) < 0) {
                        setBeyond();
                    }
                    cells[place] = next;
                }
            }
            case MIN -> {
                for (int i = 0; i < count; i++) {
                    int place = places[events[i]] + cell;
                    cells[place] = Math.min(cells[place], inside(measure[events[i]]));
                }
            }
            case MAX, LATEST -> {
                for (int i = 0; i < count; i++) {
                    int place = places[events[i]] + cell;
                    cells[place] = Math.max(cells[place], inside(measure[events[i]]));
                }
            }
        }
    }

    /**
     * Enters who satisfies the rules.
     *
     * @param from the first place of 64 profiles' cells at most
     * @param stride from one profile's cells to the next one's
     * @param word the number of the bitmaps' word that is these profiles'
     */
    public void answer(long[] cells, int from, int stride, int profiles, int word) {
        boolean always = key.aggregate() == Aggregate.COUNT || key.aggregate() == Aggregate.SUM;
        long none = none();
        for (Test test : tests) {
            long bits = 0;
            for (int i = 0; i < profiles; i++) {
                long number = cells[from + i * stride];
                if (test.wanted.holds(number) && (always || number != none)) {
                    bits |= 1L << i;
                }
            }
            test.members[word] = bits;
        }
    }

    /** The ends stand for no event: an event that has one is left to the database. */
    private long inside(long number) {
        if (number == Long.MIN_VALUE || number == Long.MAX_VALUE) {
            setBeyond();
        }
        return number;
    }
}
