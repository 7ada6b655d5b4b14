package io.marquetry.dispatch.plan;

import io.marquetry.asset.AssetKey;
import io.marquetry.base.Problem;
import io.marquetry.dispatch.Conversion;
import io.marquetry.dispatch.Limits;
import io.marquetry.dispatch.series.Recurrence;
import io.marquetry.dispatch.series.Trigger;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads what people write of the terms of a dispatch. */
public final class TermsText {

    private TermsText() {}

    /** Reads when a series comes again. */
    public static Recurrence recurrence(Recurrence.Every every, int on, String at, ZoneId zone) {
        try {
            return new Recurrence(every, on, LocalTime.parse(at.strip()), zone);
        } catch (DateTimeException | IllegalArgumentException e) {
            throw Problem.of("problem.dispatch.recurrence", at, on).asException(e);
        }
    }

    /**
     * Reads what starts a series.
     *
     * @param only a field and its value, {@code kind=food}; null or blank: all events
     * @param minutes how long after it
     * @param unless the events that somebody must not have done since; null or blank: none
     * @param unlessOnly which of these count, as {@code only}
     */
    public static Trigger trigger(
            String stream,
            @Nullable String only,
            int minutes,
            @Nullable String unless,
            @Nullable String unlessOnly) {
        if (minutes < 0 || minutes > 129_600) {
            throw Problem.of("problem.dispatch.delay", minutes).asException();
        }
        Optional<String> ended = Optional.ofNullable(unless).filter(text -> !text.isBlank());
        if (ended.isEmpty() && unlessOnly != null && !unlessOnly.isBlank()) {
            throw Problem.of("problem.dispatch.unless").asException();
        }
        Conversion.Events started = events(stream, only);
        return new Trigger(
                started.stream(),
                started.only(),
                Duration.ofMinutes(minutes),
                ended.map(text -> events(text, unlessOnly)));
    }

    private static Conversion.Events events(String stream, @Nullable String only) {
        @Nullable String field = only == null || only.isBlank() ? null : only.strip();
        return PlanText.conversion(stream.strip(), field, null, 1)
                .map(Conversion.Events.class::cast)
                .orElseThrow();
    }

    /** Reads a time of day; empty: nothing was said. */
    public static Optional<LocalTime> local(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalTime.parse(text.strip()));
        } catch (DateTimeException e) {
            throw Problem.of("problem.dispatch.localTime", text).asException(e);
        }
    }

    /** Reads the key of a coupon. */
    public static AssetKey pool(String text) {
        if (!AssetKey.isValid(text)) {
            throw Problem.of("problem.dispatch.pool", text).asException();
        }
        return new AssetKey(text);
    }

    /** Reads an amount of money; empty: nothing was said. */
    public static Optional<BigDecimal> money(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        String number = text.strip().replace(",", "");
        if (!number.matches("[0-9]{1,15}(\\.[0-9]{1,6})?")) {
            throw Problem.of("problem.dispatch.money", text).asException();
        }
        return Optional.of(new BigDecimal(number));
    }

    /** Reads a number of messages; empty: nothing was said. */
    public static OptionalLong messages(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return OptionalLong.empty();
        }
        String number = text.strip().replace(",", "");
        if (!number.matches("[1-9][0-9]{0,11}")) {
            throw Problem.of("problem.dispatch.messages", text).asException();
        }
        return OptionalLong.of(Long.parseLong(number));
    }

    /**
     * Reads guard rails: {@code refused=20%}, {@code unknown}, {@code bounced} or {@code
     * opted-out}, each with the most that may be so; {@code none} takes one away.
     *
     * @param said what is otherwise than usual
     * @param wait after how many minutes the next wave goes out by itself; null or blank: it does
     *     not
     */
    public static Limits limits(
            Map<String, String> said,
            OptionalLong most,
            OptionalLong first,
            @Nullable String wait) {
        Map<Limits.Kind, Double> shares = new EnumMap<>(Limits.Kind.class);
        shares.putAll(Limits.USUAL.shares());
        said.forEach(
                (name, share) -> {
                    Limits.Kind kind = kind(name);
                    if (share.equalsIgnoreCase("none")) {
                        shares.remove(kind);
                    } else {
                        shares.put(kind, PlanText.share(share));
                    }
                });
        Optional<Duration> pause = minutes(wait);
        if (pause.isPresent() && most.isEmpty() && first.isEmpty()) {
            throw Problem.of("problem.dispatch.noWave").asException();
        }
        return new Limits(shares, most, first, pause);
    }

    private static Optional<Duration> minutes(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        String number = text.strip().replace(",", "");
        if (!number.matches("[1-9][0-9]{0,4}")
                || Integer.parseInt(number) > Limits.LONGEST.toMinutes()) {
            throw Problem.of("problem.dispatch.wait", text, Limits.LONGEST.toMinutes())
                    .asException();
        }
        return Optional.of(Duration.ofMinutes(Integer.parseInt(number)));
    }

    /** Reads what is otherwise than usual: {@code bounced=5%; refused=none}. */
    public static Map<String, String> rails(String text) {
        Map<String, String> found = new LinkedHashMap<>();
        for (String part : text.split("[;；]", -1)) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                found.put(part.substring(0, equals).strip(), part.substring(equals + 1).strip());
            } else if (!part.isBlank()) {
                throw Problem.of("problem.dispatch.limit", part.strip()).asException();
            }
        }
        return found;
    }

    private static Limits.Kind kind(String name) {
        return switch (name.strip().toLowerCase(Locale.ROOT)) {
            case "refused" -> Limits.Kind.REFUSED;
            case "unknown" -> Limits.Kind.UNKNOWN;
            case "bounced" -> Limits.Kind.BOUNCED;
            case "opted-out" -> Limits.Kind.OPTED_OUT;
            default -> throw Problem.of("problem.dispatch.limit", name).asException();
        };
    }
}
