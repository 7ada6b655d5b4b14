package io.marquetry.cli.outcomes;

import static io.marquetry.cli.common.Filled.require;

import io.marquetry.base.CancelSignal;
import io.marquetry.base.Problem;
import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.common.WorkspaceCommand;
import io.marquetry.effect.Design;
import io.marquetry.effect.OutcomeName;
import io.marquetry.effect.OutcomeSet;
import io.marquetry.effect.PackageRef;
import io.marquetry.effect.Plan;
import io.marquetry.workspace.Workspace;
import io.marquetry.workspace.WorkspaceOpener;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/** {@code outcomes change}: says anew what outcomes that are there already mean. */
@Command(name = "change")
public final class OutcomesChangeCommand extends WorkspaceCommand {

    @Parameters(index = "0", paramLabel = "NAME", descriptionKey = "cli.outcomes.remove")
    private @Nullable String name;

    @Option(names = "--title", paramLabel = "TEXT", descriptionKey = "cli.outcomes.newTitle")
    private @Nullable String title;

    @Option(names = "--control", paramLabel = "ARM", descriptionKey = "cli.outcomes.control")
    private @Nullable String control;

    @Option(names = "--no-control", descriptionKey = "cli.outcomes.observed")
    private boolean observed;

    @Option(names = "--planned", paramLabel = "ARM=PART", descriptionKey = "cli.outcomes.planned")
    private Map<String, Double> planned = Map.of();

    @Option(
            names = "--planned-people",
            paramLabel = "N",
            descriptionKey = "cli.outcomes.plannedPeople")
    private @Nullable Long plannedPeople;

    @Option(
            names = "--package",
            paramLabel = "[TEXT=]KEY[@N]",
            descriptionKey = "cli.outcomes.package")
    private List<String> packages = List.of();

    public OutcomesChangeCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    @Override
    protected int run(Workspace workspace, CommandOutput output) {
        OutcomeSet before = workspace.outcomes().sets().get(OutcomeName.parse(require(name)));
        Map<String, PackageRef> links = new TreeMap<>(before.packages());
        links.putAll(MappingOptions.packages(packages));
        OutcomeSet wanted =
                new OutcomeSet(
                        before.name(),
                        title == null ? before.title() : title.strip(),
                        before.origin(),
                        before.mapping(),
                        design(before.design()),
                        links,
                        before.addedAt());
        if (wanted.equals(before)) {
            throw Problem.of("problem.outcomes.nothingToChange", before.name().value())
                    .asException();
        }
        workspace.outcomes().meaning().change(wanted, new CancelSignal());
        if (output.isJson()) {
            output.json(OutcomesShown.json(wanted));
        } else {
            output.line(texts().get("cli.outcomes.changed", wanted.name().value()));
        }
        return 0;
    }

    private Design design(Design before) {
        if (observed && control != null) {
            throw Problem.of("problem.outcomes.controlOrNot").asException();
        }
        if (observed) {
            before = new Design.Observed();
        } else if (control != null) {
            before =
                    new Design.Randomised(
                            control,
                            before instanceof Design.Randomised(_, Plan plan) ? plan : Plan.NONE);
        }
        if (planned.isEmpty() && plannedPeople == null) {
            return before;
        }
        if (!(before instanceof Design.Randomised(String arm, Plan plan))) {
            throw Problem.of("problem.outcomes.plan").asException();
        }
        try {
            return new Design.Randomised(
                    arm,
                    new Plan(
                            planned.isEmpty() ? plan.shares() : planned,
                            plannedPeople == null ? plan.people() : OptionalLong.of(plannedPeople),
                            plan.adjusted()));
        } catch (IllegalArgumentException e) {
            throw Problem.of("problem.outcomes.plan").asException(e);
        }
    }
}
