package io.marquetry.source.plan;

import io.marquetry.audience.SourceName;
import io.marquetry.source.SourceEngine;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * All that an import does, decided before it starts.
 *
 * @param columns one per column of the file, in its order
 * @param keyColumn the column whose values name the profiles, all different; empty: the row number
 * @param once columns that hold the same values together in one row only; the last of them has to
 *     have one; empty: rows may be alike
 * @param counts columns that count something: a row with a number below 0 in one is rejected
 * @param title what people call the source
 * @param fixedToday the day relative dates count from; empty: the real today
 * @param events files with the profiles' events
 * @param engine what will keep the source
 */
public record ImportPlan(
        TableFile file,
        List<ImportColumn> columns,
        Optional<String> keyColumn,
        List<String> once,
        List<String> counts,
        SourceName sourceName,
        String title,
        Optional<LocalDate> fixedToday,
        List<EventPlan> events,
        SourceEngine engine) {

    /** Copies the lists. */
    public ImportPlan {
        columns = List.copyOf(columns);
        once = List.copyOf(once);
        counts = List.copyOf(counts);
        events = List.copyOf(events);
    }

    /** Makes a plan where no column counts anything. */
    public ImportPlan(
            TableFile file,
            List<ImportColumn> columns,
            Optional<String> keyColumn,
            List<String> once,
            SourceName sourceName,
            String title,
            Optional<LocalDate> fixedToday,
            List<EventPlan> events,
            SourceEngine engine) {
        this(
                file,
                columns,
                keyColumn,
                once,
                List.of(),
                sourceName,
                title,
                fixedToday,
                events,
                engine);
    }

    /** Returns this plan with other columns. */
    public ImportPlan withColumns(List<ImportColumn> other) {
        return new ImportPlan(
                file,
                other,
                keyColumn,
                once,
                counts,
                sourceName,
                title,
                fixedToday,
                events,
                engine);
    }

    /** Returns this plan with another engine. */
    public ImportPlan withEngine(SourceEngine other) {
        return new ImportPlan(
                file,
                columns,
                keyColumn,
                once,
                counts,
                sourceName,
                title,
                fixedToday,
                events,
                other);
    }

    /** Returns this plan with events. */
    public ImportPlan withEvents(List<EventPlan> other) {
        return new ImportPlan(
                file,
                columns,
                keyColumn,
                once,
                counts,
                sourceName,
                title,
                fixedToday,
                other,
                engine);
    }
}
