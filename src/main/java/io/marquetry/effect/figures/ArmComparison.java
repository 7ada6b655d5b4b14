package io.marquetry.effect.figures;

import io.marquetry.effect.stats.Difference;
import io.marquetry.effect.stats.Equivalence;
import io.marquetry.effect.stats.Footing;
import io.marquetry.effect.stats.Reduced;
import io.marquetry.effect.stats.Sequential;
import io.marquetry.effect.stats.Verdict;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * How one arm differs from another in one measure.
 *
 * @param arm the arm; empty: all treated arms together
 * @param against the arm it is compared with
 * @param difference what is shown, of shares for rates, of money per head otherwise: where several
 *     were looked at, its interval and its p-value are both corrected for that
 * @param plain the same as if nothing else had been looked at
 * @param family with what it was corrected; empty: not corrected
 * @param worth whether it is large enough to be worth having, at the level of the interval shown;
 *     empty where nobody said what is worth having
 * @param early what may be said before all planned people are there, corrected as the difference
 *     is; empty where they are, or nobody planned
 * @param reduced the difference without what was known before the send, corrected as the difference
 *     is; where this difference was chosen before the send it leads, and the plain one stands here;
 *     empty where nothing was known
 * @param adjusted whether the difference is the one without what was known before the send
 * @param detectable the smallest difference that so many people would have shown, with 80 % power;
 *     for shares and money; empty where none would
 * @param needed how many people each of two arms of the same size needs to show the difference that
 *     was seen, with 80 % power; empty where it was 0 or is not known
 */
public record ArmComparison(
        Optional<String> arm,
        String against,
        Measure measure,
        Difference difference,
        Difference plain,
        Optional<Family> family,
        Optional<Equivalence> worth,
        Optional<Sequential> early,
        Optional<Reduced> reduced,
        boolean adjusted,
        OptionalDouble detectable,
        OptionalLong needed) {

    /** Makes one that was looked at alone. */
    public ArmComparison(
            Optional<String> arm,
            String against,
            Measure measure,
            Difference difference,
            OptionalDouble detectable,
            OptionalLong needed) {
        this(
                arm,
                against,
                measure,
                difference,
                difference,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                detectable,
                needed);
    }

    /**
     * Returns what may be concluded: before all planned people are there, what may be said at any
     * look. Empty where there is no difference.
     */
    public Optional<Verdict> verdict() {
        return difference instanceof Difference.Measured measured
                ? Optional.of(
                        early.map(e -> Verdict.of(e.interval(), measured.footing()))
                                .orElseGet(measured::verdict))
                : Optional.empty();
    }

    /**
     * Returns how it stands to what is worth having: open where its interval cannot be trusted, and
     * before all planned people are there. Empty where nobody said what is worth having.
     */
    public Optional<Equivalence.Finding> finding() {
        boolean sure =
                early.isEmpty()
                        && difference instanceof Difference.Measured measured
                        && measured.footing() == Footing.FIRM;
        return worth.map(found -> sure ? found.finding() : Equivalence.Finding.OPEN);
    }

    ArmComparison corrected(Difference shown, Difference alone, Optional<Family> among) {
        return new ArmComparison(
                arm,
                against,
                measure,
                shown,
                alone,
                among,
                worth,
                early,
                reduced,
                adjusted,
                detectable,
                needed);
    }

    /** Returns it led by the difference without what was known before the send. */
    ArmComparison ledBy(
            Difference.Measured without,
            double gained,
            Optional<Equivalence> judged,
            Optional<Sequential> atAnyTime) {
        return new ArmComparison(
                arm,
                against,
                measure,
                without,
                without,
                family,
                judged,
                atAnyTime,
                Optional.of(new Reduced(difference, gained)),
                true,
                detectable,
                needed);
    }

    ArmComparison with(Optional<Sequential> atAnyTime, Optional<Reduced> without) {
        return with(worth, atAnyTime, without);
    }

    ArmComparison with(
            Optional<Equivalence> judged,
            Optional<Sequential> atAnyTime,
            Optional<Reduced> without) {
        return new ArmComparison(
                arm,
                against,
                measure,
                difference,
                plain,
                family,
                judged,
                atAnyTime,
                without,
                adjusted,
                detectable,
                needed);
    }
}
