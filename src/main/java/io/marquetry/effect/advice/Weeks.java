package io.marquetry.effect.advice;

import io.marquetry.effect.OutcomeRole;
import io.marquetry.effect.OutcomeSet;
import io.marquetry.effect.figures.ArmFigures;
import io.marquetry.effect.figures.Division;
import io.marquetry.effect.figures.Figures;
import io.marquetry.effect.figures.Group;
import io.marquetry.effect.figures.Measure;
import io.marquetry.effect.figures.Rate;
import io.marquetry.effect.stats.Correction;
import io.marquetry.effect.stats.Fading;
import io.marquetry.effect.stats.Level;
import io.marquetry.effect.stats.Share;
import io.marquetry.effect.sums.GroupValue;
import io.marquetry.effect.watch.Shift;
import io.marquetry.effect.watch.ShiftFinder;
import io.marquetry.effect.watch.TrendPoint;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What weeks tell of packages or arms: what wore off against the control, and what changed. */
final class Weeks {

    private static final double ALPHA = Level.OF_95.alpha() + 1e-12;

    /** Only a fall is told: one side, as of a two-sided interval. */
    private static final Level ONE_SIDED = Level.OF_95.dividedBy(2);

    private final Map<List<GroupValue>, List<Group>> groups = new LinkedHashMap<>();
    private final List<Measure> rates;

    Weeks(Optional<Division> division, OutcomeSet set) {
        division.ifPresent(
                divided ->
                        divided.groups().stream()
                                .filter(g -> g.values().getLast() instanceof GroupValue.Begins)
                                .forEach(
                                        g ->
                                                groups.computeIfAbsent(
                                                                g.values()
                                                                        .subList(
                                                                                0,
                                                                                g.values().size()
                                                                                        - 1),
                                                                _ -> new ArrayList<>())
                                                        .add(g)));
        rates =
                Stream.of(Measure.CONVERSION, Measure.HIT)
                        .filter(
                                measure ->
                                        set.mapping()
                                                .records(
                                                        measure == Measure.HIT
                                                                ? OutcomeRole.HIT
                                                                : OutcomeRole.CONVERTED))
                        .toList();
    }

    /** Returns whether there are weeks enough to tell anything. */
    boolean tell(Subject subject) {
        return of(subject).size() >= Fading.FEWEST_SPANS;
    }

    /** Returns what wore off against the control, corrected over all subjects. */
    Map<Subject, Basis.Wore> wears(List<Subject> subjects) {
        List<Subject> whose = new ArrayList<>();
        List<Basis.Wore> judged = new ArrayList<>();
        for (Subject subject : subjects) {
            rates.stream()
                    .findFirst()
                    .flatMap(measure -> wear(subject, measure))
                    .ifPresent(
                            wore -> {
                                whose.add(subject);
                                judged.add(wore);
                            });
        }
        List<Double> adjusted =
                Correction.HOLM.adjust(judged.stream().map(w -> w.wear().pValue()).toList());
        Map<Subject, Basis.Wore> worn = new LinkedHashMap<>();
        for (int i = 0; i < judged.size(); i++) {
            Basis.Wore wore = judged.get(i);
            Fading.Judged told = wore.wear().withPValue(adjusted.get(i));
            if (told.fades(ONE_SIDED)) {
                worn.put(
                        whose.get(i),
                        new Basis.Wore(
                                wore.measure(), told, wore.from(), wore.to(), judged.size()));
            }
        }
        return worn;
    }

    private Optional<Basis.Wore> wear(Subject subject, Measure measure) {
        List<Fading.Span> spans = new ArrayList<>();
        List<LocalDate> weeks = new ArrayList<>();
        for (Group week : of(subject)) {
            Optional<Share> treated = share(treated(week, subject), measure);
            Optional<Share> control = share(control(week), measure);
            if (treated.isPresent()
                    && control.isPresent()
                    && week.values().getLast() instanceof GroupValue.Begins begins) {
                weeks.add(begins.day());
                double at = ChronoUnit.DAYS.between(weeks.getFirst(), begins.day()) / 7.0;
                spans.add(new Fading.Span(at, treated.get(), control.get()));
            }
        }
        return Fading.of(spans, Level.OF_95) instanceof Fading.Judged judged
                ? Optional.of(new Basis.Wore(measure, judged, weeks.getFirst(), weeks.getLast(), 1))
                : Optional.empty();
    }

    private static Optional<Figures> control(Group week) {
        return week.arms().stream()
                .filter(ArmFigures::control)
                .map(ArmFigures::figures)
                .findFirst();
    }

    /** Returns the rates that changed, corrected over all subjects and rates. */
    Map<Subject, List<Basis.Changed>> changes(List<Subject> subjects) {
        // Told or not is decided after the correction.
        ShiftFinder finder = new ShiftFinder(new Level(1e-9));
        List<Subject> whose = new ArrayList<>();
        List<Measure> measures = new ArrayList<>();
        List<Shift> judged = new ArrayList<>();
        for (Subject subject : subjects) {
            for (Measure measure : rates) {
                Shift shift = finder.judge(series(subject, measure));
                if (!(shift instanceof Shift.TooShort)) {
                    whose.add(subject);
                    measures.add(measure);
                    judged.add(shift);
                }
            }
        }
        List<Double> adjusted = Correction.HOLM.adjust(judged.stream().map(Weeks::pValue).toList());
        Map<Subject, List<Basis.Changed>> changes = new LinkedHashMap<>();
        for (int i = 0; i < judged.size(); i++) {
            if (judged.get(i) instanceof Shift.Found shift && adjusted.get(i) <= ALPHA) {
                Shift.Found told =
                        new Shift.Found(
                                shift.decay(),
                                shift.since(),
                                shift.before(),
                                shift.after(),
                                adjusted.get(i));
                changes.computeIfAbsent(whose.get(i), _ -> new ArrayList<>())
                        .add(
                                new Basis.Changed(
                                        measures.get(i),
                                        told,
                                        judged.size(),
                                        targeted(whose.get(i), shift, true),
                                        targeted(whose.get(i), shift, false)));
            }
        }
        return changes;
    }

    private static double pValue(Shift shift) {
        return switch (shift) {
            case Shift.Found found -> found.pValue();
            case Shift.Steady _, Shift.TooShort _ -> 1;
        };
    }

    private List<TrendPoint> series(Subject subject, Measure measure) {
        List<TrendPoint> points = new ArrayList<>();
        for (Group week : of(subject)) {
            if (week.values().getLast() instanceof GroupValue.Begins begins) {
                treated(week, subject)
                        .map(figures -> rate(figures, measure))
                        .filter(rate -> isShare(rate))
                        .ifPresent(rate -> points.add(new TrendPoint(begins.day(), rate)));
            }
        }
        return points;
    }

    private double targeted(Subject subject, Shift.Found shift, boolean before) {
        return of(subject).stream()
                .filter(
                        week ->
                                week.values().getLast() instanceof GroupValue.Begins begins
                                        && begins.day().isBefore(shift.since()) == before)
                .mapToLong(week -> week.treated().targeted())
                .average()
                .orElse(0);
    }

    private List<Group> of(Subject subject) {
        return groups.getOrDefault(subject.values(), List.of());
    }

    private static Optional<Figures> treated(Group week, Subject subject) {
        return subject.arm()
                .map(
                        name ->
                                week.arms().stream()
                                        .filter(arm -> arm.arm().equals(name))
                                        .map(ArmFigures::figures)
                                        .findFirst())
                .orElseGet(() -> Optional.of(week.treated()));
    }

    private static Optional<Share> share(Optional<Figures> figures, Measure measure) {
        return figures.map(found -> rate(found, measure))
                .filter(Weeks::isShare)
                .map(rate -> new Share(rate.count(), rate.of()));
    }

    private static boolean isShare(Rate rate) {
        return rate.of() > 0 && rate.count() >= 0 && rate.count() <= rate.of();
    }

    private static Rate rate(Figures figures, Measure measure) {
        return measure == Measure.HIT ? figures.hit() : figures.conversion();
    }
}
