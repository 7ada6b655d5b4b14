package io.marquetry.effect.advice;

import io.marquetry.effect.figures.ArmComparison;
import io.marquetry.effect.figures.Finding;
import io.marquetry.effect.figures.Measure;
import io.marquetry.effect.figures.Rate;
import io.marquetry.effect.stats.Equivalence;
import io.marquetry.effect.stats.Fading;
import io.marquetry.effect.stats.Worth;
import io.marquetry.effect.sums.Dimension;
import io.marquetry.effect.watch.Shift;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** What advice rests on, and what it does not rest on. */
public sealed interface Basis {

    /** How many were treated, and how many it takes. */
    record People(long targeted, long fewest) implements Basis {}

    /**
     * A difference from the control.
     *
     * @param treated how many were treated
     * @param held how many were held out by chance
     */
    record Compared(ArmComparison comparison, long treated, long held) implements Basis {}

    /**
     * How the difference stands to the smallest effect worth having.
     *
     * @param found open where the interval cannot be trusted
     */
    record Judged(Measure measure, Worth worth, Equivalence judged, Equivalence.Finding found)
            implements Basis {}

    /** What would have to be worth having for other advice: the end of the interval. */
    record Turns(Measure measure, double worth) implements Basis {}

    /** What counts more is known, but of too few to be judged: another measure decided. */
    record StandsIn(Measure measure, Measure better) implements Basis {}

    /**
     * A rate and the bound that it misses.
     *
     * @param bound 0 to 1
     * @param among how many packages were looked at, for which the interval is corrected
     */
    record Below(Measure measure, Rate rate, double bound, int among) implements Basis {}

    /**
     * A rate that changed; without a control nobody can tell why.
     *
     * @param among how many series were looked at, for which the p-value is corrected
     * @param targetedBefore how many were targeted in each week until then, on average
     * @param targetedAfter how many from then on
     */
    record Changed(
            Measure measure,
            Shift.Found shift,
            int among,
            double targetedBefore,
            double targetedAfter)
            implements Basis {}

    /**
     * What a treatment adds to its control fell.
     *
     * @param from the first week
     * @param to the last week
     * @param among how many series were looked at, for which the p-value is corrected
     */
    record Wore(Measure measure, Fading.Judged wear, LocalDate from, LocalDate to, int among)
            implements Basis {}

    /**
     * How many people a test would take.
     *
     * @param each in each of two arms of the same size
     * @param rise the smallest one worth having
     */
    record Needed(Measure measure, double rise, long each) implements Basis {}

    /**
     * The arms differ in what is told of people; if that was known before the send, the comparison
     * is none.
     */
    record Unbalanced(List<Dimension> dimensions) implements Basis {

        /** Copies the list. */
        public Unbalanced {
            dimensions = List.copyOf(dimensions);
        }
    }

    /** The arms are not of the same size, and nobody said whether they were to be. */
    record UnequalArms() implements Basis {}

    /** Money that is compared rests on few amounts. */
    record RestsOn(Finding.Extreme found) implements Basis {}

    /** What was not looked at. */
    record Unseen(Set<Sight> sights) implements Basis {

        /** Copies the set. */
        public Unseen {
            sights = Set.copyOf(sights);
        }
    }

    /** What can be looked at. */
    enum Sight {
        /** Whether it reached people: not recorded. */
        DELIVERY,
        /** What people spent: not recorded of each. */
        MONEY,
        /** What it cost: not recorded, and nobody said. */
        COST,
        /** Whether it wears off: fewer than five weeks are told. */
        TIME
    }
}
