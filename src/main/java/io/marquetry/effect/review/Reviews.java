package io.marquetry.effect.review;

import io.marquetry.base.CancelSignal;
import io.marquetry.base.Problem;
import io.marquetry.base.ProblemException;
import io.marquetry.base.Settings;
import io.marquetry.effect.OutcomeLayout;
import io.marquetry.effect.OutcomeOrigin;
import io.marquetry.effect.OutcomeSet;
import io.marquetry.effect.advice.Advice;
import io.marquetry.effect.advice.Advised;
import io.marquetry.effect.advice.Adviser;
import io.marquetry.effect.advice.Advisory;
import io.marquetry.effect.advice.Targets;
import io.marquetry.effect.advice.Thresholds;
import io.marquetry.effect.figures.Division;
import io.marquetry.effect.figures.EffectAnswer;
import io.marquetry.effect.figures.EffectRequest;
import io.marquetry.effect.figures.EffectReview;
import io.marquetry.effect.figures.Measure;
import io.marquetry.effect.figures.Uplift;
import io.marquetry.effect.query.TooManyGroups;
import io.marquetry.effect.stats.Level;
import io.marquetry.effect.sums.Grouping;
import io.marquetry.effect.watch.Trend;
import io.marquetry.effect.watch.Trends;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.SourceRepository;
import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagRepository;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.DoubleConsumer;
import java.util.stream.Stream;

/** Answers what outcomes say: once, with everything that is shown of it anywhere. Blocks. */
public final class Reviews {

    private static final Trends TRENDS = new Trends(Level.OF_95);

    private final EffectReview effects;
    private final SourceRepository sources;
    private final TagRepository tags;
    private final Settings settings;

    /**
     * Makes the reviews of a workspace.
     *
     * @param settings where the thresholds of advice are kept
     */
    public Reviews(
            EffectReview effects, SourceRepository sources, TagRepository tags, Settings settings) {
        this.effects = effects;
        this.sources = sources;
        this.tags = tags;
        this.settings = settings;
    }

    /**
     * Answers a question.
     *
     * @throws ProblemException if the outcomes are gone, or cannot be divided so
     * @throws CancelSignal.Cancelled if asked to stop
     */
    public Reviewed of(Question question, CancelSignal signal) {
        ProfileSource table = effects.table(question.set());
        TagCatalog catalog = tags.catalog();
        Segments segments = new Segments(question.set(), table, catalog, people(question.set()));
        Asked asked = new Asked(question, table, segments, catalog);
        if (!question.groupings().isEmpty()) {
            return answer(asked, question.groupings(), signal);
        }
        Optional<Grouping> first = segments.first().map(Grouping::by);
        try {
            return answer(asked, first.map(List::of).orElse(List.of()), signal);
        } catch (TooManyGroups e) {
            if (first.isEmpty()) {
                throw e;
            }
            // Nobody asked for this segment: the rest is worth showing without it.
            return answer(asked, List.of(), signal);
        }
    }

    private Reviewed answer(Asked asked, List<Grouping> segments, CancelSignal signal) {
        Question question = asked.question();
        Thresholds thresholds = Thresholds.read(settings).with(question.worth());
        EffectRequest request =
                new EffectRequest(
                        question.scope(),
                        Groupings.of(question.set(), segments, question.step()),
                        question.economics(),
                        question.correction(),
                        Level.OF_95,
                        thresholds.worth());
        EffectAnswer answer = effects.answer(question.set(), request, asked.tags(), signal);
        Advisory advisory = new Advisory(new Adviser(thresholds));
        Reviewed reviewed =
                new Reviewed(
                        question,
                        answer,
                        asked.segments().offered(),
                        segments,
                        List.of(),
                        advisory.of(answer),
                        asked.table().fingerprint(),
                        Targets.read(settings),
                        Optional.empty());
        return reviewed.withTrends(
                reviewed.time().stream()
                        .mapToObj(answer.divisions()::get)
                        .flatMap(Reviews::trends)
                        .toList());
    }

    /** Returns whether arms can be shuffled: chance made them, and rows are of people. */
    public static boolean canCheck(Reviewed reviewed) {
        return reviewed.answer().all().uplift() instanceof Uplift.Measured
                && !(reviewed.question().set().mapping().layout() instanceof OutcomeLayout.Totals);
    }

    /**
     * Shuffles the arms of what was reviewed and asks again, many times: how often would something
     * have been claimed by chance?
     *
     * @param times how often, 1 or more
     * @param progress is told the part that is done, 0 to 1, on any thread
     * @throws ProblemException if nobody was held out by chance, or the outcomes are totals
     * @throws CancelSignal.Cancelled if asked to stop
     */
    public Checked check(
            Reviewed reviewed, int times, DoubleConsumer progress, CancelSignal signal) {
        Question question = reviewed.question();
        EffectAnswer answer = reviewed.answer();
        if (!(answer.all().uplift() instanceof Uplift.Measured)) {
            throw Problem.of("problem.effect.nothingToShuffle", question.set().title())
                    .asException();
        }
        Thresholds thresholds = Thresholds.read(settings).with(question.worth());
        Advisory advisory = new Advisory(new Adviser(thresholds));
        EffectRequest request =
                answer.request().by(Groupings.advised(answer.request().groupings()));
        Map<String, Long> sizes = new TreeMap<>();
        answer.all().arms().forEach(arm -> sizes.put(arm.arm(), arm.figures().targeted()));
        TagCatalog catalog = tags.catalog();
        Checked checked = Checked.NONE;
        for (int seed = 1; seed <= times; seed++) {
            signal.check();
            checked =
                    counted(
                            checked,
                            advisory.of(
                                    effects.shuffled(
                                            question.set(),
                                            request,
                                            catalog,
                                            sizes,
                                            seed,
                                            signal)));
            progress.accept((double) seed / times);
        }
        return checked;
    }

    private static Checked counted(Checked so, List<Advised> advised) {
        boolean promotes = false;
        boolean harms = false;
        boolean wears = false;
        for (Advised one : advised) {
            switch (one.advice()) {
                case Advice.Promote _ -> promotes = true;
                case Advice.Pause _ -> wears = true;
                case Advice.Rework rework -> {
                    wears |= rework.cause() == Advice.Cause.WEAR;
                    harms |= rework.cause() == Advice.Cause.COST;
                }
                case Advice.Retire retire -> harms |= retire.proof() == Advice.Proof.HARM;
                case Advice.TestFurther _, Advice.NotEnoughEvidence _ -> {
                    // Nothing is claimed.
                }
            }
        }
        return so.plus(promotes, harms, wears);
    }

    private static Stream<Trend> trends(Division division) {
        return Stream.of(Measure.REACH, Measure.HIT, Measure.CONVERSION)
                .flatMap(measure -> TRENDS.of(division, measure).stream());
    }

    /** Outcomes that lie among people are divided by those people's tags. */
    private List<ProfileSource> people(OutcomeSet set) {
        return set.origin() instanceof OutcomeOrigin.InPlace
                ? List.of()
                : sources.list().stream().filter(source -> effects.isAmong(set, source)).toList();
    }

    private record Asked(
            Question question, ProfileSource table, Segments segments, TagCatalog tags) {}
}
