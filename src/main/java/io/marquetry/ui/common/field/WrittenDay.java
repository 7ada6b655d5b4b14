package io.marquetry.ui.common.field;

import org.jspecify.annotations.Nullable;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Days as people write them in one language. ISO 8601 is read in every language, also with slashes
 * or points and without leading zeros: 2017-06-01, 2017/6/1.
 */
public final class WrittenDay {

    private static final Pattern YEAR_FIRST =
            Pattern.compile("(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})");

    private final DateTimeFormatter shown;
    private final List<DateTimeFormatter> read;

    /** Reads and writes days in a language. */
    public WrittenDay(Locale language) {
        shown = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).localizedBy(language);
        read =
                Stream.of(FormatStyle.values())
                        .filter(style -> style != FormatStyle.FULL)
                        .map(style -> lenient(style, language))
                        .toList();
    }

    // Four digits of a year are taken also where the language writes two: 6/1/2017.
    private static DateTimeFormatter lenient(FormatStyle style, Locale language) {
        String pattern =
                DateTimeFormatterBuilder.getLocalizedDateTimePattern(
                        style, null, IsoChronology.INSTANCE, language);
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern.replaceAll("y+", "u"))
                .toFormatter(language)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    /** Returns a day as the language writes it. */
    public String write(LocalDate day) {
        return shown.format(day);
    }

    /** Returns the day that is written; empty where it is none. */
    public Optional<LocalDate> read(@Nullable String text) {
        String plain = Normalizer.normalize(text == null ? "" : text, Normalizer.Form.NFKC).strip();
        Matcher iso = YEAR_FIRST.matcher(plain);
        if (iso.matches()) {
            return day(iso);
        }
        return read.stream().flatMap(form -> parsed(form, plain).stream()).findFirst();
    }

    private static Optional<LocalDate> day(Matcher parts) {
        try {
            return Optional.of(
                    LocalDate.of(
                            Integer.parseInt(parts.group(1)),
                            Integer.parseInt(parts.group(3)),
                            Integer.parseInt(parts.group(4))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> parsed(DateTimeFormatter form, String text) {
        try {
            LocalDate day = LocalDate.parse(text, form);
            return day.getYear() < 100 ? Optional.empty() : Optional.of(day);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
