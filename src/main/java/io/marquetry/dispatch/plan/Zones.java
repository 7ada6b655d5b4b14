package io.marquetry.dispatch.plan;

import io.marquetry.dispatch.QuietHours;
import io.marquetry.dispatch.series.Recurrence;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** When people are due, by what a source says of their zone. For many threads. */
final class Zones {

    private static final Set<String> LISTED = ZoneId.getAvailableZoneIds();

    private final Map<String, Place> places = new ConcurrentHashMap<>();
    private final Instant from;
    private final Optional<LocalTime> local;
    private final QuietHours quiet;
    private final ZoneId otherwise;
    private final Place home;

    /**
     * Where somebody is.
     *
     * @param due when they are due; empty where nobody knows what time it is there
     * @param zone the zone of the dispatch where theirs is not known
     */
    record Place(Optional<Instant> due, ZoneId zone) {}

    /**
     * Makes them for one dispatch.
     *
     * @param local the time of their own day from which on people are due
     * @param home the zone of people of whom nothing is asked
     */
    Zones(Instant from, Optional<LocalTime> local, QuietHours quiet, ZoneId home) {
        this.from = from;
        this.local = local;
        this.quiet = quiet;
        this.otherwise = home;
        this.home = new Place(Optional.of(due(home)), home);
    }

    /** Returns where people are of whom nothing is asked. */
    Place home() {
        return home;
    }

    /** Returns where people are of whom the source says this. */
    Place of(@Nullable String text) {
        String name = text == null ? "" : text.strip();
        // Asked first: most are known, and then no thread waits for another.
        @Nullable Place known = places.get(name);
        return known == null ? places.computeIfAbsent(name, this::place) : known;
    }

    private Place place(String name) {
        Optional<ZoneId> zone = zone(name);
        return new Place(zone.map(this::due), zone.orElse(otherwise));
    }

    private Instant due(ZoneId zone) {
        Instant first =
                local.map(
                                time ->
                                        new Recurrence(Recurrence.Every.DAY, 1, time, zone)
                                                .next(from.minusNanos(1)))
                        .orElse(from);
        return quiet.release(first, zone);
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
