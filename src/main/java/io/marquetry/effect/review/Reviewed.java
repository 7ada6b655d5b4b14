package io.marquetry.effect.review;

import io.marquetry.effect.advice.Advised;
import io.marquetry.effect.advice.Advisory;
import io.marquetry.effect.advice.Targets;
import io.marquetry.effect.figures.Division;
import io.marquetry.effect.figures.EffectAnswer;
import io.marquetry.effect.figures.Group;
import io.marquetry.effect.sums.Dimension;
import io.marquetry.effect.sums.Dimension.TimeStep;
import io.marquetry.effect.sums.Grouping;
import io.marquetry.effect.watch.Trend;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What was found: the figures with all their divisions, how rates changed over time, and what to do
 * next.
 *
 * @param offered the dimensions by which people can be divided
 * @param segments the dimension by which they are divided; empty where there is none
 * @param trends the rates of everybody over time; none where the outcomes do not tell when
 * @param fingerprint of the outcomes
 * @param targets what managers want to see at least
 * @param checked how often something would be claimed by chance; empty: nobody asked for it
 */
public record Reviewed(
        Question question,
        EffectAnswer answer,
        List<Dimension> offered,
        List<Grouping> segments,
        List<Trend> trends,
        List<Advised> advised,
        String fingerprint,
        Targets targets,
        Optional<Checked> checked) {

    /** More spans do not fit into a chart. */
    private static final int MAX_SPANS = 62;

    /** More columns do not fit into a heat map. */
    private static final int MAX_COLUMNS = 26;

    /** Copies the lists. */
    public Reviewed {
        offered = List.copyOf(offered);
        segments = List.copyOf(segments);
        trends = List.copyOf(trends);
        advised = List.copyOf(advised);
    }

    /** Returns where the answer has a division; empty: it was not divided so. */
    public OptionalInt index(Grouping grouping) {
        for (int i = 0; i < answer.divisions().size(); i++) {
            if (answer.divisions().get(i).grouping().equals(grouping)) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    /** Returns the figures divided so, if they are. */
    public Optional<Division> by(Grouping grouping) {
        OptionalInt at = index(grouping);
        return at.isEmpty() ? Optional.empty() : Optional.of(answer.divisions().get(at.getAsInt()));
    }

    /** Returns where the packages are; empty where no package is known. */
    public OptionalInt packages() {
        return index(Advisory.PACKAGES);
    }

    /** Returns where the tags of the packages are; empty where no package is linked. */
    public OptionalInt tags() {
        return index(Groupings.TAGS);
    }

    /** Returns where the channels are; empty where they are not told. */
    public OptionalInt channels() {
        return index(Groupings.CHANNELS);
    }

    /** Returns the segments that are one thing each, and no time. */
    public List<Dimension> singleSegments() {
        return Groupings.single(segments);
    }

    /** Returns the first segment. */
    public Optional<Dimension> segment() {
        return singleSegments().stream().findFirst();
    }

    /** Returns where the spans of time are; empty where the outcomes do not tell when. */
    public OptionalInt time() {
        return question.step()
                .map(step -> index(Groupings.time(step)))
                .orElseGet(() -> finest(Groupings.STEPS, Groupings::time, MAX_SPANS));
    }

    /** Returns how long the spans of time are; empty where the outcomes do not tell when. */
    public Optional<TimeStep> step() {
        OptionalInt at = time();
        return at.isPresent()
                        && answer.divisions().get(at.getAsInt()).grouping().dimensions().getFirst()
                                instanceof Dimension.Time(TimeStep step)
                ? Optional.of(step)
                : Optional.empty();
    }

    /** Returns where a segment by spans of time is; empty where the outcomes do not tell when. */
    public OptionalInt overTime(Dimension segment) {
        return question.step()
                .map(step -> index(Groupings.overTime(segment, step)))
                .orElseGet(
                        () ->
                                finest(
                                        Groupings.SEGMENT_STEPS,
                                        step -> Groupings.overTime(segment, step),
                                        MAX_COLUMNS));
    }

    /** Returns the divisions that tables tell: packages, tags, channels and the segments. */
    public List<Division> told() {
        List<Grouping> told = new ArrayList<>(segments);
        told.addAll(List.of(Advisory.PACKAGES, Groupings.TAGS, Groupings.CHANNELS));
        return answer.divisions().stream().filter(d -> told.contains(d.grouping())).toList();
    }

    /** Returns the answer with the segments only: uplift by all that is told is too much. */
    public EffectAnswer segmented() {
        return new EffectAnswer(
                answer.set(),
                answer.asOf(),
                answer.request(),
                answer.all(),
                answer.divisions().stream().filter(d -> segments.contains(d.grouping())).toList(),
                answer.findings());
    }

    Reviewed withTrends(List<Trend> found) {
        return new Reviewed(
                question, answer, offered, segments, found, advised, fingerprint, targets, checked);
    }

    /** Returns it with how often something would be claimed by chance. */
    public Reviewed with(Checked shuffled) {
        return new Reviewed(
                question,
                answer,
                offered,
                segments,
                trends,
                advised,
                fingerprint,
                targets,
                Optional.of(shuffled));
    }

    /** Returns the finest division that can be shown; the coarsest if none can. */
    private OptionalInt finest(
            List<TimeStep> steps, Function<TimeStep, Grouping> grouping, int most) {
        OptionalInt coarsest = OptionalInt.empty();
        for (TimeStep step : steps) {
            OptionalInt at = index(grouping.apply(step));
            if (at.isPresent()) {
                coarsest = at;
                if (spans(answer.divisions().get(at.getAsInt())) <= most) {
                    return at;
                }
            }
        }
        return coarsest;
    }

    private static long spans(Division division) {
        Stream<Group> groups = division.groups().stream();
        return groups.map(group -> group.values().getLast()).distinct().count();
    }
}
