package io.marquetry.dispatch.plan;

import io.marquetry.dispatch.Dispatch;
import io.marquetry.dispatch.Reason;
import io.marquetry.dispatch.Route;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
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
    private final List<Lane> lanes;
    private final int[] addresses;
    private final int[] consents;
    private final Zones zones;
    private final int zone;
    private final int profiling;
    private final Set<String> had;
    private final Set<String> out;
    private final int fields;

    /**
     * What is asked for one of the accounts.
     *
     * @param suppressed holds the addresses of the channel that must not be written to
     * @param contacts how many messages people had on the channel lately
     */
    record Lane(Route route, Predicate<String> suppressed, Map<String, Integer> contacts) {}

    /**
     * Makes one for a dispatch.
     *
     * @param lanes the accounts in their order
     * @param attributes what comes of each person; the fields of the texts first
     * @param fields how many of them fill the texts
     * @param had the keys of those who had a message of the series
     * @param out the keys of those who did what they were to be asked for
     */
    Judge(
            PlanRequest wanted,
            List<Lane> lanes,
            List<String> attributes,
            int fields,
            Set<String> had,
            Set<String> out) {
        this.wanted = wanted;
        this.lanes = List.copyOf(lanes);
        this.addresses = new int[lanes.size()];
        this.consents = new int[lanes.size()];
        for (int i = 0; i < lanes.size(); i++) {
            Route route = lanes.get(i).route();
            addresses[i] = route.address().map(attributes::indexOf).orElse(-1);
            consents[i] = route.consent().map(c -> attributes.indexOf(c.attribute())).orElse(-1);
        }
        this.zones =
                new Zones(wanted.from(), wanted.terms().local(), wanted.quiet(), wanted.zone());
        this.zone = wanted.columns().zone().map(attributes::indexOf).orElse(-1);
        this.profiling =
                wanted.terms().profiling().map(c -> attributes.indexOf(c.attribute())).orElse(-1);
        this.had = had;
        this.out = out;
        this.fields = fields;
    }

    /** Puts a person in the crowd with all reasons. */
    void judge(int at, String key, @Nullable String[] values, Crowd crowd) {
        int reasons =
                agrees(wanted.terms().profiling(), profiling, values)
                        ? 0
                        : Reason.NOT_PERSONALISED.bit();
        reasons |= !had.isEmpty() && had.contains(key) ? Reason.ALREADY.bit() : 0;
        reasons |= !out.isEmpty() && out.contains(key) ? Reason.MEANWHILE.bit() : 0;
        Zones.Place place = zone < 0 ? zones.home() : zones.of(values[zone]);
        if (place.due().isEmpty()) {
            reasons |= Reason.ZONE_UNKNOWN.bit();
        } else if (place.due().get().plus(MARGIN).isAfter(wanted.until())) {
            reasons |= Reason.TOO_LATE.bit();
        }
        crowd.put(at, key, place.due().or(zones.home()::due).orElseThrow(), place.zone());
        for (int i = 0; i < lanes.size(); i++) {
            ask(at, i, key, values, reasons, crowd);
        }
        for (int i = 0; i < fields; i++) {
            @Nullable String value = values[i];
            crowd.fill(at, i, value == null ? "" : value.strip());
        }
    }

    private void ask(
            int at, int lane, String key, @Nullable String[] values, int anyway, Crowd crowd) {
        Lane asked = lanes.get(lane);
        int reasons = anyway;
        @Nullable String raw = addresses[lane] < 0 ? key : values[addresses[lane]];
        Optional<String> normal = Optional.empty();
        if (raw == null || raw.isBlank()) {
            reasons |= Reason.NO_ADDRESS.bit();
        } else {
            normal = asked.route().channel().normal(raw);
            reasons |= normal.isEmpty() ? Reason.BAD_ADDRESS.bit() : 0;
        }
        reasons |=
                agrees(asked.route().consent(), consents[lane], values)
                        ? 0
                        : Reason.NO_CONSENT.bit();
        reasons |= normal.filter(asked.suppressed()).map(_ -> Reason.SUPPRESSED.bit()).orElse(0);
        boolean capped =
                wanted.cap().isPresent()
                        && asked.contacts().getOrDefault(key, 0) >= wanted.cap().get().most();
        reasons |= capped ? Reason.CAPPED.bit() : 0;
        crowd.ask(at, lane, normal.orElse(null), reasons);
    }

    private static boolean agrees(
            Optional<Dispatch.Consent> asked, int column, @Nullable String[] values) {
        return asked.isEmpty() || asked.get().isGiven(Optional.ofNullable(values[column]));
    }
}
