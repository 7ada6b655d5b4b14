package io.marquetry.ui.review;

import io.marquetry.base.CancelSignal;
import io.marquetry.base.ProblemException;
import io.marquetry.effect.OutcomeOrigin;
import io.marquetry.effect.OutcomeSet;
import io.marquetry.effect.advice.Adviser;
import io.marquetry.effect.advice.Advisory;
import io.marquetry.effect.advice.Thresholds;
import io.marquetry.effect.figures.Dimension;
import io.marquetry.effect.figures.EffectAnswer;
import io.marquetry.effect.figures.EffectRequest;
import io.marquetry.effect.figures.Grouping;
import io.marquetry.effect.figures.Measure;
import io.marquetry.effect.figures.Scope;
import io.marquetry.effect.stats.Level;
import io.marquetry.effect.watch.Trend;
import io.marquetry.effect.watch.Trends;
import io.marquetry.pack.PackageKey;
import io.marquetry.source.ProfileSource;
import io.marquetry.workspace.OpenWorkspace;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What the review does in the workspace. Every method blocks: never on the FX thread. */
final class ReviewWork {

    private static final Trends TRENDS = new Trends(Level.OF_95);
    private static final String TOO_MANY = "problem.effect.tooManyGroups";

    private final OpenWorkspace workspace;

    ReviewWork(OpenWorkspace workspace) {
        this.workspace = workspace;
    }

    List<OutcomeSet> sets() {
        return workspace.outcomeSets().list();
    }

    RememberedReview remembered() {
        return RememberedReview.read(workspace.settings());
    }

    void remember(RememberedReview review) {
        review.write(workspace.settings());
    }

    /**
     * Answers all that the screen shows in one go.
     *
     * @throws ProblemException if the outcomes are gone, or cannot be divided so
     */
    ReviewAnswer answer(OutcomeSet set, ReviewChoices choices, CancelSignal signal) {
        ReviewGroupings groupings =
                new ReviewGroupings(
                        set,
                        workspace.effects().table(set),
                        workspace.tags().catalog(),
                        people(set));
        List<Dimension> segments = groupings.segments();
        Optional<Dimension> wished = choices.segment().filter(segments::contains);
        Optional<Dimension> segment = wished.or(groupings::first);
        try {
            return answer(set, choices, groupings, segment, signal);
        } catch (ProblemException e) {
            // Nobody asked for this segment: the rest is worth showing without it.
            if (wished.isEmpty() && segment.isPresent() && e.problem().key().equals(TOO_MANY)) {
                return answer(set, choices, groupings, Optional.empty(), signal);
            }
            throw e;
        }
    }

    /** Outcomes that lie among people are divided by those people's tags. */
    private List<ProfileSource> people(OutcomeSet set) {
        return set.origin() instanceof OutcomeOrigin.InPlace
                ? List.of()
                : workspace.sources().list().stream()
                        .filter(source -> workspace.effects().isAmong(set, source))
                        .toList();
    }

    private ReviewAnswer answer(
            OutcomeSet set,
            ReviewChoices choices,
            ReviewGroupings groupings,
            Optional<Dimension> segment,
            CancelSignal signal) {
        EffectRequest request =
                new EffectRequest(
                        scope(set, choices),
                        groupings.all(segment, choices.step()),
                        choices.economics(),
                        choices.correction(),
                        Level.OF_95);
        EffectAnswer figures = workspace.effects().answer(set, request, signal);
        Adviser adviser = new Adviser(Thresholds.read(workspace.settings()));
        return new ReviewAnswer(
                figures,
                groupings.segments(),
                segment,
                choices.step(),
                trends(figures, choices.step()),
                new Advisory(adviser, TRENDS).of(figures));
    }

    private static List<Trend> trends(EffectAnswer figures, Dimension.TimeStep step) {
        Grouping time = Grouping.by(new Dimension.Time(step));
        return figures.divisions().stream()
                .filter(division -> division.grouping().equals(time))
                .flatMap(
                        division ->
                                Stream.of(Measure.REACH, Measure.HIT, Measure.CONVERSION)
                                        .flatMap(m -> TRENDS.of(division, m).stream()))
                .toList();
    }

    Thresholds thresholds() {
        return Thresholds.read(workspace.settings());
    }

    void keep(Thresholds thresholds) {
        thresholds.write(workspace.settings());
    }

    private Scope scope(OutcomeSet set, ReviewChoices choices) {
        Scope days =
                new Scope(
                        Set.of(), Optional.empty(), choices.period().from(), choices.period().to());
        if (choices.pack().isEmpty()) {
            return days;
        }
        String pack = choices.pack().get();
        return PackageKey.isValid(pack)
                ? workspace.effects().scope(set, new PackageKey(pack), days)
                : new Scope(Set.of(pack), days.version(), days.from(), days.to());
    }
}
