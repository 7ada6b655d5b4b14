package io.marquetry.cli.pack.life;

import io.marquetry.base.CancelSignal;
import io.marquetry.base.Texts;
import io.marquetry.life.Lives;
import io.marquetry.life.Step;
import io.marquetry.pack.PackageKey;
import io.marquetry.workspace.WorkspaceOpener;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code package evaluate}: states that the results of a live version are known. */
@Command(name = "evaluate")
public final class PackageEvaluateCommand extends PackageStepCommand {

    @Option(
            names = "--version",
            paramLabel = "N",
            required = true,
            descriptionKey = "cli.package.evaluateVersion")
    private int version;

    public PackageEvaluateCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    @Override
    Step make(Lives lives, PackageKey wanted, CancelSignal signal) {
        return lives.evaluate(wanted, version);
    }
}
