package io.marquetry.source.remote;

import io.marquetry.source.engine.jdbc.RemoteCatalog;

import java.util.List;

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
     * @param found where it lies
     * @param columns all of them
     */
    public record Table(RemoteCatalog.Found found, List<RemoteCatalog.Column> columns) {

        /** Copies the list. */
        public Table {
            columns = List.copyOf(columns);
        }

        /** Returns its name with its schema, for people. */
        public String shown() {
            return found.shown();
        }
    }

    /**
     * What could be a source; nothing of it was read.
     *
     * @param table the profiles'; empty where no table looks like it
     * @param key the column that could name them; may be empty
     */
    public record Proposal(String table, String key, List<RemotePlan.Events> events) {

        /** Copies the list. */
        public Proposal {
            events = List.copyOf(events);
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
