package io.marquetry.effect.chart;

import io.marquetry.base.Texts;
import io.marquetry.effect.stats.Interval;

import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** Numbers and days as charts and reports show them, in one language. */
public final class Amounts {

    private static final String MINUS = "\u2212";
    private static final double SMALL_P = 0.001;
    private static final int MAX_DIGITS = 8;

    private final Texts texts;
    private final Locale locale;

    /** Shows amounts in the language of the texts. */
    public Amounts(Texts texts) {
        this.texts = texts;
        this.locale = texts.locale();
    }

    /** Returns a number with its unit: 16.70 %, +7.66 pp, 1.0772, 22.9×. */
    public String text(Quantity quantity, double value) {
        return withUnit(quantity, number(quantity, value, digits(quantity, value)));
    }

    /** Returns a number with its unit, with as many digits as its interval makes known. */
    public String value(Quantity quantity, double value, Interval interval) {
        return withUnit(quantity, number(quantity, value, digits(quantity, value, interval)));
    }

    /** Returns a number with its interval: +7.66 [+7.00, +8.32] pp. */
    public String text(Quantity quantity, double value, Interval interval) {
        int digits = digits(quantity, value, interval);
        return withUnit(
                quantity,
                texts.get(
                        "chart.withInterval",
                        number(quantity, value, digits),
                        number(quantity, interval.low(), digits),
                        number(quantity, interval.high(), digits)));
    }

    /** Returns an interval: 16.35 – 17.06 %; [−0.28, +0.50] pp where it may be below 0. */
    public String interval(Quantity quantity, Interval interval) {
        int digits = digits(quantity, Math.max(-interval.low(), interval.high()), interval);
        return withUnit(
                quantity,
                texts.get(
                        quantity.signed() ? "chart.signedInterval" : "chart.interval",
                        number(quantity, interval.low(), digits),
                        number(quantity, interval.high(), digits)));
    }

    /** Returns a p-value: p = 0.566, p &lt; 0.001. */
    public String p(double value) {
        return value < SMALL_P
                ? texts.get("chart.smallP")
                : texts.get("chart.pValue", decimal(value, 3, false));
    }

    /** Returns a number on an axis, its unit as short as can be. */
    public String tick(Quantity quantity, double value, int digits) {
        String number = number(quantity, value, digits);
        return quantity == Quantity.POINTS
                ? texts.get("chart.pointsOnAxis", number)
                : withUnit(quantity, number);
    }

    /** Returns a whole number with grouped digits: 64,000. */
    public String count(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    /** Returns a day: Nov 23, 2026. */
    public String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .localizedBy(locale)
                .format(day);
    }

    /** Returns a day without its year: Nov 23. */
    public String shortDay(LocalDate day) {
        return DateTimeFormatter.ofLocalizedPattern("MMMd").localizedBy(locale).format(day);
    }

    /** Returns a month: Nov 2026. */
    String month(LocalDate day) {
        return DateTimeFormatter.ofLocalizedPattern("yMMM").localizedBy(locale).format(day);
    }

    private String withUnit(Quantity quantity, String number) {
        return switch (quantity) {
            case COUNT, MONEY, MONEY_DIFFERENCE -> number;
            case SHARE -> texts.get("chart.percent", number);
            case POINTS -> texts.get("chart.points", number);
            case FACTOR -> texts.get("chart.times", number);
        };
    }

    private String number(Quantity quantity, double value, int digits) {
        return decimal(value * quantity.unit(), digits, quantity.signed());
    }

    private static int digits(Quantity quantity, double value) {
        return switch (quantity) {
            case COUNT -> 0;
            case SHARE, POINTS -> 2;
            case FACTOR -> Math.abs(value) < 10 ? 2 : 1;
            case MONEY, MONEY_DIFFERENCE ->
                    Math.abs(value) < 10 ? 4 : Math.abs(value) < 10_000 ? 2 : 0;
        };
    }

    /** Many people make small differences known: two digits of the interval's width are shown. */
    private static int digits(Quantity quantity, double value, Interval interval) {
        double width = (interval.high() - interval.low()) * quantity.unit();
        int usual = digits(quantity, value);
        return width > 0 && quantity != Quantity.COUNT
                ? Math.clamp(1 - (long) Math.floor(Math.log10(width)), usual, MAX_DIGITS)
                : usual;
    }

    private String decimal(double value, int digits, boolean signed) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        String number = format.format(Math.abs(value));
        // What rounds to zero has no sign.
        if (number.chars().noneMatch(c -> c >= '1' && c <= '9')) {
            return number;
        }
        return value < 0 ? MINUS + number : signed ? "+" + number : number;
    }
}
