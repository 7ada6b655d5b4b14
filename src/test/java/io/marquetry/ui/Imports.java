package io.marquetry.ui;

import io.marquetry.audience.SourceName;
import io.marquetry.base.CancelSignal;
import io.marquetry.source.SourceEngine;
import io.marquetry.source.infer.ImportListener;
import io.marquetry.source.local.ImportResult;
import io.marquetry.source.plan.ColumnReadings;
import io.marquetry.source.plan.FileReading;
import io.marquetry.source.plan.ImportColumn;
import io.marquetry.source.plan.ImportPlan;
import io.marquetry.source.plan.TableFile;
import io.marquetry.standins.HillstromTrial;
import io.marquetry.workspace.Workspace;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Sources for screens to show. */
public final class Imports {

    private Imports() {}

    /** Imports the customers of Hillstrom's mail test. */
    public static void hillstrom(Workspace workspace) {
        TableFile file =
                FileReading.AS_FOUND.look(
                        HillstromTrial.writeTo(workspace.folder().resolveSibling("files")));
        CancelSignal signal = new CancelSignal();
        List<ImportColumn> columns =
                ColumnReadings.NONE.columns(
                        file.inspect(ColumnReadings.NONE::of, ImportListener.none(), signal),
                        ZoneOffset.UTC);
        ImportPlan plan =
                new ImportPlan(
                        file,
                        columns,
                        Optional.empty(),
                        List.of(),
                        new SourceName("hillstrom"),
                        "hillstrom.csv",
                        Optional.empty(),
                        List.of(),
                        SourceEngine.H2);
        try (ImportResult result =
                workspace.sources().importFile(plan, ImportListener.none(), signal)) {
            if (result.source().isEmpty()) {
                throw new IllegalStateException("Hillstrom was not imported");
            }
        }
    }
}
