package io.marquetry.source;

import java.util.List;
import java.util.Optional;

/** Where a source's profiles lie. */
public sealed interface SourcePlace {

    /** Returns what answers for them. */
    SourceEngine engine();

    /**
     * A database in the workspace that was written once and never changes.
     *
     * @param file relative to the workspace, without the engine's ending
     * @param sha256 hash of the file when it was finished: later damage is noticed
     */
    record Sealed(SourceEngine engine, String file, String sha256) implements SourcePlace {

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
        public SourceEngine engine() {
            return SourceEngine.DUCKDB;
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
