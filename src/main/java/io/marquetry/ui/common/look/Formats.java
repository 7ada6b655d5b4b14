package io.marquetry.ui.common.look;

import io.marquetry.base.UserZone;

import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** Numbers and times as they are shown, in one language; times in the user's zone. */
public final class Formats {

    private final Locale locale;

    /** Formats for a language. */
    public Formats(Locale locale) {
        this.locale = locale;
    }

    /** Returns a whole number with grouped digits: 64,000. */
    public String count(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    /** Returns a share, 0 to 1, as per cent with two digits: 6.63 %. */
    public String percent(double share) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(2);
        format.setMaximumFractionDigits(2);
        return format.format(share * 100) + "\u00a0%";
    }

    /** Returns a share, 0 or more, as whole per cent: 38 %. */
    public String wholePercent(double share) {
        return count(Math.round(share * 100)) + "\u00a0%";
    }

    /** Returns a share, 0 or more, in as few digits as tell it: 38 %, 0.13 %. */
    public String shortPercent(double share) {
        return share == 0 || share >= 0.01 ? wholePercent(share) : percent(share);
    }

    /**
     * Returns a change as signed per cent: −38 %; one that would round to nothing, or from nothing,
     * as a signed count: +1,204.
     *
     * @param from 0 or more
     * @param to 0 or more
     */
    public String change(long from, long to) {
        String sign = to < from ? "−" : "+";
        double share = from == 0 ? 0 : Math.abs((double) (to - from) / from);
        return sign + (share < 0.005 ? count(Math.abs(to - from)) : wholePercent(share));
    }

    /** Returns a difference as a signed count: +1,204; 0 without a sign. */
    public String signed(long difference) {
        return difference == 0
                ? count(0)
                : (difference < 0 ? "−" : "+") + count(Math.abs(difference));
    }

    /** Returns a moment with its day: Nov 23, 2026, 14:31. */
    public String moment(Instant instant) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                        .localizedBy(locale)
                        .withZone(UserZone.get())
                        .format(instant)
                + " "
                + time(instant);
    }

    /** Returns the time of day: 14:31. */
    public String time(Instant instant) {
        return DateTimeFormatter.ofPattern("HH:mm", locale)
                .withZone(UserZone.get())
                .format(instant);
    }

    /** Returns a day: Nov 23, 2026. */
    public String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .localizedBy(locale)
                .format(day);
    }

    /** Returns a duration in milliseconds below one second, else in seconds: 12 ms, 1.4 s. */
    public String took(Duration duration) {
        long millis = duration.toMillis();
        if (millis < 1000) {
            return millis + "\u00a0ms";
        }
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(1);
        return format.format(millis / 1000.0) + "\u00a0s";
    }
}
