package io.marquetry.source.remote;

import io.marquetry.audience.SourceName;
import io.marquetry.source.ColumnChoice;
import io.marquetry.source.EventStream;
import io.marquetry.source.ProfileModel;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.RemoteServer;
import io.marquetry.source.SourcePlace;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What of a database on a server becomes a source.
 *
 * @param table the profiles', with or without its schema
 * @param keyColumn the column that names them
 * @param columns what was decided of the profiles' columns
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
        List<ColumnChoice> columns,
        List<Events> events,
        ZoneId zone,
        Optional<LocalDate> fixedToday) {

    /** Copies the lists. */
    public RemotePlan {
        columns = List.copyOf(columns);
        events = List.copyOf(events);
    }

    /** Returns how a source was made. */
    public static RemotePlan of(ProfileSource source, SourcePlace.Remote place) {
        ProfileModel model = source.model();
        Map<String, SourcePlace.RemoteTable> tables = new HashMap<>();
        place.tables().forEach(table -> tables.put(table.name(), table));
        SourcePlace.RemoteTable profiles = table(tables, model.table());
        List<Events> events = new ArrayList<>();
        for (EventStream stream : model.streams()) {
            SourcePlace.RemoteTable table = table(tables, stream.table());
            events.add(
                    new Events(
                            table.shown(),
                            stream.profileColumn(),
                            stream.timeColumn(),
                            table.columns(),
                            table.outcomes()));
        }
        return new RemotePlan(
                source.name(),
                source.title(),
                place.server(),
                profiles.shown(),
                model.keyColumn(),
                profiles.columns(),
                events,
                place.zone(),
                source.fixedToday());
    }

    private static SourcePlace.RemoteTable table(
            Map<String, SourcePlace.RemoteTable> tables, String name) {
        return Objects.requireNonNull(tables.get(name), name);
    }

    /** Returns the same under another name. */
    public RemotePlan named(SourceName other, String called) {
        return new RemotePlan(
                other, called, server, table, keyColumn, columns, events, zone, fixedToday);
    }

    /**
     * A table of events.
     *
     * @param table the name, with or without the schema
     * @param profileColumn the column with the profile's key
     * @param timeColumn the column with the time
     * @param columns what was decided of the columns of the table
     * @param outcomes whether the rows tell what came of messages
     */
    public record Events(
            String table,
            String profileColumn,
            String timeColumn,
            List<ColumnChoice> columns,
            boolean outcomes) {

        /** Copies the list. */
        public Events {
            columns = List.copyOf(columns);
        }
    }
}
