package io.marquetry.effect.watch;

import io.marquetry.effect.figures.ArmFigures;
import io.marquetry.effect.figures.Dimension;
import io.marquetry.effect.figures.Division;
import io.marquetry.effect.figures.Figures;
import io.marquetry.effect.figures.Group;
import io.marquetry.effect.figures.GroupValue;
import io.marquetry.effect.figures.Measure;
import io.marquetry.effect.figures.Rate;
import io.marquetry.effect.stats.Correction;
import io.marquetry.effect.stats.Fading;
import io.marquetry.effect.stats.Level;
import io.marquetry.effect.stats.Share;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Judges whether effects wear off, from outcomes that chance divided into arms and that were
 * divided by time; the packages looked at are one family.
 */
public final class Fadings {

    private final Level level;
    private final Correction correction;

    /**
     * Makes the judgement.
     *
     * @param level 1 minus the false-alarm rate of all packages together (by Holm)
     */
    public Fadings(Level level, Correction correction) {
        this.level = level;
        this.correction = correction;
    }

    /**
     * Returns whether effects wear off, of all treated arms together, one per value of the other
     * dimensions; none where no span has a control.
     *
     * @param division its last dimension is time
     * @param measure REACH, HIT or CONVERSION
     */
    public List<Faded> of(Division division, Measure measure) {
        List<Dimension> dimensions = division.grouping().dimensions();
        if (dimensions.isEmpty() || !(dimensions.getLast() instanceof Dimension.Time time)) {
            throw new IllegalArgumentException("not divided by time: " + dimensions);
        }
        Map<List<GroupValue>, List<Timed>> series = new LinkedHashMap<>();
        for (Group group : division.groups()) {
            timed(group, measure)
                    .ifPresent(
                            timed ->
                                    series.computeIfAbsent(
                                                    List.copyOf(
                                                            group.values()
                                                                    .subList(
                                                                            0,
                                                                            group.values().size()
                                                                                    - 1)),
                                                    _ -> new ArrayList<>())
                                            .add(timed));
        }
        List<Faded> all = new ArrayList<>();
        series.forEach(
                (whose, spans) ->
                        all.add(
                                new Faded(
                                        whose,
                                        measure,
                                        Optional.empty(),
                                        Fading.of(spans(spans, time.step()), level),
                                        1)));
        return corrected(all);
    }

    private List<Faded> corrected(List<Faded> all) {
        List<Integer> judged =
                IntStream.range(0, all.size())
                        .filter(i -> all.get(i).fading() instanceof Fading.Judged)
                        .boxed()
                        .toList();
        if (judged.size() < 2) {
            return all;
        }
        List<Double> pValues = judged.stream().map(i -> judged(all.get(i)).pValue()).toList();
        List<Double> adjusted = correction.adjust(pValues);
        List<Faded> corrected = new ArrayList<>(all);
        for (int k = 0; k < judged.size(); k++) {
            Faded plain = all.get(judged.get(k));
            corrected.set(
                    judged.get(k),
                    new Faded(
                            plain.values(),
                            plain.measure(),
                            plain.arm(),
                            judged(plain).withPValue(adjusted.get(k)),
                            judged.size()));
        }
        return corrected;
    }

    private static Fading.Judged judged(Faded faded) {
        return (Fading.Judged) faded.fading();
    }

    private static List<Fading.Span> spans(List<Timed> timed, Dimension.TimeStep step) {
        LocalDate first = timed.getFirst().begins();
        return timed.stream()
                .map(
                        span ->
                                new Fading.Span(
                                        at(first, span.begins(), step),
                                        span.treated(),
                                        span.control()))
                .toList();
    }

    private static double at(LocalDate first, LocalDate begins, Dimension.TimeStep step) {
        return switch (step) {
            case DAY -> ChronoUnit.DAYS.between(first, begins);
            case WEEK -> ChronoUnit.DAYS.between(first, begins) / 7.0;
            case MONTH -> ChronoUnit.MONTHS.between(first, begins);
        };
    }

    private static Optional<Timed> timed(Group group, Measure measure) {
        Optional<Share> treated = share(group.treated(), measure);
        Optional<Share> control =
                group.arms().stream()
                        .filter(ArmFigures::control)
                        .findFirst()
                        .flatMap(arm -> share(arm.figures(), measure));
        return group.values().getLast() instanceof GroupValue.Begins begins
                        && treated.isPresent()
                        && control.isPresent()
                ? Optional.of(new Timed(begins.day(), treated.get(), control.get()))
                : Optional.empty();
    }

    private static Optional<Share> share(Figures figures, Measure measure) {
        Rate rate =
                switch (measure) {
                    case REACH -> figures.reach();
                    case HIT -> figures.hit();
                    case CONVERSION -> figures.conversion();
                    case REVENUE, PROFIT, RETURN ->
                            throw new IllegalArgumentException("no rate: " + measure);
                };
        return rate.of() > 0 && rate.count() >= 0 && rate.count() <= rate.of()
                ? Optional.of(new Share(rate.count(), rate.of()))
                : Optional.empty();
    }

    private record Timed(LocalDate begins, Share treated, Share control) {}
}
