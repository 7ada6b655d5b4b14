package io.marquetry.effect.stats;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.DoubleFunction;
import java.util.function.DoubleUnaryOperator;

/**
 * Whether an effect is large enough to be worth having, too small, or not known well enough: two
 * one-sided tests.
 *
 * <p>D. J. Schuirmann, "A comparison of the two one-sided tests procedure and the power approach
 * for assessing the equivalence of average bioavailability", Journal of Pharmacokinetics and
 * Biopharmaceutics 15 (1987) 657-680. Means are tested by Welch, shares by the method of variance
 * estimates recovery (G. Y. Zou, A. Donner, Statistics in Medicine 27 (2008) 1693-1702), of which
 * Newcombe's interval is the plain case, its bounds taken farther out where cases are few: unlike
 * Wald's it calls a worthwhile effect too small in no more than half of the samples that the
 * interval may miss, also where the control is far smaller. A relative worth is a part of the
 * control's figure, which varies as well: compared is {@code first - (1 + part) second}.
 *
 * @param worth the smallest effect worth having, above 0, in the unit of the difference
 * @param margin the interval of the effect less the worth: all below 0 says that the effect is too
 *     small
 * @param pTooSmall one-sided: how likely an effect of the worth or more gives one as small
 * @param pHarmless one-sided: how likely a loss of the worth or more gives an effect as large
 * @param alpha what both are compared with: half of what the interval may miss
 * @param more how many more people, all arms together, would tell with 80 % power whether there is
 *     an effect or none worth having, if the effect is what was seen; 0 where it is told already;
 *     empty where no number would
 */
public record Equivalence(
        double worth,
        Interval margin,
        double pTooSmall,
        double pHarmless,
        double alpha,
        OptionalLong more) {

    private static final double MAX_PEOPLE = 1e12;

    /** What is known. */
    public enum Finding {
        /** The whole interval is at the worth or above. */
        WORTHWHILE,
        /** The whole interval is below the worth, and above a loss of that size. */
        EQUIVALENT,
        /** The whole interval is below the worth; it may be a loss. */
        TOO_SMALL,
        /** The interval holds the worth: either is possible. */
        OPEN
    }

    /** Returns what is known. */
    public Finding finding() {
        if (margin.low() >= 0) {
            return Finding.WORTHWHILE;
        }
        if (margin.high() >= 0) {
            return Finding.OPEN;
        }
        return pHarmless < alpha ? Finding.EQUIVALENT : Finding.TOO_SMALL;
    }

    /**
     * Judges the difference of two shares, each of somebody.
     *
     * @param second what there is without the treatment
     * @param level of the interval; the tests are made at half of what it may miss
     */
    public static Equivalence of(Share first, Share second, Worth worth, Level level) {
        Sides sides =
                new Sides(
                        factor -> Contrast.of(first, second, factor),
                        level,
                        new Recovered(first, second));
        return of(
                sides,
                worth,
                second.value(),
                level,
                first.of() + second.of(),
                first.value() - second.value());
    }

    /**
     * Judges the difference of two means, each of two values at least that are not all the same.
     *
     * @param second what there is without the treatment
     */
    public static Equivalence of(Moments first, Moments second, Worth worth, Level level) {
        return of(
                new Sides(factor -> Contrast.of(first, second, factor), level),
                worth,
                second.mean(),
                level,
                first.n() + second.n(),
                first.mean() - second.mean());
    }

    static Equivalence of(
            DoubleFunction<Contrast> contrast,
            Worth worth,
            double base,
            Level level,
            long people,
            double effect) {
        return of(new Sides(contrast, level), worth, base, level, people, effect);
    }

    private static Equivalence of(
            Sides sides, Worth worth, double base, Level level, long people, double effect) {
        double size = worth.of(base);
        double factor =
                switch (worth) {
                    case Worth.Absolute _ -> 0;
                    case Worth.Relative relative -> relative.part() * Math.signum(base);
                };
        double moved =
                switch (worth) {
                    case Worth.Absolute absolute -> absolute.effect();
                    case Worth.Relative _ -> 0;
                };
        Interval margin = sides.margin(factor, moved);
        Contrast plain = sides.contrast.apply(1);
        Equivalence found =
                new Equivalence(
                        size,
                        margin,
                        sides.below(factor, moved),
                        sides.above(-factor, -moved),
                        level.alpha() / 2,
                        OptionalLong.empty());
        return new Equivalence(
                size,
                margin,
                found.pTooSmall,
                found.pHarmless,
                found.alpha,
                found.finding() == Finding.OPEN
                        ? more(plain, effect, size, level, people)
                        : OptionalLong.of(0));
    }

    /** The error shrinks with the root of people; what lies farther away is told sooner. */
    private static OptionalLong more(
            Contrast plain, double effect, double worth, Level level, long people) {
        double far = Math.max(Math.abs(effect), Math.abs(worth - effect));
        double quantiles = level.z() + Level.quantileAbove(1 - Power.OF_80.power());
        double times = Math.pow(quantiles * plain.error() / far, 2);
        double needed = Math.ceil((times - 1) * people);
        return needed < MAX_PEOPLE
                ? OptionalLong.of((long) Math.max(0, needed))
                : OptionalLong.empty();
    }

    /**
     * The two tests.
     *
     * @param recovered tests shares instead; empty for means
     */
    private record Sides(
            DoubleFunction<Contrast> contrast, Level level, Optional<Recovered> recovered) {

        Sides(DoubleFunction<Contrast> contrast, Level level) {
            this(contrast, level, Optional.empty());
        }

        Sides(DoubleFunction<Contrast> contrast, Level level, Recovered recovered) {
            this(contrast, level, Optional.of(recovered));
        }

        Interval margin(double factor, double moved) {
            Interval interval =
                    recovered
                            .map(r -> r.interval(1 + factor, level.z()))
                            .orElseGet(() -> contrast.apply(1 + factor).interval(level));
            return interval.scaled(1, -moved);
        }

        double below(double factor, double moved) {
            return recovered
                    .map(r -> r.below(1 + factor, moved))
                    .orElseGet(() -> moved(contrast.apply(1 + factor), moved).below());
        }

        double above(double factor, double moved) {
            return recovered
                    .map(r -> r.above(1 + factor, moved))
                    .orElseGet(() -> moved(contrast.apply(1 + factor), moved).above());
        }

        private static Contrast moved(Contrast found, double by) {
            return new Contrast(found.value() - by, found.error(), found.freedom());
        }
    }

    /** Shares: the interval of {@code first - factor second} made of Wilson's. */
    private record Recovered(Share first, Share second) {

        private static final int HALVINGS = 60;
        private static final double FARTHEST = 40;

        /** With more cases Wilson's bounds are as good. */
        private static final long FEW = 20;

        Interval interval(double factor, double z) {
            Interval one = cautious(first, z);
            Interval other = cautious(second, z).scaled(factor, 0);
            double p = first.value();
            double q = factor * second.value();
            return new Interval(
                    p - q - Math.hypot(p - one.low(), other.high() - q),
                    p - q + Math.hypot(one.high() - p, q - other.low()));
        }

        /**
         * Wilson's bounds, farther out on the side of few cases: there they hold less often than
         * they should, and a control of two hundred would retire what it never saw.
         */
        private static Interval cautious(Share share, double z) {
            Interval wilson = Shares.wilson(share, z);
            long without = share.of() - share.count();
            return new Interval(
                    share.count() < FEW
                            ? Math.min(wilson.low(), fewest(share.count(), z) / share.of())
                            : wilson.low(),
                    without < FEW
                            ? Math.max(wilson.high(), 1 - fewest(without, z) / share.of())
                            : wilson.high());
        }

        /**
         * The lower bound of a Poisson count: D. P. Byar's approximation of the exact one, in N. E.
         * Breslow, N. E. Day, "Statistical methods in cancer research" II (1987), 2.10.
         */
        private static double fewest(long count, double z) {
            double cases = count;
            double root = 1 - 1 / (9 * cases) - z / (3 * Math.sqrt(cases));
            return count == 0 || root < 0 ? 0 : cases * root * root * root;
        }

        double below(double factor, double moved) {
            double value = first.value() - factor * second.value() - moved;
            return value >= 0
                    ? 1 - Level.below(-touching(z -> -(interval(factor, z).low() - moved)))
                    : Level.below(-touching(z -> interval(factor, z).high() - moved));
        }

        double above(double factor, double moved) {
            double value = first.value() - factor * second.value() - moved;
            return value <= 0
                    ? 1 - Level.below(-touching(z -> interval(factor, z).high() - moved))
                    : Level.below(-touching(z -> -(interval(factor, z).low() - moved)));
        }

        /** Finds the quantile at which a bound reaches 0 from below; it grows with the quantile. */
        private static double touching(DoubleUnaryOperator bound) {
            double low = 0;
            double high = FARTHEST;
            for (int i = 0; i < HALVINGS; i++) {
                double middle = (low + high) / 2;
                if (bound.applyAsDouble(middle) >= 0) {
                    high = middle;
                } else {
                    low = middle;
                }
            }
            return high;
        }
    }
}
