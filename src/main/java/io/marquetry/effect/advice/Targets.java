package io.marquetry.effect.advice;

import io.marquetry.base.Problem;
import io.marquetry.base.ProblemException;
import io.marquetry.base.Settings;
import io.marquetry.effect.figures.Measure;
import io.marquetry.effect.stats.Estimate;
import io.marquetry.effect.stats.Footing;
import io.marquetry.effect.stats.Interval;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What managers want to see at least; kept in the workspace's settings.
 *
 * @param least the figure aimed at: a rate from 0 to 1, or for {@link Measure#RETURN} profit per
 *     unit of cost
 */
public record Targets(Map<Measure, Double> least) {

    /** Nothing is aimed at. */
    public static final Targets NONE = new Targets(Map.of());

    /** The measures that can have a target. */
    public static final List<Measure> MEASURES =
            List.of(Measure.REACH, Measure.HIT, Measure.CONVERSION, Measure.RETURN);

    private static final String SETTING = "review.target.";
    private static final String PART = "%";

    /** Whether a figure is as high as wanted. */
    public enum Standing {
        /** All of the interval is at the target or above. */
        REACHED,
        /** All of the interval is below the target. */
        MISSED,
        /** The interval holds both, or cannot be trusted: nobody can tell yet. */
        OPEN
    }

    /** Copies the targets in the order of the measures. */
    public Targets {
        Map<Measure, Double> copy = new EnumMap<>(Measure.class);
        copy.putAll(least);
        least = Collections.unmodifiableMap(copy);
    }

    /** Returns these with another target; empty: none. */
    public Targets with(Measure measure, Optional<Double> wanted) {
        Map<Measure, Double> copy = new EnumMap<>(Measure.class);
        copy.putAll(least);
        wanted.ifPresentOrElse(target -> copy.put(measure, target), () -> copy.remove(measure));
        return new Targets(copy);
    }

    /** Returns the target of a measure, if there is one. */
    public Optional<Double> of(Measure measure) {
        return Optional.ofNullable(least.get(measure));
    }

    /** Returns how a figure stands to a target; empty where there is no figure. */
    public static Optional<Standing> standing(double target, Estimate figure) {
        return switch (figure) {
            case Estimate.Known known ->
                    Optional.of(standing(target, known.interval(), known.footing()));
            case Estimate.Bare _ -> Optional.of(Standing.OPEN);
            case Estimate.Unknown _ -> Optional.empty();
        };
    }

    /** Returns how an interval stands to a target. */
    public static Standing standing(double target, Interval interval, Footing footing) {
        return footing == Footing.SPARSE
                ? Standing.OPEN
                : interval.low() >= target
                        ? Standing.REACHED
                        : interval.high() < target ? Standing.MISSED : Standing.OPEN;
    }

    /** Reads them; one that cannot be read is none. */
    public static Targets read(Settings settings) {
        Targets found = NONE;
        for (Measure measure : MEASURES) {
            Optional<String> kept = settings.get(SETTING + measure.name());
            try {
                found = found.with(measure, kept.flatMap(text -> parse(text, measure)));
            } catch (ProblemException e) {
                // Nothing is aimed at rather than something that nobody said.
                found = found.with(measure, Optional.empty());
            }
        }
        return found;
    }

    /** Keeps them; durable when it returns. */
    public void write(Settings settings) {
        for (Measure measure : MEASURES) {
            settings.put(
                    SETTING + measure.name(),
                    of(measure).map(target -> write(target, measure)).orElse(""));
        }
    }

    /**
     * Reads a target: {@code 5%} for a rate, {@code 2.5} for a return; empty where it is blank.
     *
     * @throws ProblemException if it is none
     */
    public static Optional<Double> parse(String text, Measure measure) {
        String plain = text.strip();
        if (plain.isEmpty()) {
            return Optional.empty();
        }
        try {
            boolean part = plain.endsWith(PART);
            BigDecimal number =
                    new BigDecimal((part ? plain.substring(0, plain.length() - 1) : plain).strip());
            double target = (part ? number.movePointLeft(2) : number).doubleValue();
            boolean fits =
                    WorthText.isRate(measure)
                            ? part && target > 0 && target <= 1
                            : !part && Double.isFinite(target) && Math.abs(target) < 1e9;
            if (fits) {
                return Optional.of(target);
            }
        } catch (NumberFormatException e) {
            throw problem(text, measure).asException(e);
        }
        throw problem(text, measure).asException();
    }

    /** Returns the text that {@link #parse} reads. */
    public static String write(double target, Measure measure) {
        boolean rate = WorthText.isRate(measure);
        String plain =
                new BigDecimal(rate ? target * 100 : target)
                        .round(new MathContext(6))
                        .stripTrailingZeros()
                        .toPlainString();
        return rate ? plain + PART : plain;
    }

    private static Problem problem(String text, Measure measure) {
        return Problem.of(
                "problem.review.target." + (WorthText.isRate(measure) ? "rate" : "return"),
                text,
                measure.name().toLowerCase(Locale.ROOT));
    }
}
