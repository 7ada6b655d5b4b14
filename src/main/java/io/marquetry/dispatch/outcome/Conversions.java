package io.marquetry.dispatch.outcome;

import io.marquetry.audience.SourceName;
import io.marquetry.base.CancelSignal;
import io.marquetry.dispatch.Conversion;
import io.marquetry.dispatch.Dispatch;
import io.marquetry.dispatch.Exit;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.ask.HappenedQuery;
import io.marquetry.source.ask.SourceQueries;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Finds in a source who did what a dispatch wanted. Blocks. */
public final class Conversions {

    private final Function<SourceName, ProfileSource> sources;
    private final SourceQueries queries;

    /** Looks into the sources of a workspace. */
    public Conversions(Function<SourceName, ProfileSource> sources, SourceQueries queries) {
        this.sources = sources;
        this.queries = queries;
    }

    /**
     * Holds that a source can tell it.
     *
     * @throws io.marquetry.base.ProblemException if it has no such events or fields
     */
    public void check(SourceName source, Conversion conversion) {
        switch (conversion) {
            case Conversion.Invented _ -> {}
            case Conversion.Events events -> query(source, events);
        }
    }

    /** Returns which of some attributes a source does not have. */
    public Set<String> lacking(SourceName source, Set<String> attributes) {
        Set<String> lacking = new TreeSet<>(attributes);
        sources.apply(source).model().attributes().forEach(known -> lacking.remove(known.name()));
        return lacking;
    }

    private HappenedQuery query(SourceName source, Conversion.Events events) {
        return new HappenedQuery(
                queries,
                sources.apply(source),
                events.stream(),
                events.only().map(only -> Map.entry(only.field(), only.equal())),
                events.revenue());
    }

    /**
     * Returns by key who did it, for each moment at which people are due: the window begins there,
     * in both arms, on the clock of the dispatch.
     */
    Map<Instant, Map<String, HappenedQuery.Happened>> of(
            Dispatch dispatch, Conversion.Events events, Set<Instant> dues, CancelSignal signal) {
        HappenedQuery query = query(dispatch.snapshot().source(), events);
        Map<Instant, Map<String, HappenedQuery.Happened>> found = new HashMap<>();
        for (Instant due : dues) {
            LocalDateTime from = LocalDateTime.ofInstant(due, dispatch.zone());
            found.put(due, query.between(from, from.plusDays(events.days()), signal));
        }
        return found;
    }

    /**
     * Returns the keys of those who did something, on the clock of a dispatch.
     *
     * @param from the first moment that counts
     * @param to the first that does not
     */
    public Set<String> who(
            Dispatch like,
            Conversion.Events events,
            Instant from,
            Instant to,
            CancelSignal signal) {
        return query(like.snapshot().source(), events)
                .between(
                        LocalDateTime.ofInstant(from, like.zone()),
                        LocalDateTime.ofInstant(to, like.zone()),
                        signal)
                .keySet();
    }

    /**
     * Returns the keys of those who are out: they did what ends it after the last time at which
     * they did what begins it.
     *
     * @param zone the clock of the dispatch
     */
    public Set<String> exited(SourceName source, ZoneId zone, Exit exit, CancelSignal signal) {
        LocalDateTime from = LocalDateTime.ofInstant(exit.from(), zone);
        LocalDateTime to = LocalDateTime.ofInstant(exit.to(), zone);
        HappenedQuery after = query(source, exit.ended());
        HappenedQuery first = query(source, exit.begun());
        Map<String, LocalDateTime> ended = after.last(from, signal);
        if (ended.isEmpty()) {
            return Set.of();
        }
        Map<String, LocalDateTime> begun = first.last(from, to, signal);
        ChronoUnit unit = after.isOfDays() || first.isOfDays() ? ChronoUnit.DAYS : ChronoUnit.NANOS;
        boolean apart = !exit.begun().stream().equals(exit.ended().stream());
        Set<String> out = new HashSet<>();
        ended.forEach(
                (key, at) -> {
                    LocalDateTime since = begun.getOrDefault(key, from).truncatedTo(unit);
                    LocalDateTime then = at.truncatedTo(unit);
                    if (then.isAfter(since) || apart && then.equals(since)) {
                        out.add(key);
                    }
                });
        return out;
    }

    /** Returns when all windows are closed; empty where nobody is due or nothing is wanted. */
    static Optional<Instant> closed(Dispatch dispatch, Instant lastDue) {
        return dispatch.conversion()
                .map(
                        wanted ->
                                switch (wanted) {
                                    case Conversion.Invented _ -> lastDue;
                                    case Conversion.Events events ->
                                            lastDue.atZone(dispatch.zone())
                                                    .plusDays(events.days())
                                                    .toInstant();
                                });
    }
}
