package io.marquetry.library;

import io.marquetry.base.Problem;
import io.marquetry.effect.stats.Interval;
import io.marquetry.effect.stats.Level;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * Judges by evidence whether a package may become a template.
 *
 * <p>Its runs are pooled and drawn towards what packages usually achieve; how likely the true
 * effect is worth having decides. How often that admits what is not worth it, and finds what is,
 * stands in {@code docs/effect-methods.md}.
 */
public final class Admission {

    /** A run this far below nothing, in standard errors, speaks against the package. */
    private static final double AGAINST = -1;

    private final AdmissionRules rules;
    private final Shrinkage others;

    /**
     * Judges by rules.
     *
     * @param others what all packages together say
     */
    public Admission(AdmissionRules rules, Shrinkage others) {
        this.rules = rules;
        this.others = others;
    }

    /**
     * What is known of a package besides its runs.
     *
     * @param evaluated whether somebody stated that it is known what it achieved
     * @param again how many of the runs became known after it was put forward
     * @param owner whether somebody answers for it
     */
    public record Nominee(boolean evaluated, int again, boolean owner) {}

    /** Judges. */
    public Verdict of(Nominee nominee, List<Run> runs) {
        Optional<Effect> pooled = Effect.pooled(runs.stream().map(Run::effect).toList());
        double probability =
                pooled.map(effect -> others.above(effect, rules.worthwhile())).orElse(0.0);
        boolean allGood = runs.stream().allMatch(run -> run.effect().value() > 0);
        boolean standard = runs.size() >= rules.runs() && !speaksAgainst(runs);
        double asked = allGood ? Math.min(rules.sure(), rules.fairlySure()) : rules.sure();
        List<Verdict.Test> tests =
                List.of(
                        test(
                                Criterion.EVALUATED,
                                nominee.evaluated(),
                                nominee.evaluated() ? "evaluated" : "notEvaluated"),
                        test(
                                Criterion.RUNS,
                                runs.size() >= Math.min(rules.runs(), rules.fewRuns()),
                                "runs",
                                runs.size(),
                                rules.runs(),
                                rules.fewRuns()),
                        people(runs),
                        test(
                                Criterion.EFFECT,
                                probability >= asked,
                                "effect",
                                percent(probability),
                                points(rules.worthwhile()),
                                percent(asked)),
                        test(
                                Criterion.AGAINST,
                                allGood || standard,
                                allGood ? "allGood" : standard ? "noneAgainst" : "against",
                                runs.stream().filter(run -> run.effect().value() <= 0).count()),
                        gain(runs),
                        test(
                                Criterion.AGAIN,
                                nominee.again() > 0,
                                nominee.again() > 0 ? "again" : "notAgain",
                                nominee.again()),
                        test(
                                Criterion.OWNER,
                                nominee.owner(),
                                nominee.owner() ? "owner" : "noOwner"));
        boolean passed = tests.stream().allMatch(Verdict.Test::passed);
        Grade grade = standard && probability >= rules.sure() ? Grade.STANDARD : Grade.PROVISIONAL;
        return new Verdict(
                passed ? grade : Grade.NONE, tests, pooled, pooled.map(others::drawn), probability);
    }

    private static boolean speaksAgainst(List<Run> runs) {
        return runs.stream().anyMatch(run -> run.effect().z() < AGAINST);
    }

    private Verdict.Test people(List<Run> runs) {
        long treated = runs.stream().mapToLong(run -> run.treated().of()).sum();
        long held = runs.stream().mapToLong(run -> run.held().of()).sum();
        return test(
                Criterion.PEOPLE,
                treated >= rules.people() && held >= rules.people(),
                "people",
                treated,
                held,
                rules.people());
    }

    private static Verdict.Test gain(List<Run> runs) {
        List<Effect> known =
                runs.stream()
                        .flatMap(run -> run.gain().stream())
                        .flatMap(gain -> Effect.of((gain.low() + gain.high()) / 2, gain).stream())
                        .toList();
        Optional<Interval> gain = Effect.pooled(known).map(effect -> effect.interval(Level.OF_95));
        if (gain.isEmpty()) {
            return test(Criterion.GAIN, true, "noCosts");
        }
        return test(
                Criterion.GAIN,
                gain.get().low() > 0,
                "gain",
                places(gain.get().low(), 2),
                places(gain.get().high(), 2));
    }

    private static Verdict.Test test(
            Criterion criterion, boolean passed, String said, Object... args) {
        return new Verdict.Test(criterion, passed, Problem.of("problem.libraryTest." + said, args));
    }

    /** Rounded towards less: 94.96 % must not read as the 95 % that are asked for. */
    private static String percent(double probability) {
        return BigDecimal.valueOf(probability * 100).setScale(1, RoundingMode.DOWN).toPlainString();
    }

    private static String points(double share) {
        return BigDecimal.valueOf(share * 100)
                .setScale(3, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    private static String places(double value, int places) {
        return BigDecimal.valueOf(value).setScale(places, RoundingMode.HALF_UP).toPlainString();
    }
}
