package io.marquetry.effect.advice;

import io.marquetry.base.Problem;
import io.marquetry.effect.figures.Measure;
import io.marquetry.effect.stats.Worth;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/**
 * The smallest effect worth having as people write it: {@code 10%} for a part of the control's
 * figure, {@code 0.5pp} for percentage points of a rate, {@code 0.20} for money per head.
 */
public final class WorthText {

    private static final String PART = "%";
    private static final String POINTS = "pp";

    private WorthText() {}

    /**
     * Reads it.
     *
     * @throws io.marquetry.base.ProblemException if it is none, or its unit is not the measure's
     */
    public static Worth parse(String text, Measure measure) {
        String plain = text.strip().toLowerCase(Locale.ROOT).replace("个百分点", POINTS);
        try {
            if (plain.endsWith(PART)) {
                return new Worth.Relative(number(plain, PART) / 100);
            }
            if (isRate(measure) == plain.endsWith(POINTS)) {
                return new Worth.Absolute(
                        isRate(measure) ? number(plain, POINTS) / 100 : number(plain, ""));
            }
        } catch (IllegalArgumentException e) {
            throw problem(text).asException(e);
        }
        throw problem(text).asException();
    }

    /** Returns the text that {@link #parse} reads. */
    public static String write(Worth worth, Measure measure) {
        return switch (worth) {
            case Worth.Relative relative -> plain(relative.part() * 100) + PART;
            case Worth.Absolute absolute ->
                    isRate(measure)
                            ? plain(absolute.effect() * 100) + POINTS
                            : plain(absolute.effect());
        };
    }

    static boolean isRate(Measure measure) {
        return switch (measure) {
            case REACH, HIT, CONVERSION -> true;
            case REVENUE, PROFIT, RETURN -> false;
        };
    }

    private static double number(String text, String unit) {
        return new BigDecimal(text.substring(0, text.length() - unit.length()).strip())
                .doubleValue();
    }

    private static String plain(double value) {
        return new BigDecimal(value).round(new MathContext(6)).stripTrailingZeros().toPlainString();
    }

    private static Problem problem(String text) {
        return Problem.of("problem.advice.worth", text);
    }
}
