package io.marquetry.effect.figures;

import io.marquetry.audience.SourceName;
import io.marquetry.effect.Absence;
import io.marquetry.effect.OutcomeRole;
import io.marquetry.effect.stats.Difference;
import io.marquetry.effect.stats.Estimate;
import io.marquetry.effect.sums.Dimension;
import io.marquetry.effect.sums.Grouping;
import io.marquetry.effect.sums.LargeAmount;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What is odd about outcomes. */
public sealed interface Finding {

    /**
     * Rows contradict themselves: more hit or converted than delivered, or more than targeted. They
     * are counted as they are.
     *
     * @param rows how many, those held out not among them
     */
    record Contradictory(long rows) implements Finding {}

    /**
     * A source of people does not know some of the profiles, so it cannot tell their tags.
     *
     * @param profiles how many, each once
     */
    record NotAmong(SourceName source, long profiles) implements Finding {}

    /** The arm that is called the control has no rows. */
    record ControlAbsent(String arm) implements Finding {}

    /**
     * Rows do not tell their arm; they are in no arm and in no figure.
     *
     * @param targeted how many were targeted by them
     */
    record WithoutArm(long targeted) implements Finding {}

    /**
     * Profiles stand in more than one arm of the same package; they are in none and in no figure.
     *
     * @param profiles how many, each once for each package
     */
    record InTwoArms(long profiles) implements Finding {}

    /**
     * Cells of a column are empty.
     *
     * @param meaning what was made of them
     */
    record EmptyCells(OutcomeRole role, String column, long rows, Absence meaning)
            implements Finding {}

    /** Totals do not tell how many were targeted; these rows are in no figure. */
    record WithoutDenominator(long rows) implements Finding {}

    /** A count is below 0; these rows are in no figure. */
    record NegativeCounts(OutcomeRole role, String column, long rows) implements Finding {}

    /** Rows do not tell their package; they stand apart where packages are looked at. */
    record WithoutPackage(long rows) implements Finding {}

    /**
     * Events tell money, hits or conversions but no package, so nobody knows which package they are
     * of; they are in no figure.
     */
    record OfNoPackage(long events) implements Finding {}

    /**
     * Profiles occur in a log of events, but nothing was ever sent to them, or not with any
     * package; they are in no figure.
     *
     * @param profiles how many, each once
     */
    record NeverSent(long profiles) implements Finding {}

    /**
     * Arms differ in what is told of people more than chance makes them differ; where that was
     * known before the send, the arms are no fair comparison.
     *
     * @param pValue below 0.001 by the number of dimensions that were looked at
     */
    record Unbalanced(Dimension dimension, double pValue) implements Finding {}

    /**
     * Nobody said what split was planned; if the arms were to be of the same size, chance has not
     * made them.
     *
     * @param seen how many people are in each arm
     * @param pValue below 0.001
     */
    record UnequalArms(Map<String, Long> seen, double pValue) implements Finding {

        /** Copies the arms in order. */
        public UnequalArms {
            seen = Collections.unmodifiableMap(new TreeMap<>(seen));
        }
    }

    /**
     * The figures of an arm rest on few amounts of money.
     *
     * @param role REVENUE or COST
     * @param amounts the largest, three at most
     * @param cutTo the next largest amount
     * @param perHead the mean of a head as it is
     * @param cut the same with the largest amounts cut to the next largest
     * @param less the difference from the control with such amounts cut in both; empty where there
     *     is none
     */
    record Extreme(
            String arm,
            OutcomeRole role,
            List<LargeAmount> amounts,
            double cutTo,
            Estimate perHead,
            Estimate cut,
            Optional<Difference> less)
            implements Finding {

        /** Copies the amounts. */
        public Extreme {
            amounts = List.copyOf(amounts);
        }
    }

    /**
     * Somebody is in several rows, and for some divisions it is not known who: there rows are taken
     * for people, so that intervals may be too short.
     *
     * @param people how many people there are
     * @param rows how many rows they have
     */
    record ByRow(List<Grouping> divisions, long people, long rows) implements Finding {

        /** Copies the divisions. */
        public ByRow {
            divisions = List.copyOf(divisions);
        }
    }
}
