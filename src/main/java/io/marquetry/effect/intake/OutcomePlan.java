package io.marquetry.effect.intake;

import io.marquetry.effect.Design;
import io.marquetry.effect.OutcomeMapping;
import io.marquetry.effect.OutcomeName;
import io.marquetry.effect.PackageRef;
import io.marquetry.source.SourceEngine;
import io.marquetry.source.plan.ImportColumn;
import io.marquetry.source.plan.TableFile;

import java.util.List;
import java.util.Map;

/**
 * All that an import of outcomes does, decided before it starts.
 *
 * @param columns one per column of the file, in its order; those not mapped divide the outcomes
 * @param title what people call the outcomes
 * @param packages the package behind each text of the column PACKAGE; behind the empty text where
 *     there is no such column
 * @param engine what will keep the rows
 */
public record OutcomePlan(
        TableFile file,
        List<ImportColumn> columns,
        OutcomeMapping mapping,
        Design design,
        OutcomeName name,
        String title,
        Map<String, PackageRef> packages,
        SourceEngine engine) {

    /** Copies the columns and the packages. */
    public OutcomePlan {
        columns = List.copyOf(columns);
        packages = Map.copyOf(packages);
    }
}
