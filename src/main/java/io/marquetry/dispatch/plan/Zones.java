package io.marquetry.dispatch.plan;

import io.marquetry.dispatch.QuietHours;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** When people are due, by what a source says of their zone. For one thread. */
final class Zones {

    private static final Set<String> LISTED = ZoneId.getAvailableZoneIds();

    private final Map<String, Optional<Instant>> due = new HashMap<>();
    private final Map<String, Optional<ZoneId>> places = new HashMap<>();
    private final Instant from;
    private final QuietHours quiet;
    private final Instant home;

    /**
     * Makes them for one dispatch.
     *
     * @param home the zone of people of whom nothing is asked
     */
    Zones(Instant from, QuietHours quiet, ZoneId home) {
        this.from = from;
        this.quiet = quiet;
        this.home = quiet.release(from, home);
    }

    /** Returns when people are due of whom nothing is asked. */
    Instant home() {
        return home;
    }

    /** Returns when people of a zone are due; empty where the text names no zone. */
    Optional<Instant> due(@Nullable String text) {
        return due.computeIfAbsent(text == null ? "" : text.strip(), this::of);
    }

    private Optional<Instant> of(String name) {
        return zone(name).map(zone -> quiet.release(from, zone));
    }

    /** Returns where people are; where the dispatch is if the text names no zone. */
    ZoneId place(@Nullable String text, ZoneId otherwise) {
        return text == null
                ? otherwise
                : places.computeIfAbsent(text.strip(), Zones::zone).orElse(otherwise);
    }

    /**
     * Returns the zone that a text names: a listed one of a region. Short names such as CST and EST
     * mean several, and are not guessed.
     */
    static Optional<ZoneId> zone(String name) {
        boolean named = name.equals("UTC") || (name.contains("/") && LISTED.contains(name));
        return named ? Optional.of(ZoneId.of(name)) : Optional.empty();
    }
}
