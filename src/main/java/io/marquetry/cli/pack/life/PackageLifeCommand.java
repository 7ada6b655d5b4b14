package io.marquetry.cli.pack.life;

import static io.marquetry.cli.common.Filled.require;

import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.common.Minute;
import io.marquetry.cli.common.TextTable;
import io.marquetry.cli.common.WorkspaceCommand;
import io.marquetry.cli.pack.look.PackageShown;
import io.marquetry.life.Step;
import io.marquetry.pack.PackageKey;
import io.marquetry.workspace.Workspace;
import io.marquetry.workspace.WorkspaceOpener;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import java.util.List;
import java.util.Set;

/** {@code package life}: the steps that a package made, who made them and why. */
@Command(name = "life")
public final class PackageLifeCommand extends WorkspaceCommand {

    @Parameters(index = "0", paramLabel = "KEY", descriptionKey = "cli.package.keyOption")
    private @Nullable String key;

    public PackageLifeCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    @Override
    protected int run(Workspace workspace, CommandOutput output) {
        PackageKey wanted = PackageKey.parse(require(key));
        workspace.packages().get(wanted);
        List<Step> steps = workspace.lives().steps(wanted);
        if (output.isJson()) {
            output.json(steps.stream().map(PackageShown::step).toList());
        } else if (steps.isEmpty()) {
            output.remark(texts().get("cli.package.noSteps", wanted.value()));
        } else {
            table(steps).lines().forEach(output::line);
        }
        return 0;
    }

    private TextTable table(List<Step> steps) {
        TextTable table =
                new TextTable(
                        List.of(
                                texts().get("cli.package.when"),
                                texts().get("cli.package.number"),
                                texts().get("cli.package.state"),
                                texts().get("cli.package.who"),
                                texts().get("cli.package.why")),
                        Set.of(1));
        for (Step step : steps) {
            table.add(
                    Minute.of(step.madeAt()),
                    texts().get("cli.number", step.version()),
                    texts().sentence(step.to().word()),
                    step.solo() ? texts().get("cli.package.soloMark", step.who()) : step.who(),
                    step.why().orElse(""));
        }
        return table;
    }
}
