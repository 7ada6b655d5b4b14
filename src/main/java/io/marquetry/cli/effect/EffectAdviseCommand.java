package io.marquetry.cli.effect;

import io.marquetry.base.CancelSignal;
import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.common.WorkspaceCommand;
import io.marquetry.effect.OutcomeName;
import io.marquetry.effect.OutcomeSet;
import io.marquetry.effect.advice.Advised;
import io.marquetry.effect.advice.Adviser;
import io.marquetry.effect.advice.Advisory;
import io.marquetry.effect.advice.Thresholds;
import io.marquetry.effect.figures.Economics;
import io.marquetry.effect.figures.EffectRequest;
import io.marquetry.effect.figures.EffectReview;
import io.marquetry.effect.figures.Grouping;
import io.marquetry.effect.stats.Level;
import io.marquetry.effect.watch.Trends;
import io.marquetry.workspace.OpenWorkspace;
import io.marquetry.workspace.WorkspaceOpener;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.util.ArrayList;
import java.util.List;

/** {@code effect advise}: what to do next. */
@Command(name = "advise")
public final class EffectAdviseCommand extends WorkspaceCommand {

    @Option(names = "--outcomes", paramLabel = "NAME", descriptionKey = "cli.effect.outcomes")
    private @Nullable String outcomes;

    @Mixin private final EconomicsOptions economics = new EconomicsOptions();

    public EffectAdviseCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    @Override
    protected int run(OpenWorkspace workspace, CommandOutput output) {
        Economics money = economics.economics();
        List<OutcomeSet> sets =
                outcomes == null
                        ? workspace.outcomeSets().list()
                        : List.of(workspace.effects().set(OutcomeName.parse(outcomes)));
        Advisory advisory =
                new Advisory(
                        new Adviser(Thresholds.read(workspace.settings())),
                        new Trends(Level.OF_95));
        AdviceText words = new AdviceText(texts());
        List<Object> told = new ArrayList<>();
        for (OutcomeSet set : sets) {
            EffectRequest request = EffectRequest.plain().by(groupings(set)).with(money);
            List<Advised> advised =
                    advisory.of(workspace.effects().answer(set, request, new CancelSignal()));
            if (output.isJson()) {
                advised.forEach(a -> told.add(words.json(set, a)));
            } else {
                output.line(texts().get("cli.effect.head", set.title(), set.name().value()));
                words.lines(advised).forEach(output::line);
            }
        }
        if (output.isJson()) {
            output.json(told);
        }
        return 0;
    }

    private static List<Grouping> groupings(OutcomeSet set) {
        return EffectReview.isTimed(set)
                ? List.of(Advisory.PACKAGES, Advisory.PACKAGES_BY_WEEK)
                : List.of(Advisory.PACKAGES);
    }
}
