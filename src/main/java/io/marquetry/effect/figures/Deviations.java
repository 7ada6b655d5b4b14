package io.marquetry.effect.figures;

import io.marquetry.effect.OutcomeMapping;
import io.marquetry.effect.OutcomeRole;
import io.marquetry.effect.stats.Clustered;
import io.marquetry.effect.stats.Footing;
import io.marquetry.effect.stats.Ratios;
import io.marquetry.effect.stats.Share;
import io.marquetry.effect.sums.Clusters;
import io.marquetry.effect.sums.Clusters.Part;
import io.marquetry.effect.sums.Clusters.Term;
import io.marquetry.effect.sums.Crowd;
import io.marquetry.effect.sums.Economics;
import io.marquetry.effect.sums.OutcomeSums;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How far each person's rows are from the mean of all, linearised: what cluster-robust errors are
 * made of. Nothing where nobody is in several rows.
 */
final class Deviations {

    private final OutcomeMapping mapping;
    private final Economics economics;

    Deviations(OutcomeMapping mapping, Economics economics) {
        this.mapping = mapping;
        this.economics = economics;
    }

    /** Returns how a share or a mean varies over people; empty where rows are people. */
    Optional<Clustered> of(Measure measure, OutcomeSums sums, double mean) {
        return repeated(sums)
                .filter(_ -> isWhole(measure, sums))
                .map(
                        crowd ->
                                crowd.clusters()
                                        .clustered(
                                                terms(measure, sums, crowd, mean, 1),
                                                crowd.arms()));
    }

    /** Returns how the mean cost of a row varies over people. */
    Optional<Clustered> ofCost(OutcomeSums sums, double mean) {
        return repeated(sums)
                .filter(_ -> isWhole(Measure.PROFIT, sums))
                .map(crowd -> crowd.clusters().clustered(cost(sums, crowd, mean), crowd.arms()));
    }

    /** Returns how a difference of two shares or means varies over people. */
    Optional<Clustered> between(
            Measure measure, OutcomeSums first, double mean, OutcomeSums second, double other) {
        return together(first, second)
                .filter(_ -> isWhole(measure, first) && isWhole(measure, second))
                .map(
                        both -> {
                            List<Term> terms = new ArrayList<>();
                            terms.addAll(
                                    terms(measure, first, first.crowd().orElseThrow(), mean, 1));
                            terms.addAll(
                                    terms(
                                            measure,
                                            second,
                                            second.crowd().orElseThrow(),
                                            other,
                                            -1));
                            return both.clusters().clustered(terms, both.arms());
                        });
    }

    /** Returns whether there are enough people; firm where rows are people. */
    Footing footing(OutcomeSums sums) {
        return repeated(sums).isPresent() ? people(sums) : Footing.FIRM;
    }

    /** Returns whether there are enough people in both arms; firm where rows are people. */
    Footing footing(Measure measure, OutcomeSums first, OutcomeSums second) {
        return together(first, second).isPresent()
                        && isWhole(measure, first)
                        && isWhole(measure, second)
                ? people(measure, first).and(people(measure, second))
                : Footing.FIRM;
    }

    private static Footing people(OutcomeSums sums) {
        Crowd crowd = sums.crowd().orElseThrow();
        return Footing.ofPeople(crowd.people(), (double) sums.counts().targeted(), sizes(sums));
    }

    private Footing people(Measure measure, OutcomeSums sums) {
        return switch (measure) {
            case REACH -> people(measure, sums, sums.counts().delivered());
            case HIT -> people(measure, sums, sums.counts().hit());
            case CONVERSION -> people(measure, sums, sums.counts().converted());
            case REVENUE, PROFIT, RETURN -> people(sums);
        };
    }

    private Footing people(Measure measure, OutcomeSums sums, long count) {
        Share share = new Share(count, sums.counts().targeted());
        Crowd crowd = sums.crowd().orElseThrow();
        List<Term> terms = terms(measure, sums, crowd, share.value(), 1);
        double squares = crowd.clusters().product(terms, terms);
        return Footing.ofPeople(share, crowd.people(), squares, sizes(sums));
    }

    /** Returns how profit and cost of a row vary together. */
    Optional<Ratios.Varying> profitOnCost(OutcomeSums sums, double profit, double cost) {
        return repeated(sums)
                .filter(_ -> isWhole(Measure.PROFIT, sums))
                .map(
                        crowd ->
                                varying(
                                        crowd,
                                        terms(Measure.PROFIT, sums, crowd, profit, 1),
                                        cost(sums, crowd, cost)));
    }

    /** Returns how cost and conversion of a row vary together. */
    Optional<Ratios.Varying> costOnConversion(OutcomeSums sums, double cost, double share) {
        return repeated(sums)
                .filter(_ -> isWhole(Measure.PROFIT, sums) && isWhole(Measure.CONVERSION, sums))
                .map(
                        crowd ->
                                varying(
                                        crowd,
                                        cost(sums, crowd, cost),
                                        terms(Measure.CONVERSION, sums, crowd, share, 1)));
    }

    /** Returns how a gain of profit and the cost of the treated vary together. */
    Optional<Ratios.Varying> gained(
            OutcomeSums treated, double profit, double cost, OutcomeSums control, double other) {
        return together(treated, control)
                .filter(_ -> isWhole(Measure.PROFIT, treated) && isWhole(Measure.PROFIT, control))
                .map(
                        both -> {
                            Crowd first = treated.crowd().orElseThrow();
                            List<Term> top = new ArrayList<>();
                            top.addAll(terms(Measure.PROFIT, treated, first, profit, 1));
                            top.addAll(
                                    terms(
                                            Measure.PROFIT,
                                            control,
                                            control.crowd().orElseThrow(),
                                            other,
                                            -1));
                            return varying(both, top, cost(treated, first, cost));
                        });
    }

    /** Returns Σ over people of the squared number of their rows. */
    static double sizes(OutcomeSums sums) {
        return sums.crowd()
                .map(
                        crowd -> {
                            List<Term> rows = List.of(new Term(crowd.arms(), Part.ROWS, 1));
                            return crowd.clusters().product(rows, rows);
                        })
                .orElse((double) sums.counts().targeted());
    }

    private static Ratios.Varying varying(Crowd crowd, List<Term> top, List<Term> bottom) {
        Clusters clusters = crowd.clusters();
        return new Ratios.Varying(
                clusters.people(crowd.arms()),
                clusters.product(top, top),
                clusters.product(bottom, bottom),
                clusters.product(top, bottom));
    }

    private static Optional<Crowd> repeated(OutcomeSums sums) {
        return sums.crowd().filter(crowd -> crowd.people() < sums.counts().targeted());
    }

    private static Optional<Crowd> together(OutcomeSums first, OutcomeSums second) {
        if (first.crowd().isEmpty() || second.crowd().isEmpty()) {
            return Optional.empty();
        }
        Set<String> arms = new HashSet<>(first.crowd().get().arms());
        arms.addAll(second.crowd().get().arms());
        Crowd both = new Crowd(first.crowd().get().clusters(), arms);
        return both.people() < first.counts().targeted() + second.counts().targeted()
                ? Optional.of(both)
                : Optional.empty();
    }

    /** Where something is not known of some rows they cannot be told apart by person. */
    private static boolean isWhole(Measure measure, OutcomeSums sums) {
        long targeted = sums.counts().targeted();
        return targeted
                == switch (measure) {
                    case REACH -> sums.known().delivered();
                    case HIT -> sums.known().hit();
                    case CONVERSION -> sums.known().converted();
                    case REVENUE, PROFIT, RETURN -> sums.money().heads();
                };
    }

    private List<Term> terms(
            Measure measure, OutcomeSums sums, Crowd crowd, double mean, double sign) {
        double n = sums.counts().targeted();
        List<Term> terms = new ArrayList<>();
        double off = mean;
        switch (measure) {
            case REACH -> terms.add(new Term(crowd.arms(), Part.DELIVERED, sign / n));
            case HIT -> terms.add(new Term(crowd.arms(), Part.HIT, sign / n));
            case CONVERSION -> terms.add(new Term(crowd.arms(), Part.CONVERTED, sign / n));
            case REVENUE -> terms.add(new Term(crowd.arms(), Part.REVENUE, sign / n));
            case PROFIT, RETURN -> {
                double margin = economics.margin().doubleValue();
                terms.add(new Term(crowd.arms(), Part.REVENUE, sign * margin / n));
                terms.add(new Term(crowd.arms(), Part.COST, -sign / n));
                terms.addAll(sends(crowd, -sign / n));
                off = mean + sameSends(sums);
            }
        }
        terms.add(new Term(crowd.arms(), Part.ROWS, -sign * off / n));
        return terms;
    }

    private List<Term> cost(OutcomeSums sums, Crowd crowd, double mean) {
        double n = sums.counts().targeted();
        List<Term> terms = new ArrayList<>();
        terms.add(new Term(crowd.arms(), Part.COST, 1 / n));
        terms.addAll(sends(crowd, 1 / n));
        terms.add(new Term(crowd.arms(), Part.ROWS, -(mean - sameSends(sums)) / n));
        return terms;
    }

    private List<Term> sends(Crowd crowd, double times) {
        return mapping.records(OutcomeRole.SENT)
                ? List.of(
                        new Term(
                                crowd.arms(),
                                Part.SENT,
                                times * economics.costPerSend().doubleValue()))
                : List.of();
    }

    /** Where nobody told to whom something was sent the cost of sending is the same for all. */
    private double sameSends(OutcomeSums sums) {
        return mapping.records(OutcomeRole.SENT) || sums.money().heads() == 0
                ? 0
                : economics.costPerSend().doubleValue()
                        * sums.money().sent()
                        / sums.money().heads();
    }
}
