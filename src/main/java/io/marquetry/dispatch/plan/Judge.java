package io.marquetry.dispatch.plan;

import io.marquetry.dispatch.ChannelKind;
import io.marquetry.dispatch.Dispatch;
import io.marquetry.dispatch.Reason;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Says of each person why they get nothing: all reasons but the one that needs all people. For many
 * threads.
 */
final class Judge {

    /** Nothing is begun that cannot be gone a minute before the end. */
    private static final Duration MARGIN = Duration.ofSeconds(60);

    private final PlanRequest wanted;
    private final ChannelKind channel;
    private final Predicate<String> suppressed;
    private final Map<String, Integer> contacts;
    private final Zones zones;
    private final int address;
    private final int consent;
    private final int zone;
    private final int profiling;
    private final Set<String> had;
    private final Set<String> out;
    private final int fields;

    /**
     * Makes one for a dispatch.
     *
     * @param attributes what comes of each person; the fields of the text first
     * @param fields how many of them fill the text
     * @param contacts how many messages people had lately
     * @param had the keys of those who had a message of the series
     * @param out the keys of those who did what they were to be asked for
     */
    Judge(
            PlanRequest wanted,
            ChannelKind channel,
            List<String> attributes,
            int fields,
            Predicate<String> suppressed,
            Map<String, Integer> contacts,
            Set<String> had,
            Set<String> out) {
        Dispatch.Columns columns = wanted.columns();
        this.wanted = wanted;
        this.channel = channel;
        this.suppressed = suppressed;
        this.contacts = contacts;
        this.zones =
                new Zones(wanted.from(), wanted.terms().local(), wanted.quiet(), wanted.zone());
        this.address = columns.address().map(attributes::indexOf).orElse(-1);
        this.consent = columns.consent().map(c -> attributes.indexOf(c.attribute())).orElse(-1);
        this.zone = columns.zone().map(attributes::indexOf).orElse(-1);
        this.profiling =
                wanted.terms().profiling().map(c -> attributes.indexOf(c.attribute())).orElse(-1);
        this.had = had;
        this.out = out;
        this.fields = fields;
    }

    /** Puts a person in the crowd with all reasons. */
    void judge(int at, String key, @Nullable String[] values, Crowd crowd) {
        int reasons = 0;
        @Nullable String raw = address < 0 ? key : values[address];
        Optional<String> normal = Optional.empty();
        if (raw == null || raw.isBlank()) {
            reasons |= Reason.NO_ADDRESS.bit();
        } else {
            normal = channel.normal(raw);
            reasons |= normal.isEmpty() ? Reason.BAD_ADDRESS.bit() : 0;
        }
        reasons |=
                agrees(wanted.columns().consent(), consent, values) ? 0 : Reason.NO_CONSENT.bit();
        reasons |=
                agrees(wanted.terms().profiling(), profiling, values)
                        ? 0
                        : Reason.NOT_PERSONALISED.bit();
        reasons |= !had.isEmpty() && had.contains(key) ? Reason.ALREADY.bit() : 0;
        reasons |= !out.isEmpty() && out.contains(key) ? Reason.MEANWHILE.bit() : 0;
        reasons |= normal.filter(suppressed).map(_ -> Reason.SUPPRESSED.bit()).orElse(0);
        boolean capped =
                wanted.cap().isPresent()
                        && contacts.getOrDefault(key, 0) >= wanted.cap().get().most();
        reasons |= capped ? Reason.CAPPED.bit() : 0;
        Zones.Place place = zone < 0 ? zones.home() : zones.of(values[zone]);
        if (place.due().isEmpty()) {
            reasons |= Reason.ZONE_UNKNOWN.bit();
        } else if (place.due().get().plus(MARGIN).isAfter(wanted.until())) {
            reasons |= Reason.TOO_LATE.bit();
        }
        Instant due = place.due().or(zones.home()::due).orElseThrow();
        crowd.put(at, key, normal.orElse(null), reasons, due, place.zone());
        for (int i = 0; i < fields; i++) {
            @Nullable String value = values[i];
            crowd.fill(at, i, value == null ? "" : value.strip());
        }
    }

    private static boolean agrees(
            Optional<Dispatch.Consent> asked, int column, @Nullable String[] values) {
        return asked.isEmpty() || asked.get().isGiven(Optional.ofNullable(values[column]));
    }
}
