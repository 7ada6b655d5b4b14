package io.marquetry.cli.effect;

import io.marquetry.base.CancelSignal;
import io.marquetry.base.Problem;
import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.common.WorkspaceCommand;
import io.marquetry.effect.OutcomeName;
import io.marquetry.effect.OutcomeSet;
import io.marquetry.effect.figures.DimensionText;
import io.marquetry.effect.report.EffectReports;
import io.marquetry.effect.review.Question;
import io.marquetry.effect.review.Reviewed;
import io.marquetry.effect.sums.Scope;
import io.marquetry.pack.PackageKey;
import io.marquetry.workspace.Workspace;
import io.marquetry.workspace.WorkspaceOpener;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code effect show}: what targeting achieved. */
@Command(name = "show")
public final class EffectShowCommand extends WorkspaceCommand {

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "PACKAGE",
            descriptionKey = "cli.effect.package")
    private @Nullable String packageKey;

    @Option(names = "--outcomes", paramLabel = "NAME", descriptionKey = "cli.effect.outcomes")
    private @Nullable String outcomes;

    @Option(names = "--by", paramLabel = "WHAT[+WHAT]", descriptionKey = "cli.effect.byOption")
    private List<String> by = List.of();

    @Option(names = "--from", paramLabel = "DATE", descriptionKey = "cli.effect.from")
    private @Nullable LocalDate from;

    @Option(names = "--to", paramLabel = "DATE", descriptionKey = "cli.effect.to")
    private @Nullable LocalDate to;

    @Mixin private final EconomicsOptions economics = new EconomicsOptions();

    public EffectShowCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    @Override
    protected int run(Workspace workspace, CommandOutput output) {
        Optional<PackageKey> pack = Optional.ofNullable(packageKey).map(PackageKey::parse);
        List<Reviewed> found = new ArrayList<>();
        for (OutcomeSet set : sets(workspace, pack)) {
            Question asked =
                    Question.of(set)
                            .within(scope(workspace, set, pack))
                            .by(
                                    by.stream()
                                            .map(t -> DimensionText.parse(t, set.mapping()))
                                            .toList());
            found.add(
                    workspace
                            .reviews()
                            .of(economics.apply(asked, workspace.settings()), new CancelSignal()));
        }
        if (output.isJson()) {
            EffectJson json = new EffectJson(texts());
            output.json(
                    found.size() == 1
                            ? json.of(found.getFirst())
                            : found.stream().map(json::of).toList());
        } else {
            EffectReports words = new EffectReports(texts());
            found.forEach(one -> TextReport.lines(words.words(one)).forEach(output::line));
        }
        return 0;
    }

    private List<OutcomeSet> sets(Workspace workspace, Optional<PackageKey> pack) {
        if (outcomes != null) {
            return List.of(workspace.effects().set(OutcomeName.parse(outcomes)));
        }
        List<OutcomeSet> found =
                pack.map(key -> workspace.effects().of(key, new CancelSignal()))
                        .orElseGet(() -> workspace.outcomes().sets().list());
        if (found.isEmpty()) {
            throw pack.map(key -> Problem.of("problem.effect.noOutcomesOf", key.value()))
                    .orElseGet(() -> Problem.of("problem.effect.noOutcomes"))
                    .asException();
        }
        return found;
    }

    private Scope scope(Workspace workspace, OutcomeSet set, Optional<PackageKey> pack) {
        Scope days =
                new Scope(
                        Scope.ALL.packages(),
                        Optional.empty(),
                        Optional.ofNullable(from),
                        Optional.ofNullable(to));
        return pack.map(key -> workspace.effects().scope(set, key, days)).orElse(days);
    }
}
