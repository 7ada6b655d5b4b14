package io.marquetry.dispatch.plan;

import io.marquetry.base.Problem;
import io.marquetry.base.UserZone;
import io.marquetry.dispatch.Conversion;
import io.marquetry.dispatch.Dispatch;
import io.marquetry.dispatch.QuietHours;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads what people write of a plan, in the window as on the command line. */
public final class PlanText {

    private static final int USUAL_DAYS = 7;

    private PlanText() {}

    /** Reads a share: {@code 10%} or {@code 0.1}. */
    public static double share(@Nullable String text) {
        if (text == null) {
            return 0;
        }
        try {
            String number = text.strip();
            double share =
                    number.endsWith("%")
                            ? Double.parseDouble(number.substring(0, number.length() - 1)) / 100
                            : Double.parseDouble(number);
            if (share >= 0 && share < 1) {
                return share;
            }
        } catch (NumberFormatException e) {
            throw Problem.of("problem.dispatch.share", text).asException(e);
        }
        throw Problem.of("problem.dispatch.share", text).asException();
    }

    /** Reads a moment: with an offset, or as the wall clock of the user shows it. */
    public static Instant moment(@Nullable String text, Instant otherwise) {
        if (text == null) {
            return otherwise;
        }
        try {
            String written = text.strip().replace(' ', 'T');
            return written.endsWith("Z")
                    ? Instant.parse(written)
                    : LocalDateTime.parse(written).atZone(UserZone.get()).toInstant();
        } catch (DateTimeException e) {
            throw Problem.of("problem.dispatch.moment", text).asException(e);
        }
    }

    /** Reads quiet hours: {@code 21:00-08:00} or {@code none}. */
    public static QuietHours quiet(@Nullable String text) {
        if (text == null) {
            return QuietHours.USUAL;
        }
        if (text.equalsIgnoreCase("none")) {
            return QuietHours.NONE;
        }
        String[] ends = text.split("-", -1);
        try {
            if (ends.length == 2) {
                return new QuietHours(
                        LocalTime.parse(ends[0].strip()), LocalTime.parse(ends[1].strip()));
            }
        } catch (DateTimeException e) {
            throw Problem.of("problem.dispatch.quiet", text).asException(e);
        }
        throw Problem.of("problem.dispatch.quiet", text).asException();
    }

    /** Reads a zone. */
    public static ZoneId zone(@Nullable String text) {
        if (text == null) {
            return UserZone.get();
        }
        if (!ZoneId.getAvailableZoneIds().contains(text)) {
            throw Problem.of("problem.dispatch.zone", text).asException();
        }
        return ZoneId.of(text);
    }

    /** Reads a cap: {@code 2/7} is two in seven days. */
    public static Optional<Dispatch.Cap> cap(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        if (!text.matches("[0-9]{1,4}/[0-9]{1,3}")) {
            throw Problem.of("problem.dispatch.cap", text).asException();
        }
        int slash = text.indexOf('/');
        int most = Integer.parseInt(text.substring(0, slash));
        int days = Integer.parseInt(text.substring(slash + 1));
        if (most < 1 || days < 1 || days > 366) {
            throw Problem.of("problem.dispatch.cap", text).asException();
        }
        return Optional.of(new Dispatch.Cap(most, days));
    }

    /** Reads what counts as success; empty: nothing was said. */
    public static Optional<Conversion> conversion(
            @Nullable String stream, @Nullable String only, @Nullable String revenue, int days) {
        if (stream == null) {
            if (only != null || revenue != null) {
                throw Problem.of("problem.dispatch.noConversion").asException();
            }
            return Optional.empty();
        }
        int equals = only == null ? -1 : only.indexOf('=');
        if (only != null && equals < 1) {
            throw Problem.of("problem.dispatch.conversionField", only).asException();
        }
        if (days < 1 || days > 366) {
            throw Problem.of("problem.dispatch.window", days).asException();
        }
        return Optional.of(
                new Conversion.Events(
                        stream,
                        Optional.ofNullable(only)
                                .map(
                                        text ->
                                                new Conversion.Only(
                                                        text.substring(0, equals),
                                                        text.substring(equals + 1).strip())),
                        Optional.ofNullable(revenue),
                        days));
    }

    /** Reads what fills fields for everybody: {@code name=Li; city=Beijing}. */
    public static Map<String, String> fixed(String text) {
        Map<String, String> found = new TreeMap<>();
        for (String part : text.split("[;；]", -1)) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                found.put(part.substring(0, equals).strip(), part.substring(equals + 1).strip());
            } else if (!part.isBlank()) {
                throw Problem.of("problem.dispatch.fixed", part.strip()).asException();
            }
        }
        return found;
    }

    /** Reads a number of days; 7 where nothing is written. */
    public static int days(String text) {
        if (text.isBlank()) {
            return USUAL_DAYS;
        }
        if (!text.strip().matches("[0-9]{1,3}")) {
            throw Problem.of("problem.dispatch.window", text).asException();
        }
        return Integer.parseInt(text.strip());
    }

    /** Reads who agreed: an attribute, or an attribute and its value behind an equals sign. */
    public static Optional<Dispatch.Consent> consent(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        int equals = text.indexOf('=');
        return Optional.of(
                equals < 0
                        ? new Dispatch.Consent(text, Optional.empty())
                        : new Dispatch.Consent(
                                text.substring(0, equals),
                                Optional.of(text.substring(equals + 1).strip())));
    }

    /**
     * Reads a further account: {@code ACCOUNT[:ADDRESS[:CONSENT[=VALUE][:TEXT]]]}; what is left
     * empty between colons is as for the first account.
     */
    public static PlanRequest.Other other(String text) {
        List<String> parts = Arrays.stream(text.split("[:：]", -1)).map(String::strip).toList();
        if (parts.size() > 4 || parts.getFirst().isEmpty()) {
            throw Problem.of("problem.dispatch.else", text).asException();
        }
        return new PlanRequest.Other(
                parts.getFirst(),
                part(parts, 1),
                consent(part(parts, 2).orElse(null)),
                part(parts, 3));
    }

    private static Optional<String> part(List<String> parts, int at) {
        return at < parts.size() && !parts.get(at).isEmpty()
                ? Optional.of(parts.get(at))
                : Optional.empty();
    }
}
