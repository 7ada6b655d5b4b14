package io.marquetry.source.cell;

import io.marquetry.base.VisibleText;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Locale;

/** Reads days and wall-clock times. */
public final class Dates {

    private static final int LONGEST = 48;
    private static final int LONGEST_COUNT = 18;
    private static final int MAX_DAYS = 3_000_000;
    private static final BigDecimal MICROS_PER_HOUR = BigDecimal.valueOf(3_600_000_000L);
    private static final BigDecimal HOURS_PER_DAY = BigDecimal.valueOf(24);
    private static final List<String> MONTHS =
            List.of(
                    "january",
                    "february",
                    "march",
                    "april",
                    "may",
                    "june",
                    "july",
                    "august",
                    "september",
                    "october",
                    "november",
                    "december");

    private Dates() {}

    /**
     * Returns what a cell says: a day, a wall-clock time, or a time with its offset; null: none of
     * these, or not in this form.
     */
    public static @Nullable Temporal read(String cell, DateForm form) {
        if (cell.length() > LONGEST) {
            return null;
        }
        if (form.order() == DateOrder.YEAR_FIRST) {
            LocalDate day = iso(cell);
            if (day != null) {
                return day;
            }
        }
        String text = TimeOfDay.inSigns(VisibleText.narrow(cell));
        if (form.order().isCount()) {
            return counted(text, form);
        }
        LocalDate whole = day(text, form);
        if (whole != null) {
            return whole;
        }
        int at = timeAt(text);
        if (at < 1) {
            return null;
        }
        char before = text.charAt(at - 1);
        boolean mark = before == 'T' || before == 't' || before == ' ';
        if (!mark && before != '日') {
            return null;
        }
        LocalDate day = day(text.substring(0, mark ? at - 1 : at).strip(), form);
        return day == null ? null : TimeOfDay.on(day, text.substring(at));
    }

    /**
     * Returns what a cell of a form says; 2017-01-31 is a day in each of them, for nobody can
     * misread it.
     */
    public static @Nullable Temporal said(String cell, DateForm form) {
        Temporal read = read(cell, form);
        boolean other = read == null && form.order() != DateOrder.YEAR_FIRST;
        return other ? read(cell, DateForm.YEAR_FIRST) : read;
    }

    /** Returns a day, or null where the cell says none or more than a day. */
    static @Nullable LocalDate day(Temporal read) {
        return read instanceof LocalDate day ? day : null;
    }

    /**
     * Returns the wall-clock time that a cell says.
     *
     * @param zone where times with an offset are looked at; null: they are none
     */
    static @Nullable LocalDateTime moment(Temporal read, @Nullable ZoneId zone) {
        return switch (read) {
            case LocalDate day -> day.atStartOfDay();
            case LocalDateTime moment -> moment;
            case OffsetDateTime instant ->
                    zone == null
                            ? null
                            : instant.atZoneSameInstant(zone)
                                    .toLocalDateTime()
                                    .truncatedTo(ChronoUnit.MICROS);
            default -> throw new IllegalStateException("no time: " + read.getClass());
        };
    }

    /** Returns where the time begins; -1: there is none. */
    private static int timeAt(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            // 5 PM: an hour without minutes names the half of its day.
            int last = text.lastIndexOf(' ');
            boolean half = last > 0 && TimeOfDay.isHalf(text.substring(last + 1));
            return half ? text.lastIndexOf(' ', last - 1) + 1 : -1;
        }
        int at = colon;
        while (at > 0 && text.charAt(at - 1) >= '0' && text.charAt(at - 1) <= '9') {
            at--;
        }
        int before = at;
        while (before > 0 && text.charAt(before - 1) == ' ') {
            before--;
        }
        // 下午2:30: the half of the day stands before its digits.
        return before >= 2 && TimeOfDay.isHalf(text.substring(before - 2, before))
                ? before - 2
                : at;
    }

    /** Reads 2017-01-31, as most files write days. */
    private static @Nullable LocalDate iso(String text) {
        boolean shaped = text.length() == 10 && text.charAt(4) == '-' && text.charAt(7) == '-';
        return shaped
                ? day(number(text, 0, 4, 4, 4), number(text, 5, 7, 2, 2), number(text, 8, 10, 2, 2))
                : null;
    }

    private static @Nullable Temporal counted(String text, DateForm form) {
        if (text.length() > LONGEST_COUNT) {
            return null;
        }
        BigDecimal count = CellParser.decimal(text);
        if (count == null) {
            return null;
        }
        boolean hours = form.order() == DateOrder.HOURS_SINCE;
        BigDecimal days = hours ? count.divide(HOURS_PER_DAY, 20, RoundingMode.HALF_UP) : count;
        if (days.abs().compareTo(BigDecimal.valueOf(MAX_DAYS)) > 0) {
            return null;
        }
        if (!hours && count.stripTrailingZeros().scale() <= 0) {
            return form.from().plusDays(count.longValue());
        }
        BigDecimal inHours = hours ? count : count.multiply(HOURS_PER_DAY);
        long micros =
                inHours.multiply(MICROS_PER_HOUR).setScale(0, RoundingMode.HALF_UP).longValue();
        return form.from().atStartOfDay().plus(micros, ChronoUnit.MICROS);
    }

    private static @Nullable LocalDate day(String text, DateForm form) {
        return switch (form.order()) {
            case YEAR_FIRST -> yearFirst(text, false, form);
            case YEAR_FIRST_SHORT -> yearFirst(text, true, form);
            case DAY_FIRST -> yearLast(text, true, false, form);
            case MONTH_FIRST -> yearLast(text, false, false, form);
            case MONTH_NAME -> named(text, false, form);
            case DAY_FIRST_SHORT -> {
                LocalDate day = yearLast(text, true, true, form);
                yield day == null ? named(text, true, form) : day;
            }
            case MONTH_FIRST_SHORT -> yearLast(text, false, true, form);
            case COMPACT ->
                    text.length() == 8
                            ? day(
                                    number(text, 0, 4, 4, 4),
                                    number(text, 4, 6, 2, 2),
                                    number(text, 6, 8, 2, 2))
                            : null;
            case EXCEL_DAYS, DAYS_SINCE, HOURS_SINCE -> null;
        };
    }

    private static int year(String text, int from, int to, boolean isShort, DateForm form) {
        if (!isShort) {
            return number(text, from, to, 4, 4);
        }
        int two = number(text, from, to, 2, 2);
        int first = form.from().getYear();
        return two < 0 ? -1 : first + Math.floorMod(two - first, 100);
    }

    private static @Nullable LocalDate yearLast(
            String text, boolean dayFirst, boolean isShort, DateForm form) {
        int first = 0;
        while (first < text.length() && first < 3 && Character.isDigit(text.charAt(first))) {
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
        int year = year(text, second + 1, text.length(), isShort, form);
        return dayFirst ? day(year, two, one) : day(year, one, two);
    }

    private static @Nullable LocalDate yearFirst(String text, boolean isShort, DateForm form) {
        int length = text.length();
        int digits = isShort ? 2 : 4;
        if (length < digits + 4 || length > digits + 7) {
            return null;
        }
        char mark = text.charAt(digits);
        boolean chinese = mark == '年';
        if (mark != '-' && mark != '/' && mark != '.' && !chinese) {
            return null;
        }
        int second = text.indexOf(chinese ? '月' : mark, digits + 1);
        int end = chinese ? length - 1 : length;
        if (second < 0 || (chinese && text.charAt(end) != '日')) {
            return null;
        }
        return day(
                year(text, 0, digits, isShort, form),
                number(text, digits + 1, second, 1, 2),
                number(text, second + 1, end, 1, 2));
    }

    /** Reads 31 Jan 2017, 31-Jan-2017, Jan 31, 2017 and 2017-Jan-31, with a weekday or without. */
    private static @Nullable LocalDate named(String text, boolean isShort, DateForm form) {
        int length = text.length();
        if (length < 8 || !Character.isLetterOrDigit(text.charAt(0))) {
            return null;
        }
        String[] parts = text.split("[ ,./-]+", 6);
        int from = parts.length == 4 && isWeekday(parts[0]) ? 1 : 0;
        if (parts.length - from != 3) {
            return null;
        }
        int monthAt = month(parts[from]) > 0 ? from : from + 1;
        int month = month(parts[monthAt]);
        if (month < 0) {
            return null;
        }
        String first = monthAt == from ? parts[from + 1] : parts[from];
        String last = parts[from + 2];
        boolean yearFirst = first.length() == 4 && monthAt != from;
        String day = ordinal(yearFirst ? last : first);
        String year = yearFirst ? first : last;
        return day(
                year(year, 0, year.length(), isShort, form),
                month,
                number(day, 0, day.length(), 1, 2));
    }

    private static String ordinal(String day) {
        int length = day.length();
        return length > 2 && day.substring(length - 2).matches("st|nd|rd|th")
                ? day.substring(0, length - 2)
                : day;
    }

    private static boolean isWeekday(String word) {
        return word.length() >= 3
                && "montuewedthufrisatsun".indexOf(word.substring(0, 3).toLowerCase(Locale.ROOT))
                                % 3
                        == 0
                && Character.isLetter(word.charAt(0));
    }

    private static int month(String word) {
        if (word.length() < 3 || word.length() > 9 || !Character.isLetter(word.charAt(0))) {
            return -1;
        }
        String lower = word.toLowerCase(Locale.ROOT);
        for (int i = 0; i < MONTHS.size(); i++) {
            String month = MONTHS.get(i);
            boolean cut = lower.length() == 3 || lower.equals("sept");
            if (month.equals(lower) || (cut && month.startsWith(lower))) {
                return i + 1;
            }
        }
        return -1;
    }

    private static @Nullable LocalDate day(int year, int month, int day) {
        if (year < 1 || month < 1 || month > 12 || day < 1 || day > 31) {
            return null;
        }
        try {
            return LocalDate.of(year, month, day);
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    static int number(String text, int from, int to, int fewest, int most) {
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
