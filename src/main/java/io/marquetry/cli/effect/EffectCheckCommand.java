package io.marquetry.cli.effect;

import io.marquetry.base.CancelSignal;
import io.marquetry.base.Problem;
import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.common.WorkspaceCommand;
import io.marquetry.effect.OutcomeName;
import io.marquetry.effect.OutcomeSet;
import io.marquetry.effect.report.EffectReports;
import io.marquetry.effect.review.Checked;
import io.marquetry.effect.review.Question;
import io.marquetry.effect.review.Reviewed;
import io.marquetry.effect.review.Reviews;
import io.marquetry.workspace.Workspace;
import io.marquetry.workspace.WorkspaceOpener;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code effect check}: how often something would be claimed if the arms were shuffled. */
@Command(name = "check")
public final class EffectCheckCommand extends WorkspaceCommand {

    private static final int MOST = 10_000;

    @Option(names = "--outcomes", paramLabel = "NAME", descriptionKey = "cli.effect.outcomes")
    private @Nullable String outcomes;

    @Option(names = "--times", paramLabel = "N", descriptionKey = "cli.effect.times")
    private int times = Checked.TIMES;

    @Mixin private final EconomicsOptions economics = new EconomicsOptions();

    /** Makes the command. */
    public EffectCheckCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    @Override
    protected int run(Workspace workspace, CommandOutput output) {
        if (times < 1 || times > MOST) {
            throw Problem.of("problem.effect.times", MOST).asException();
        }
        List<OutcomeSet> sets =
                outcomes == null
                        ? workspace.outcomes().sets().list()
                        : List.of(workspace.effects().set(OutcomeName.parse(outcomes)));
        List<Object> told = new ArrayList<>();
        for (OutcomeSet set : sets) {
            CancelSignal signal = new CancelSignal();
            Question question = economics.apply(Question.of(set), workspace.settings());
            Reviewed reviewed = workspace.reviews().of(question, signal);
            if (outcomes == null && !Reviews.canCheck(reviewed)) {
                continue;
            }
            Checked checked = workspace.reviews().check(reviewed, times, _ -> {}, signal);
            if (output.isJson()) {
                told.add(json(set, checked));
            } else {
                TextReport.lines(new EffectReports(texts()).advice(reviewed.with(checked)))
                        .forEach(output::line);
            }
        }
        if (output.isJson()) {
            output.json(told);
        }
        return 0;
    }

    private static Map<String, Object> json(OutcomeSet set, Checked checked) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("outcomes", set.name().value());
        tree.put("times", checked.times());
        tree.put("claimed", checked.claimed());
        tree.put("low", checked.interval().low());
        tree.put("high", checked.interval().high());
        tree.put("promoted", checked.promoted());
        tree.put("harm", checked.harmed());
        tree.put("wearsOff", checked.worn());
        return tree;
    }
}
