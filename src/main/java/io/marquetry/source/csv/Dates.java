package io.marquetry.source.csv;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;

/** Reads days and wall-clock times. */
final class Dates {

    private static final int MOST_FRACTION_DIGITS = 6;

    private Dates() {}

    static @Nullable LocalDate day(String text, DateOrder order) {
        return switch (order) {
            case YEAR_FIRST -> yearFirst(text);
            case DAY_FIRST -> yearLast(text, true);
            case MONTH_FIRST -> yearLast(text, false);
            case COMPACT ->
                    text.length() == 8
                            ? day(
                                    number(text, 0, 4, 4, 4),
                                    number(text, 4, 6, 2, 2),
                                    number(text, 6, 8, 2, 2))
                            : null;
        };
    }

    private static @Nullable LocalDate yearLast(String text, boolean dayFirst) {
        int first = 0;
        while (first < text.length() && Character.isDigit(text.charAt(first))) {
            first++;
        }
        if (first == text.length() || "/.-".indexOf(text.charAt(first)) < 0) {
            return null;
        }
        int second = text.indexOf(text.charAt(first), first + 1);
        if (second < 0) {
            return null;
        }
        int one = number(text, 0, first, 1, 2);
        int two = number(text, first + 1, second, 1, 2);
        int year = number(text, second + 1, text.length(), 4, 4);
        return dayFirst ? day(year, two, one) : day(year, one, two);
    }

    private static @Nullable LocalDate yearFirst(String text) {
        int length = text.length();
        if (length < 8 || length > 11) {
            return null;
        }
        char mark = text.charAt(4);
        boolean chinese = mark == '年';
        if (mark != '-' && mark != '/' && !chinese) {
            return null;
        }
        int second = text.indexOf(chinese ? '月' : mark, 5);
        int end = chinese ? length - 1 : length;
        if (second < 0 || (chinese && text.charAt(end) != '日')) {
            return null;
        }
        return day(
                number(text, 0, 4, 4, 4),
                number(text, 5, second, 1, 2),
                number(text, second + 1, end, 1, 2));
    }

    private static @Nullable LocalDate day(int year, int month, int day) {
        if (year < 1 || month < 1 || day < 1) {
            return null;
        }
        try {
            return LocalDate.of(year, month, day);
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    static @Nullable LocalDateTime moment(String text, DateOrder order) {
        int gap = text.indexOf('T');
        if (gap < 0) {
            gap = text.indexOf(' ');
        }
        LocalDate day = day(gap < 0 ? text : text.substring(0, gap), order);
        if (day == null) {
            return null;
        }
        if (gap < 0) {
            return day.atStartOfDay();
        }
        LocalTime time = time(text.substring(gap + 1));
        return time == null ? null : day.atTime(time);
    }

    private static @Nullable LocalTime time(String text) {
        int fraction = text.indexOf('.');
        boolean tooFine = fraction >= 0 && text.length() - fraction - 1 > MOST_FRACTION_DIGITS;
        // Java also reads 8 digits after no point and a bare "T08"; the length rules them out.
        if (text.length() < 5 || tooFine) {
            return null;
        }
        try {
            return LocalTime.parse(text);
        } catch (DateTimeException noSuchTime) {
            return null;
        }
    }

    private static int number(String text, int from, int to, int fewest, int most) {
        if (to - from < fewest || to - from > most) {
            return -1;
        }
        int value = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = 10 * value + digit;
        }
        return value;
    }
}
