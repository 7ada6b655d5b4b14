package io.marquetry.source.plan;

import java.util.List;

/**
 * A file of events that profiles have.
 *
 * @param name how rules call the events
 * @param columns one per column of the file, in its order
 * @param profileColumn the column with the profile's key
 * @param timeColumn the column with the time; of type DATE or DATETIME
 */
public record EventPlan(
        String name,
        TableFile file,
        List<ImportColumn> columns,
        String profileColumn,
        String timeColumn) {

    /** Copies the columns. */
    public EventPlan {
        columns = List.copyOf(columns);
    }
}
