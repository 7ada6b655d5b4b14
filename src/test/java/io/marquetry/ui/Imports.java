package io.marquetry.ui;

import io.marquetry.audience.SourceName;
import io.marquetry.base.CancelSignal;
import io.marquetry.source.SourceEngine;
import io.marquetry.source.csv.CsvDetection;
import io.marquetry.source.csv.CsvFormat;
import io.marquetry.source.csv.CsvInput;
import io.marquetry.source.csv.ImportInspection;
import io.marquetry.source.csv.ImportListener;
import io.marquetry.source.local.ImportColumn;
import io.marquetry.source.local.ImportPlan;
import io.marquetry.source.local.ImportResult;
import io.marquetry.source.local.TableFile;
import io.marquetry.standins.HillstromTrial;
import io.marquetry.workspace.Workspace;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Sources for screens to show. */
public final class Imports {

    private Imports() {}

    /** Imports the customers of Hillstrom's mail test. */
    public static void hillstrom(Workspace workspace) {
        CsvInput input =
                CsvInput.file(HillstromTrial.writeTo(workspace.folder().resolveSibling("files")));
        CsvFormat format = CsvDetection.detect(input);
        CancelSignal signal = new CancelSignal();
        List<ImportColumn> columns =
                ImportInspection.of(input, format, name -> Set.of(), ImportListener.none(), signal)
                        .columns()
                        .stream()
                        .map(column -> ImportColumn.of(column, Set.of()))
                        .toList();
        ImportPlan plan =
                new ImportPlan(
                        new TableFile.Separated(input, format),
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
