package io.marquetry.source.local;

import io.marquetry.audience.SourceName;
import io.marquetry.source.file.DataFile;

import java.time.LocalDate;
import java.util.Optional;

/**
 * All that the import of a file with types of its own does, decided before it starts.
 *
 * @param keyColumn the column whose values name the profiles, all different; empty: the row number
 * @param title what people call the source
 * @param fixedToday the day relative dates count from; empty: the real today
 */
public record DataPlan(
        DataFile file,
        Optional<String> keyColumn,
        SourceName sourceName,
        String title,
        Optional<LocalDate> fixedToday) {}
