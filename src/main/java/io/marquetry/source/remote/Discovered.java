package io.marquetry.source.remote;

import io.marquetry.audience.SourceName;
import io.marquetry.source.ColumnChoice;
import io.marquetry.source.RemoteServer;
import io.marquetry.source.engine.jdbc.RemoteCatalog;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * What a database holds, as far as its user may read it, with what of it could be a source.
 *
 * @param tables with their columns, in the order of their names
 * @param proposal what could be the profiles and their events
 */
public record Discovered(List<Table> tables, Proposal proposal) {

    /** Copies the list. */
    public Discovered {
        tables = List.copyOf(tables);
    }

    /**
     * A table.
     *
     * @param found where the table lies
     * @param columns all of them
     */
    public record Table(RemoteCatalog.Found found, List<RemoteCatalog.Column> columns) {

        /** Copies the list. */
        public Table {
            columns = List.copyOf(columns);
        }

        /** Returns the name of the table with its schema, for people. */
        public String shown() {
            return found.shown();
        }

        /** Returns what could be made of the columns, by their names and types alone. */
        public List<ColumnChoice> proposed() {
            return MappingProposals.columns(this);
        }

        /** Returns whether the rows could tell what came of messages, by names alone. */
        public boolean mayHoldOutcomes() {
            return MappingProposals.isOutcomes(this);
        }
    }

    /**
     * What could be a source; no row was read.
     *
     * @param table the profiles'; empty where no table looks like theirs
     * @param key the column that could name them; may be empty
     * @param columns what could be made of the profiles' columns
     */
    public record Proposal(
            String table, String key, List<ColumnChoice> columns, List<RemotePlan.Events> events) {

        /** Copies the lists. */
        public Proposal {
            columns = List.copyOf(columns);
            events = List.copyOf(events);
        }

        /** Returns the proposal as a mapping. */
        public RemotePlan plan(SourceName name, String title, RemoteServer server, ZoneId zone) {
            return new RemotePlan(
                    name, title, server, table, key, columns, events, zone, Optional.empty());
        }
    }

    /**
     * What was counted over a mapping, with some rows of the profiles.
     *
     * @param rows of the profiles
     * @param missing profiles without a key
     * @param repeated profiles whose key another has
     * @param orphans events of each table that belong to nobody, in the order of the tables
     * @param columns the names of the columns of the sample
     * @param sample rows, with personal data masked
     */
    public record Counted(
            long rows,
            long missing,
            long repeated,
            List<Long> orphans,
            List<String> columns,
            List<List<String>> sample) {

        /** Copies the lists. */
        public Counted {
            orphans = List.copyOf(orphans);
            columns = List.copyOf(columns);
            sample = List.copyOf(sample);
        }
    }
}
