package io.marquetry.cli.source;

import static io.marquetry.cli.common.Filled.require;

import io.marquetry.base.CancelSignal;
import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.common.WorkspaceCommand;
import io.marquetry.source.SourceEngine;
import io.marquetry.source.Sources;
import io.marquetry.source.local.ImportResult;
import io.marquetry.source.plan.ImportPlan;
import io.marquetry.workspace.Workspace;
import io.marquetry.workspace.WorkspaceOpener;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** {@code profiles import}: makes a source of a customer file. */
@Command(name = "import")
public final class ProfilesImportCommand extends WorkspaceCommand {

    @Parameters(index = "0", paramLabel = "FILE", descriptionKey = "cli.import.file")
    private @Nullable Path file;

    @Option(names = "--source", paramLabel = "NAME", descriptionKey = "cli.import.source")
    private @Nullable String source;

    @Option(names = "--title", paramLabel = "TEXT", descriptionKey = "cli.import.title")
    private @Nullable String title;

    @Option(names = "--key", paramLabel = "COLUMN", descriptionKey = "cli.import.key")
    private @Nullable String key;

    @Option(names = "--today", paramLabel = "DATE", descriptionKey = "cli.import.today")
    private @Nullable LocalDate today;

    @Option(
            names = "--events",
            paramLabel = "NAME=FILE:PROFILECOLUMN:TIMECOLUMN",
            descriptionKey = "cli.import.events")
    private List<String> events = List.of();

    @Option(names = "--rejected", paramLabel = "FILE", descriptionKey = "cli.import.rejected")
    private @Nullable Path rejected;

    @Option(names = "--engine", paramLabel = "ENGINE", descriptionKey = "cli.import.engine")
    private @Nullable SourceEngine engine;

    @Option(names = "--no-values", descriptionKey = "cli.import.noValues")
    private boolean noValues;

    @Mixin private final ColumnOptions columns = new ColumnOptions();

    public ProfilesImportCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    @Override
    protected int run(Workspace workspace, CommandOutput output) {
        ImportRequest request =
                new ImportRequest(
                        require(file), source, title, key, today, events, rejected, engine);
        Sources sources = workspace.sources();
        ImportReport report = new ImportReport(output, !noValues);
        CancelSignal signal = new CancelSignal();
        ImportPlan plan = request.plan(columns, sources, report, signal);
        try (ImportResult result = sources.importFile(plan, report, signal)) {
            if (rejected != null) {
                result.rejected().saveTo(rejected, texts());
                report.saved(rejected);
            }
            report.tell(result);
            return result.source().isPresent() ? 0 : 1;
        }
    }
}
