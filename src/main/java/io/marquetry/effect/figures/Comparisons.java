package io.marquetry.effect.figures;

import io.marquetry.effect.OutcomeMapping;
import io.marquetry.effect.OutcomeRole;
import io.marquetry.effect.stats.Clustered;
import io.marquetry.effect.stats.Difference;
import io.marquetry.effect.stats.Equivalence;
import io.marquetry.effect.stats.Footing;
import io.marquetry.effect.stats.Lacking;
import io.marquetry.effect.stats.Level;
import io.marquetry.effect.stats.Means;
import io.marquetry.effect.stats.Moments;
import io.marquetry.effect.stats.Power;
import io.marquetry.effect.stats.Ratios;
import io.marquetry.effect.stats.Reduced;
import io.marquetry.effect.stats.Sequential;
import io.marquetry.effect.stats.Share;
import io.marquetry.effect.stats.Shares;
import io.marquetry.effect.sums.OutcomeSums;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Compares arms in every measure that the outcomes record. */
final class Comparisons {

    private final OutcomeMapping mapping;
    private final FigureSheet sheet;
    private final EffectRequest request;
    private final double done;
    private final Power power;
    private final boolean adjusted;

    /**
     * Compares arms.
     *
     * @param adjusted whether it was chosen before the send to take out what was known then
     * @param done the part of the planned people that is there; below 1 results are early
     */
    Comparisons(
            OutcomeMapping mapping,
            FigureSheet sheet,
            EffectRequest request,
            boolean adjusted,
            double done) {
        this.adjusted = adjusted;
        this.done = done;
        this.mapping = mapping;
        this.sheet = sheet;
        this.request = request;
        this.power = new Power(request.level(), Power.OF_80.power());
    }

    /** Returns the comparisons of an arm with another, to be made at the level that is right. */
    List<Candidate> between(Arms arms) {
        List<Candidate> all = new ArrayList<>();
        if (mapping.records(OutcomeRole.HIT)) {
            all.add(candidate(arms, Measure.HIT));
        }
        if (mapping.records(OutcomeRole.CONVERTED)) {
            all.add(candidate(arms, Measure.CONVERSION));
        }
        if (sheet.hasMoney()) {
            all.add(candidate(arms, Measure.REVENUE));
            all.add(candidate(arms, Measure.PROFIT));
            if (arms.kind() != Family.Kind.PAIRS) {
                all.add(candidate(arms, Measure.RETURN));
            }
        }
        return all;
    }

    /**
     * Two arms.
     *
     * @param arm the name of the first; empty: all treated arms together
     */
    record Arms(
            Family.Kind kind,
            Optional<String> arm,
            OutcomeSums first,
            String against,
            OutcomeSums second) {}

    private Candidate candidate(Arms arms, Measure measure) {
        return new Candidate(arms.kind(), measure, level -> at(arms, measure, level));
    }

    private ArmComparison at(Arms arms, Measure measure, Level level) {
        return switch (measure) {
            case REACH, HIT, CONVERSION -> shares(arms, measure, level);
            case REVENUE, PROFIT -> means(arms, measure, level);
            case RETURN -> onCost(arms, level);
        };
    }

    private ArmComparison onCost(Arms arms, Level level) {
        Ratios.Pair treated = sheet.profitOnCost(arms.first());
        Moments others = sheet.profit(arms.second());
        double gain = treated.top().mean() - others.mean();
        Difference difference =
                sheet.deviations()
                        .gained(
                                arms.first(),
                                treated.top().mean(),
                                treated.bottom().mean(),
                                arms.second(),
                                others.mean())
                        .map(v -> Ratios.gained(gain, treated.bottom().mean(), v, level))
                        .orElseGet(() -> Ratios.gained(treated, others, level));
        return made(
                arms,
                Measure.RETURN,
                difference.on(footing(arms, Measure.RETURN, level)),
                OptionalDouble.empty(),
                OptionalLong.empty());
    }

    /** Somebody is in several rows: people vary, not rows. */
    private ArmComparison clustered(
            Arms arms,
            Measure measure,
            double first,
            double second,
            Clustered people,
            Level level) {
        double value = first - second;
        Difference difference = people.difference(value, level).on(footing(arms, measure, level));
        ArmComparison made =
                made(arms, measure, difference, OptionalDouble.empty(), OptionalLong.empty());
        if (!(difference instanceof Difference.Measured)) {
            return made;
        }
        long rows = arms.first().counts().targeted() + arms.second().counts().targeted();
        return made.with(
                // A part of nothing is no size that an effect could be held against.
                Optional.ofNullable(request.worth().get(measure))
                        .filter(worth -> worth.of(second) > 0)
                        .map(worth -> people.worth(value, worth.of(second), level, rows)),
                early(difference, people.error(), level),
                Optional.empty());
    }

    private ArmComparison shares(Arms arms, Measure measure, Level level) {
        Optional<Share> one = sheet.share(measure, arms.first());
        Optional<Share> other = sheet.share(measure, arms.second());
        if (one.isEmpty() || other.isEmpty()) {
            return made(
                    arms,
                    measure,
                    new Difference.Unknown(Lacking.CONTRADICTION),
                    OptionalDouble.empty(),
                    OptionalLong.empty());
        }
        Share first = one.get();
        Share second = other.get();
        boolean somebody = first.of() > 0 && second.of() > 0;
        Optional<Clustered> people =
                somebody
                        ? sheet.deviations()
                                .between(
                                        measure,
                                        arms.first(),
                                        first.value(),
                                        arms.second(),
                                        second.value())
                        : Optional.empty();
        if (people.isPresent()) {
            return clustered(arms, measure, first.value(), second.value(), people.get(), level);
        }
        ArmComparison made =
                made(
                        arms,
                        measure,
                        Shares.compare(first, second, level),
                        power.detectableRise(second.value(), first.of(), second.of()),
                        somebody
                                ? power.neededForShare(
                                        second.value(), first.value() - second.value())
                                : OptionalLong.empty());
        return somebody
                ? led(
                        made.with(
                                Optional.ofNullable(request.worth().get(measure))
                                        .map(worth -> Equivalence.of(first, second, worth, level)),
                                early(made.difference(), Shares.error(first, second), level),
                                reduced(arms, measure, level)),
                        arms,
                        level)
                : made;
    }

    private ArmComparison means(Arms arms, Measure measure, Level level) {
        Moments first = sheet.moments(measure, arms.first());
        Moments second = sheet.moments(measure, arms.second());
        boolean spread = first.n() > 1 && second.n() > 1;
        double deviation =
                spread ? Math.sqrt((first.variance() + second.variance()) / 2) : Double.NaN;
        boolean varies = spread && deviation > 0;
        Optional<Clustered> people =
                spread
                        ? sheet.deviations()
                                .between(
                                        measure,
                                        arms.first(),
                                        first.mean(),
                                        arms.second(),
                                        second.mean())
                        : Optional.empty();
        if (people.isPresent()) {
            return clustered(arms, measure, first.mean(), second.mean(), people.get(), level);
        }
        ArmComparison made =
                made(
                        arms,
                        measure,
                        Means.welch(first, second, level).on(footing(arms, measure, level)),
                        spread
                                ? power.detectableMean(deviation, first.n(), second.n())
                                : OptionalDouble.empty(),
                        varies
                                ? power.neededForMean(deviation, first.mean() - second.mean())
                                : OptionalLong.empty());
        return varies
                ? led(
                        made.with(
                                Optional.ofNullable(request.worth().get(measure))
                                        .map(worth -> Equivalence.of(first, second, worth, level)),
                                early(made.difference(), Means.error(first, second), level),
                                reduced(arms, measure, level)),
                        arms,
                        level)
                : made;
    }

    private Optional<Sequential> early(Difference difference, double error, Level level) {
        return done > 0
                        && done < 1
                        && error > 0
                        && difference instanceof Difference.Measured measured
                ? Optional.of(Sequential.of(measured.value(), error, done, level, request.level()))
                : Optional.empty();
    }

    private Optional<Reduced> reduced(Arms arms, Measure measure, Level level) {
        return paired(arms, measure)
                .map(both -> Reduced.of(both.first(), both.second(), level))
                .map(found -> found.on(footing(arms, measure, level)));
    }

    private Optional<Paired> paired(Arms arms, Measure measure) {
        if (!mapping.records(OutcomeRole.BEFORE)) {
            return Optional.empty();
        }
        return sheet.paired(measure, arms.first())
                .flatMap(
                        first ->
                                sheet.paired(measure, arms.second())
                                        .map(second -> new Paired(first, second)));
    }

    private record Paired(Reduced.Paired first, Reduced.Paired second) {}

    /** What was chosen before the send leads; the plain difference stands beside it. */
    private ArmComparison led(ArmComparison made, Arms arms, Level level) {
        Measure measure = made.measure();
        Optional<Paired> both = adjusted ? paired(arms, measure) : Optional.empty();
        if (both.isEmpty()
                || !(made.reduced().map(Reduced::difference).orElse(null)
                        instanceof Difference.Measured without)) {
            return made;
        }
        Reduced.Arms left = Reduced.Arms.of(both.get().first(), both.get().second());
        return made.ledBy(
                without,
                made.reduced().orElseThrow().gained(),
                Optional.ofNullable(request.worth().get(measure))
                        .map(worth -> Equivalence.of(left.first(), left.second(), worth, level)),
                early(without, Means.error(left.first(), left.second()), level));
    }

    private Footing footing(Arms arms, Measure measure, Level level) {
        return sheet.footing(measure, arms.first())
                .and(sheet.footing(measure, arms.second()))
                .and(sheet.footing(measure, arms.first(), arms.second(), level));
    }

    private static ArmComparison made(
            Arms arms,
            Measure measure,
            Difference difference,
            OptionalDouble detectable,
            OptionalLong needed) {
        return new ArmComparison(
                arms.arm(), arms.against(), measure, difference, detectable, needed);
    }
}
