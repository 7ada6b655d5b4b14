package io.marquetry.cli.outcomes;

import static io.marquetry.cli.common.Filled.require;

import io.marquetry.base.CancelSignal;
import io.marquetry.base.Problem;
import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.common.WorkspaceCommand;
import io.marquetry.cli.source.ColumnOptions;
import io.marquetry.cli.source.ImportReport;
import io.marquetry.cli.source.ImportRequest;
import io.marquetry.effect.ColumnUse;
import io.marquetry.effect.OutcomeName;
import io.marquetry.effect.OutcomeRole;
import io.marquetry.effect.SavedMapping;
import io.marquetry.effect.intake.MappingCheck;
import io.marquetry.effect.intake.OutcomeImportResult;
import io.marquetry.effect.intake.OutcomePlan;
import io.marquetry.source.SourceEngine;
import io.marquetry.source.infer.InspectedColumn;
import io.marquetry.source.plan.AnsweredFile;
import io.marquetry.source.plan.Answers;
import io.marquetry.source.plan.TableFile;
import io.marquetry.workspace.Workspace;
import io.marquetry.workspace.WorkspaceOpener;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code outcomes import}: brings a file of outcomes into the workspace. */
@Command(name = "import")
public final class OutcomesImportCommand extends WorkspaceCommand {

    @Parameters(index = "0", paramLabel = "FILE", descriptionKey = "cli.outcomes.file")
    private @Nullable Path file;

    @Option(names = "--name", paramLabel = "NAME", descriptionKey = "cli.outcomes.name")
    private @Nullable String name;

    @Option(names = "--title", paramLabel = "TEXT", descriptionKey = "cli.outcomes.title")
    private @Nullable String title;

    @Option(names = "--rejected", paramLabel = "FILE", descriptionKey = "cli.import.rejected")
    private @Nullable Path rejected;

    @Option(names = "--engine", paramLabel = "NAME", descriptionKey = "cli.import.engine")
    private @Nullable SourceEngine engine;

    @Option(names = "--answers", paramLabel = "FILE", descriptionKey = "cli.outcomes.answersFile")
    private @Nullable Path answers;

    @Option(
            names = "--answers-by",
            paramLabel = "COLUMN[=COLUMN]",
            descriptionKey = "cli.outcomes.answersBy")
    private List<String> answersBy = List.of();

    @Mixin private final MappingOptions mapping = new MappingOptions();

    @Option(names = "--no-values", descriptionKey = "cli.import.noValues")
    private boolean noValues;

    @Mixin private final ColumnOptions columns = new ColumnOptions();

    public OutcomesImportCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    @Override
    protected int run(Workspace workspace, CommandOutput output) {
        Path taken = require(file);
        Optional<OutcomeName> keepAs = mapping.keptAs();
        ImportRequest.checkRejected(rejected, taken);
        ImportReport report = new ImportReport(output, !noValues);
        CancelSignal signal = new CancelSignal();
        SavedMapping meaning =
                mapping.mapping(
                        workspace.outcomes().mappings(), Optional.empty(), columns.readings());
        ColumnOptions.Read read =
                columns.read(
                        taken,
                        contacts -> answered(contacts, report, signal),
                        meaning.readings(),
                        report,
                        signal);
        MappingCheck.words(meaning.mapping(), meaning.design(), name -> words(read, name))
                .forEach(report::doubt);
        meaning.readings().refuseOthers(read.file().label(), read.columns());
        String label = read.file().label();
        OutcomePlan plan =
                new OutcomePlan(
                        read.file(),
                        columns.folded(
                                read,
                                meaning.mapping()
                                        .column(OutcomeRole.PROFILE)
                                        .map(ColumnUse::column),
                                report),
                        meaning.mapping(),
                        meaning.design(),
                        name(workspace, label),
                        title == null ? label : title,
                        mapping.packages(),
                        engine == null ? read.file().proposedEngine() : engine);
        try (OutcomeImportResult result = workspace.outcomes().intake().run(plan, report, signal)) {
            if (rejected != null) {
                result.rows().rejected().saveTo(rejected, texts());
                report.saved(rejected);
            }
            tell(result, report, output);
            if (result.set().isEmpty()) {
                return 1;
            }
            keepAs.ifPresent(as -> workspace.outcomes().mappings().save(as, meaning));
            return 0;
        }
    }

    /** Adds to each contact what the file of answers tells of it. */
    private TableFile answered(TableFile contacts, ImportReport report, CancelSignal signal) {
        if (answers == null && answersBy.isEmpty()) {
            return contacts;
        }
        if (answers == null || answersBy.isEmpty()) {
            throw Problem.of("problem.outcomes.answersBy").asException();
        }
        List<String> mine = new ArrayList<>();
        List<String> theirs = new ArrayList<>();
        for (String text : answersBy) {
            int equals = text.indexOf('=');
            mine.add(equals < 0 ? text : text.substring(0, equals));
            theirs.add(text.substring(equals + 1));
        }
        ColumnOptions.Read read =
                columns.readBeside(
                        answers, columns.readings().of(Answers.COUNT, ":"), report, signal);
        return new AnsweredFile(
                contacts, mine, Answers.read(read.file(), read.columns(), theirs, signal));
    }

    /** Returns the words of a column, where all of them are known. */
    private static Optional<List<String>> words(ColumnOptions.Read read, String column) {
        return read.found().columns().stream()
                .filter(found -> found.name().equals(column))
                .map(InspectedColumn::values)
                .filter(words -> words.size() < InspectedColumn.MAX_VALUES)
                .findFirst();
    }

    private static void tell(
            OutcomeImportResult result, ImportReport report, CommandOutput output) {
        if (output.isJson()) {
            Map<String, Object> tree = new LinkedHashMap<>();
            result.set().ifPresent(set -> tree.put("outcomes", OutcomesShown.json(set)));
            report.addRows(result.rows(), tree);
            output.json(tree);
            return;
        }
        report.rows(result.rows());
        result.set()
                .ifPresentOrElse(
                        set ->
                                output.line(
                                        output.texts()
                                                .get(
                                                        "cli.outcomes.done",
                                                        set.name().value(),
                                                        result.rows().profiles().accepted(),
                                                        result.rows().took().toMillis() / 1000.0,
                                                        ImportReport.rowsPerSecond(result.rows()))),
                        () -> output.remark(output.texts().get("cli.outcomes.nothing")));
    }

    private OutcomeName name(Workspace workspace, String label) {
        return name == null
                ? workspace.outcomes().intake().freeName(label)
                : OutcomeName.parse(name);
    }
}
