package io.marquetry.source.remote;

import io.marquetry.audience.SourceName;
import io.marquetry.source.RemoteServer;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * What of a database on a server becomes a source.
 *
 * @param table the profiles', with or without its schema
 * @param keyColumn the column that names them
 * @param events the tables of their events
 * @param zone in which points in time are told as days and hours
 * @param fixedToday the day relative dates count from; empty: the real today
 */
public record RemotePlan(
        SourceName name,
        String title,
        RemoteServer server,
        String table,
        String keyColumn,
        List<Events> events,
        ZoneId zone,
        Optional<LocalDate> fixedToday) {

    /** Copies the list. */
    public RemotePlan {
        events = List.copyOf(events);
    }

    /** Returns the same under another name. */
    public RemotePlan named(SourceName other, String called) {
        return new RemotePlan(other, called, server, table, keyColumn, events, zone, fixedToday);
    }

    /**
     * A table of events.
     *
     * @param table with or without its schema
     * @param profileColumn the column with the profile's key
     * @param timeColumn the column with the time
     */
    public record Events(String table, String profileColumn, String timeColumn) {}
}
