package io.marquetry.effect.intake;

import io.marquetry.effect.Design;
import io.marquetry.effect.OutcomeMapping;
import io.marquetry.effect.OutcomeName;
import io.marquetry.effect.PackageRef;
import io.marquetry.source.file.DataFile;

import java.util.Map;

/**
 * All that an import of outcomes from a file with types of its own does: Parquet, JSON Lines, or a
 * table of a DuckDB database.
 *
 * @param title what people call the outcomes
 * @param packages the package behind each text of the column PACKAGE; behind the empty text where
 *     there is no such column
 */
public record OutcomeDataPlan(
        DataFile file,
        OutcomeMapping mapping,
        Design design,
        OutcomeName name,
        String title,
        Map<String, PackageRef> packages) {

    /** Copies the packages. */
    public OutcomeDataPlan {
        packages = Map.copyOf(packages);
    }
}
