package io.marquetry.cli.effect;

import io.marquetry.base.CancelSignal;
import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.common.WorkspaceCommand;
import io.marquetry.effect.OutcomeName;
import io.marquetry.effect.OutcomeSet;
import io.marquetry.effect.report.EffectReports;
import io.marquetry.effect.review.Question;
import io.marquetry.effect.review.Reviewed;
import io.marquetry.workspace.Workspace;
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
    protected int run(Workspace workspace, CommandOutput output) {
        List<OutcomeSet> sets =
                outcomes == null
                        ? workspace.outcomes().sets().list()
                        : List.of(workspace.effects().set(OutcomeName.parse(outcomes)));
        AdviceJson json = new AdviceJson(texts());
        List<Object> told = new ArrayList<>();
        for (OutcomeSet set : sets) {
            Reviewed reviewed =
                    workspace
                            .reviews()
                            .of(
                                    economics.apply(Question.of(set), workspace.settings()),
                                    new CancelSignal());
            if (output.isJson()) {
                reviewed.advised().forEach(advised -> told.add(json.of(set, advised)));
            } else {
                TextReport.lines(new EffectReports(texts()).advice(reviewed)).forEach(output::line);
            }
        }
        if (output.isJson()) {
            output.json(told);
        }
        return 0;
    }
}
