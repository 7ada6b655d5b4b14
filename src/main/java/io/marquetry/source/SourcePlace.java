package io.marquetry.source;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Where a source's profiles lie. */
public sealed interface SourcePlace {

    /** Returns what answers for them, as scripts are told. */
    String engineName();

    /**
     * A database in the workspace that was written once and never changes.
     *
     * @param file relative to the workspace, without the engine's ending
     * @param sha256 hash of the file when it was finished: later damage is noticed
     */
    record Sealed(SourceEngine engine, String file, String sha256) implements SourcePlace {

        @Override
        public String engineName() {
            return engine.name();
        }

        /** Returns the file's name with its ending, relative to the workspace. */
        public String fileName() {
            return file + engine.ending();
        }
    }

    /**
     * A file of somebody else, read where it lies; it may change at any time.
     *
     * @param path absolute
     * @param table the table with the profiles, in a file with tables; empty: its only one
     * @param keyColumn the column that names the profiles; empty: the row number, from 1
     * @param events other tables of the file
     */
    record InPlace(
            String path,
            Optional<String> table,
            Optional<String> keyColumn,
            List<InPlaceEvents> events)
            implements SourcePlace {

        /** Copies the list. */
        public InPlace {
            events = List.copyOf(events);
        }

        @Override
        public String engineName() {
            return SourceEngine.DUCKDB.name();
        }
    }

    /**
     * A database on a server, asked where it lies; it may change at any time. How to sign in is no
     * part of it: that belongs to the machine.
     *
     * @param tables where the tables of the source's model lie
     * @param zone the zone in which the server's points in time are told as days and hours
     */
    record Remote(RemoteServer server, List<RemoteTable> tables, ZoneId zone)
            implements SourcePlace {

        /** Copies the list. */
        public Remote {
            tables = List.copyOf(tables);
        }

        @Override
        public String engineName() {
            return server.engine().name();
        }
    }

    /**
     * A table, a view or the like on a server.
     *
     * @param name how the source's model calls it
     * @param schema the exact name of its schema
     * @param table its exact name
     * @param columns what was decided of its columns
     * @param outcomes whether its rows tell what came of messages
     */
    record RemoteTable(
            String name,
            String schema,
            String table,
            List<ColumnChoice> columns,
            boolean outcomes) {

        /** Copies the list. */
        public RemoteTable {
            columns = List.copyOf(columns);
        }

        /** Returns its name with its schema, for people. */
        public String shown() {
            return schema + "." + table;
        }

        /** Says where it lies. Fingerprints are made of it: what was decided is in the model. */
        @Override
        public String toString() {
            return "RemoteTable[name=" + name + ", schema=" + schema + ", table=" + table + "]";
        }
    }

    /**
     * A table of events in the file of the profiles.
     *
     * @param table its name, which is also how rules call the events
     * @param profileColumn the column with the profile's key
     * @param timeColumn the column with the time
     */
    record InPlaceEvents(String table, String profileColumn, String timeColumn) {}
}
