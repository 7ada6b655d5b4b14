package io.marquetry.source.sql;

import io.marquetry.source.AttributeType;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/** Bounds of about ten ranges that people can read: steps of 1, 2 or 5, whole months and years. */
public final class RoundBounds {

    /** Most ranges. */
    public static final int MAX_RANGES = 12;

    private static final List<Period> CALENDAR_STEPS =
            List.of(
                    Period.ofDays(1),
                    Period.ofWeeks(1),
                    Period.ofMonths(1),
                    Period.ofMonths(3),
                    Period.ofMonths(6),
                    Period.ofYears(1),
                    Period.ofYears(2),
                    Period.ofYears(5),
                    Period.ofYears(10),
                    Period.ofYears(20),
                    Period.ofYears(50),
                    Period.ofYears(100),
                    Period.ofYears(200),
                    Period.ofYears(500),
                    Period.ofYears(1000));

    private RoundBounds() {}

    /**
     * Returns bounds so that the first is at most {@code low} and the last is above {@code high}.
     */
    public static List<BigDecimal> ofNumbers(BigDecimal low, BigDecimal high, AttributeType type) {
        BigDecimal step = BigDecimal.ONE;
        if (type != AttributeType.INTEGER) {
            BigDecimal range = high.subtract(low);
            step = BigDecimal.ONE.scaleByPowerOfTen(range.precision() - range.scale() - 4);
            // Written out: not every driver takes a number of tens.
            step = step.setScale(Math.max(0, step.scale()));
        }
        int turn = 0;
        while (steps(low, high, step).compareTo(BigDecimal.valueOf(MAX_RANGES)) > 0) {
            // 1 → 2 → 5 → 10
            step = step.multiply(turn % 3 == 1 ? new BigDecimal("2.5") : BigDecimal.TWO);
            turn++;
        }
        List<BigDecimal> bounds = new ArrayList<>();
        BigDecimal bound = floor(low, step).multiply(step);
        bounds.add(bound);
        while (bound.compareTo(high) <= 0) {
            bound = bound.add(step);
            bounds.add(bound);
        }
        return bounds;
    }

    /**
     * Returns bounds so that the first is at most {@code low} and the last is after {@code high}.
     */
    public static List<LocalDate> ofDays(LocalDate low, LocalDate high) {
        List<LocalDate> bounds = List.of();
        for (Period step : CALENDAR_STEPS) {
            bounds = ofDays(low, high, step);
            if (bounds.size() <= MAX_RANGES + 1) {
                break;
            }
        }
        return bounds;
    }

    private static List<LocalDate> ofDays(LocalDate low, LocalDate high, Period step) {
        List<LocalDate> bounds = new ArrayList<>();
        LocalDate bound = floor(low, step);
        bounds.add(bound);
        // One bound too many is enough to know that the step is too small.
        while (!bound.isAfter(high) && bounds.size() <= MAX_RANGES + 1) {
            bound = bound.plus(step);
            bounds.add(bound);
        }
        return bounds;
    }

    private static LocalDate floor(LocalDate day, Period step) {
        if (step.getYears() > 0) {
            return LocalDate.of(
                    Math.floorDiv(day.getYear(), step.getYears()) * step.getYears(), 1, 1);
        }
        if (step.getMonths() > 0) {
            int month = (day.getMonthValue() - 1) / step.getMonths() * step.getMonths() + 1;
            return LocalDate.of(day.getYear(), month, 1);
        }
        return step.getDays() == 1
                ? day
                : day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private static BigDecimal steps(BigDecimal low, BigDecimal high, BigDecimal step) {
        return floor(high, step).subtract(floor(low, step)).add(BigDecimal.ONE);
    }

    private static BigDecimal floor(BigDecimal number, BigDecimal step) {
        return number.divide(step, 0, RoundingMode.FLOOR);
    }
}
