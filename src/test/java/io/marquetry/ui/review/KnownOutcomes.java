package io.marquetry.ui.review;

import io.marquetry.audience.SourceName;
import io.marquetry.base.CancelSignal;
import io.marquetry.base.LocalizedText;
import io.marquetry.effect.ColumnUse;
import io.marquetry.effect.Design;
import io.marquetry.effect.OutcomeLayout;
import io.marquetry.effect.OutcomeMapping;
import io.marquetry.effect.OutcomeName;
import io.marquetry.effect.OutcomeRole;
import io.marquetry.effect.intake.OutcomeImportResult;
import io.marquetry.effect.intake.OutcomePlan;
import io.marquetry.sample.SampleWorkspace;
import io.marquetry.source.SourceEngine;
import io.marquetry.source.csv.CsvDetection;
import io.marquetry.source.csv.CsvFormat;
import io.marquetry.source.csv.CsvInput;
import io.marquetry.source.infer.ImportInspection;
import io.marquetry.source.infer.ImportListener;
import io.marquetry.source.plan.ColumnReadings;
import io.marquetry.source.plan.ImportColumn;
import io.marquetry.source.plan.ImportPlan;
import io.marquetry.source.plan.TableFile;
import io.marquetry.standins.BankCalls;
import io.marquetry.standins.HillstromTrial;
import io.marquetry.tag.Category;
import io.marquetry.tag.Comparison;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagKey;
import io.marquetry.tag.TagRule;
import io.marquetry.tag.Value;
import io.marquetry.workspace.Workspace;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Outcomes whose figures are known, for the review to show. */
public final class KnownOutcomes {

    private KnownOutcomes() {}

    /** Imports the randomised mail test. */
    public static void hillstrom(Workspace workspace) {
        add(
                workspace,
                HillstromTrial.writeTo(files(workspace)),
                "mail-test",
                Map.of(
                        OutcomeRole.ARM,
                        ColumnUse.of("segment"),
                        OutcomeRole.HIT,
                        ColumnUse.of("visit"),
                        OutcomeRole.CONVERTED,
                        ColumnUse.of("conversion"),
                        OutcomeRole.REVENUE,
                        ColumnUse.of("spend")),
                new Design.Randomised("No E-Mail"));
    }

    /** Imports the telephone campaign, in which everybody was called. */
    public static void bank(Workspace workspace) {
        add(
                workspace,
                BankCalls.writeTo(files(workspace)),
                "calls",
                Map.of(OutcomeRole.CONVERTED, ColumnUse.of("y")),
                new Design.Observed());
    }

    /** Fills the workspace with the sample, its outcomes among it. */
    public static void sample(Workspace workspace) {
        new SampleWorkspace(workspace).load(ImportListener.none(), new CancelSignal());
    }

    /** Imports the people of the mail test as a source, with a tag of those who are new. */
    public static void hillstromPeople(Workspace workspace) {
        CsvInput input = CsvInput.file(HillstromTrial.writeTo(files(workspace)));
        CsvFormat format = CsvDetection.detect(input);
        workspace
                .sources()
                .importFile(
                        new ImportPlan(
                                new TableFile.Separated(input, format),
                                columns(input, format),
                                Optional.empty(),
                                List.of(),
                                new SourceName("customers"),
                                input.label(),
                                Optional.empty(),
                                List.of(),
                                SourceEngine.H2),
                        ImportListener.none(),
                        new CancelSignal())
                .close();
        workspace
                .tags()
                .save(
                        List.of(
                                new Tag(
                                        new TagKey("user_newbie_yes"),
                                        Category.AUDIENCE,
                                        LocalizedText.of("New customers", "新客户"),
                                        LocalizedText.of("Lifecycle", "生命周期"),
                                        Optional.empty(),
                                        Optional.of(
                                                new TagRule.Compare(
                                                        "newbie",
                                                        Comparison.EQUAL,
                                                        new Value.Number(BigDecimal.ONE))),
                                        Optional.empty())),
                        List.of());
    }

    private static List<ImportColumn> columns(CsvInput input, CsvFormat format) {
        ImportInspection found =
                new TableFile.Separated(input, format)
                        .inspect(
                                ColumnReadings.NONE::of, ImportListener.none(), new CancelSignal());
        return ColumnReadings.NONE.columns(found, ZoneOffset.UTC);
    }

    /** Returns the folder beside the workspace for files that are imported. */
    private static Path files(Workspace workspace) {
        return workspace.folder().resolveSibling("files");
    }

    private static void add(
            Workspace workspace,
            Path file,
            String name,
            Map<OutcomeRole, ColumnUse> columns,
            Design design) {
        CsvInput input = CsvInput.file(file);
        CsvFormat format = CsvDetection.detect(input);
        CancelSignal signal = new CancelSignal();
        OutcomePlan plan =
                new OutcomePlan(
                        new TableFile.Separated(input, format),
                        columns(input, format),
                        new OutcomeMapping(new OutcomeLayout.PerProfile(Optional.empty()), columns),
                        design,
                        new OutcomeName(name),
                        input.label(),
                        Map.of(),
                        SourceEngine.H2);
        try (OutcomeImportResult done =
                workspace.outcomes().intake().run(plan, ImportListener.none(), signal)) {
            if (done.set().isEmpty()) {
                throw new IllegalStateException("nothing was imported of " + file);
            }
        }
    }
}
