package io.marquetry.cli;

import io.marquetry.base.CancelSignal;
import io.marquetry.base.Problem;
import io.marquetry.base.Texts;
import io.marquetry.effect.OutcomeName;
import io.marquetry.effect.SavedMapping;
import io.marquetry.effect.intake.OutcomeDataPlan;
import io.marquetry.effect.intake.OutcomeImportResult;
import io.marquetry.effect.intake.OutcomePlan;
import io.marquetry.source.AttributeType;
import io.marquetry.source.SourceEngine;
import io.marquetry.source.csv.CsvFormat;
import io.marquetry.source.csv.CsvInput;
import io.marquetry.source.file.DataFile;
import io.marquetry.source.file.DataFileKind;
import io.marquetry.source.local.EngineChoice;
import io.marquetry.workspace.OpenWorkspace;
import io.marquetry.workspace.WorkspaceOpener;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code outcomes import}: brings a file of outcomes into the workspace. */
@Command(name = "import")
final class OutcomesImportCommand extends WorkspaceCommand {

    @Parameters(index = "0", paramLabel = "FILE", descriptionKey = "cli.outcomes.file")
    private @Nullable Path file;

    @Option(names = "--name", paramLabel = "NAME", descriptionKey = "cli.outcomes.name")
    private @Nullable String name;

    @Option(names = "--title", paramLabel = "TEXT", descriptionKey = "cli.outcomes.title")
    private @Nullable String title;

    @Option(names = "--type", paramLabel = "COLUMN=TYPE", descriptionKey = "cli.import.type")
    private Map<String, AttributeType> types = new LinkedHashMap<>();

    @Option(names = "--missing", paramLabel = "COLUMN=TEXT", descriptionKey = "cli.import.missing")
    private List<String> missing = List.of();

    @Option(names = "--rejected", paramLabel = "FILE", descriptionKey = "cli.import.rejected")
    private @Nullable Path rejected;

    @Option(names = "--engine", paramLabel = "NAME", descriptionKey = "cli.import.engine")
    private @Nullable SourceEngine engine;

    @Option(names = "--table", paramLabel = "TABLE", descriptionKey = "cli.import.table")
    private @Nullable String table;

    @Mixin private final MappingOptions mapping = new MappingOptions();

    @Mixin private final FormatOptions format = new FormatOptions();

    OutcomesImportCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    @Override
    protected int run(OpenWorkspace workspace, CommandOutput output) {
        if (file == null) {
            throw new IllegalStateException("picocli demands the file");
        }
        ImportRequest.refuseToOverwrite(rejected, file);
        ImportReport report = new ImportReport(output);
        CancelSignal signal = new CancelSignal();
        SavedMapping meaning = mapping.mapping(workspace.outcomeMappings(), Optional.empty());
        if (DataFileKind.of(file).isPresent()) {
            return importData(workspace, file, meaning, report, signal);
        }
        CsvInput input = CsvInput.file(file);
        CsvFormat detected = format.of(input);
        OutcomePlan plan =
                new OutcomePlan(
                        input,
                        detected,
                        ImportRequest.columns(input, detected, types, missing, report, signal),
                        meaning.mapping(),
                        meaning.design(),
                        name(workspace, input.label()),
                        title == null ? input.label() : title,
                        mapping.packages(),
                        engine == null ? EngineChoice.proposed(input.size()) : engine);
        try (OutcomeImportResult result = workspace.outcomeIntake().run(plan, report, signal)) {
            if (rejected != null) {
                result.rows().rejected().saveTo(rejected, texts());
            }
            report.tell(result);
            if (result.set().isEmpty()) {
                return 1;
            }
            mapping.save(workspace.outcomeMappings(), meaning);
            return 0;
        }
    }

    private int importData(
            OpenWorkspace workspace,
            Path data,
            SavedMapping meaning,
            ImportReport report,
            CancelSignal signal) {
        if (!types.isEmpty() || !missing.isEmpty() || rejected != null) {
            throw Problem.of("problem.datafile.option", data.toString()).asException();
        }
        DataFile found = DataFile.of(data, Optional.ofNullable(table));
        OutcomeDataPlan plan =
                new OutcomeDataPlan(
                        found,
                        meaning.mapping(),
                        meaning.design(),
                        name(workspace, found.label()),
                        title == null ? found.label() : title,
                        mapping.packages());
        try (OutcomeImportResult result = workspace.outcomeIntake().run(plan, signal)) {
            report.tell(result);
            mapping.save(workspace.outcomeMappings(), meaning);
            return 0;
        }
    }

    private OutcomeName name(OpenWorkspace workspace, String label) {
        return name == null ? workspace.outcomeIntake().freeName(label) : OutcomeName.parse(name);
    }
}
