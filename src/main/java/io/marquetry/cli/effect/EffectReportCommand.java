package io.marquetry.cli.effect;

import io.marquetry.base.CancelSignal;
import io.marquetry.base.OutputFiles;
import io.marquetry.base.Problem;
import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.common.Language;
import io.marquetry.cli.common.WorkspaceCommand;
import io.marquetry.effect.OutcomeName;
import io.marquetry.effect.OutcomeSet;
import io.marquetry.effect.figures.DimensionText;
import io.marquetry.effect.report.EffectReports;
import io.marquetry.effect.report.ReportForm;
import io.marquetry.effect.review.Checked;
import io.marquetry.effect.review.Question;
import io.marquetry.effect.review.Reviewed;
import io.marquetry.effect.review.Reviews;
import io.marquetry.effect.sums.Scope;
import io.marquetry.pack.PackageKey;
import io.marquetry.workspace.Workspace;
import io.marquetry.workspace.WorkspaceOpener;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code effect report}: what targeting achieved, to take along; needs no display. */
@Command(name = "report")
public final class EffectReportCommand extends WorkspaceCommand {

    @Parameters(arity = "0..*", paramLabel = "PACKAGE", descriptionKey = "cli.report.packages")
    private List<String> packages = List.of();

    @Option(names = "--outcomes", paramLabel = "NAME", descriptionKey = "cli.effect.outcomes")
    private @Nullable String outcomes;

    @Option(names = "--pdf", paramLabel = "FILE", descriptionKey = "cli.report.pdf")
    private @Nullable Path pdf;

    @Option(names = "--html", paramLabel = "FILE", descriptionKey = "cli.report.html")
    private @Nullable Path html;

    @Option(names = "--language", paramLabel = "en|zh", descriptionKey = "cli.report.language")
    private @Nullable Language language;

    @Option(names = "--by", paramLabel = "WHAT[+WHAT]", descriptionKey = "cli.effect.byOption")
    private List<String> by = List.of();

    @Mixin private final EconomicsOptions economics = new EconomicsOptions();

    @Option(names = "--from", paramLabel = "DATE", descriptionKey = "cli.effect.from")
    private @Nullable LocalDate from;

    @Option(names = "--to", paramLabel = "DATE", descriptionKey = "cli.effect.to")
    private @Nullable LocalDate to;

    @Option(names = "--check", descriptionKey = "cli.report.check")
    private boolean check;

    @Option(names = "--force", descriptionKey = "cli.report.force")
    private boolean force;

    public EffectReportCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    @Override
    protected int run(Workspace workspace, CommandOutput output) {
        Path file = pdf == null ? html : pdf;
        if (file == null || pdf != null && html != null) {
            throw Problem.of("problem.report.oneForm").asException();
        }
        OutputFiles.check(file, force);
        List<Reviewed> found = new ArrayList<>();
        for (Part part : parts(workspace)) {
            Reviewed reviewed =
                    workspace
                            .reviews()
                            .of(
                                    economics.apply(question(part), workspace.settings()),
                                    new CancelSignal());
            found.add(check ? checked(workspace, reviewed) : reviewed);
        }
        new EffectReports(language == null ? texts() : texts().alsoIn(language.locale()))
                .write(
                        found,
                        file,
                        pdf == null ? ReportForm.HTML : ReportForm.PDF,
                        force,
                        new CancelSignal());
        if (output.isJson()) {
            output.json(Map.of("file", file.toString()));
        } else {
            output.line(texts().get("cli.report.written", file.toString()));
        }
        return 0;
    }

    private static Reviewed checked(Workspace workspace, Reviewed reviewed) {
        return Reviews.canCheck(reviewed)
                ? reviewed.with(
                        workspace
                                .reviews()
                                .check(reviewed, Checked.TIMES, _ -> {}, new CancelSignal()))
                : reviewed;
    }

    /** A set, and which of its outcomes are reported. */
    private record Part(OutcomeSet set, Scope scope) {}

    private Question question(Part part) {
        return Question.of(part.set())
                .within(part.scope())
                .by(by.stream().map(t -> DimensionText.parse(t, part.set().mapping())).toList());
    }

    private List<Part> parts(Workspace workspace) {
        Scope days =
                new Scope(
                        Scope.ALL.packages(),
                        Optional.empty(),
                        Optional.ofNullable(from),
                        Optional.ofNullable(to));
        List<PackageKey> keys = packages.stream().map(PackageKey::parse).toList();
        List<Part> parts = new ArrayList<>();
        if (keys.isEmpty()) {
            sets(workspace).forEach(set -> parts.add(new Part(set, days)));
        }
        for (PackageKey key : keys) {
            List<OutcomeSet> found =
                    outcomes == null
                            ? workspace.effects().of(key, new CancelSignal())
                            : sets(workspace);
            if (found.isEmpty()) {
                throw Problem.of("problem.effect.noOutcomesOf", key.value()).asException();
            }
            found.forEach(
                    set -> parts.add(new Part(set, workspace.effects().scope(set, key, days))));
        }
        if (parts.isEmpty()) {
            throw Problem.of("problem.effect.noOutcomes").asException();
        }
        return parts;
    }

    private List<OutcomeSet> sets(Workspace workspace) {
        return outcomes == null
                ? workspace.outcomes().sets().list()
                : List.of(workspace.effects().set(OutcomeName.parse(outcomes)));
    }
}
