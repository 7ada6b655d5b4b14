package io.marquetry.source.cell;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.Temporal;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A time of the day, which stands behind a day. */
final class TimeOfDay {

    private static final int MAX_FRACTION_DIGITS = 9;

    private static final Pattern WORDS =
            Pattern.compile("(\\d{1,2})[时時点點](\\d{1,2})分(?:(\\d{1,2})秒)?");

    private TimeOfDay() {}

    static boolean isHalf(String word) {
        return half(word) >= 0;
    }

    /** Returns 0 for the morning, 1 for the afternoon, -1 for no half of a day. */
    private static int half(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "am", "a.m.", "a", "上午" -> 0;
            case "pm", "p.m.", "p", "下午" -> 1;
            default -> -1;
        };
    }

    static @Nullable Temporal on(LocalDate day, String text) {
        String rest = text;
        int half = -1;
        if (rest.startsWith("上午") || rest.startsWith("下午")) {
            half = half(rest.substring(0, 2));
            rest = rest.substring(2).strip();
        }
        @Nullable ZoneOffset offset = null;
        int mark = offsetAt(rest);
        if (mark >= 0) {
            offset = offset(rest.substring(mark).strip());
            if (offset == null) {
                return null;
            }
            rest = rest.substring(0, mark).strip();
        }
        int letters = 0;
        while (letters < rest.length() && !Character.isLetter(rest.charAt(letters))) {
            letters++;
        }
        if (letters < rest.length()) {
            half = half(rest.substring(letters));
            rest = rest.substring(0, letters).strip();
            if (half < 0) {
                return null;
            }
        }
        LocalTime time = time(rest, half);
        if (time == null) {
            return null;
        }
        return offset == null ? day.atTime(time) : day.atTime(time).atOffset(offset);
    }

    /**
     * Returns a day with its time in signs where hours, minutes and seconds are followed by their
     * words: 9时05分, 下午2点30分15秒.
     */
    static String inSigns(String text) {
        if (text.indexOf('分') < 0) {
            return text;
        }
        Matcher words = WORDS.matcher(text);
        return words.find() && words.end() == text.length()
                ? text.substring(0, words.start())
                        + words.group(1)
                        + ":"
                        + twoDigits(words.group(2))
                        + (words.group(3) == null ? "" : ":" + twoDigits(words.group(3)))
                : text;
    }

    private static String twoDigits(String digits) {
        return digits.length() == 1 ? "0" + digits : digits;
    }

    /** Returns where an offset begins: Z, UTC, GMT, +08:00; -1: there is none. */
    private static int offsetAt(String text) {
        for (int i = 3; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '+' || c == '-' || c == 'Z' || c == 'z' || c == 'U' || c == 'G') {
                return i;
            }
        }
        return -1;
    }

    private static @Nullable ZoneOffset offset(String text) {
        String upper = text.toUpperCase(Locale.ROOT);
        if (upper.equals("Z") || upper.equals("UTC") || upper.equals("GMT")) {
            return ZoneOffset.UTC;
        }
        boolean named = upper.startsWith("UTC") || upper.startsWith("GMT");
        String digits = named ? upper.substring(3) : upper;
        if (!digits.matches("[+-]\\d{1,2}(:?\\d{2}(:?\\d{2})?)?")) {
            return null;
        }
        try {
            return digits.length() == 2 || digits.length() == 5 && digits.indexOf(':') == 2
                    ? ZoneOffset.of(digits.charAt(0) + "0" + digits.substring(1))
                    : ZoneOffset.of(digits);
        } catch (DateTimeException noOffset) {
            return null;
        }
    }

    private static @Nullable LocalTime time(String text, int half) {
        int fraction = text.indexOf('.');
        String clock = fraction < 0 ? text : text.substring(0, fraction);
        int first = clock.indexOf(':');
        if (first < 0 && half < 0) {
            return null;
        }
        int second = first < 0 ? -1 : clock.indexOf(':', first + 1);
        int hour = Dates.number(clock, 0, first < 0 ? clock.length() : first, 1, 2);
        int minute =
                first < 0
                        ? 0
                        : Dates.number(
                                clock, first + 1, second < 0 ? clock.length() : second, 2, 2);
        int seconds = second < 0 ? 0 : Dates.number(clock, second + 1, clock.length(), 2, 2);
        int nanos = fraction < 0 ? 0 : nanos(text.substring(fraction + 1));
        boolean wrong = nanos < 0 || (fraction >= 0 && second < 0);
        if (wrong || hour < 0 || minute < 0 || minute > 59 || seconds < 0 || seconds > 59) {
            return null;
        }
        if (half >= 0) {
            if (hour < 1 || hour > 12) {
                return null;
            }
            hour = hour % 12 + 12 * half;
        }
        return hour > 23 ? null : LocalTime.of(hour, minute, seconds, nanos);
    }

    /** Returns the fraction of a second, cut to what sources keep. */
    private static int nanos(String digits) {
        if (digits.isEmpty() || digits.length() > MAX_FRACTION_DIGITS) {
            return -1;
        }
        int value = Dates.number(digits, 0, digits.length(), 1, MAX_FRACTION_DIGITS);
        for (int i = digits.length(); i < MAX_FRACTION_DIGITS; i++) {
            value = value < 0 ? value : 10 * value;
        }
        return value < 0 ? -1 : value / 1_000 * 1_000;
    }
}
