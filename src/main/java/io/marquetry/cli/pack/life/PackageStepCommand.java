package io.marquetry.cli.pack.life;

import static io.marquetry.cli.common.Filled.require;

import io.marquetry.base.CancelSignal;
import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.common.WorkspaceCommand;
import io.marquetry.cli.pack.look.PackageShown;
import io.marquetry.life.Lives;
import io.marquetry.life.Step;
import io.marquetry.pack.PackageKey;
import io.marquetry.workspace.Workspace;
import io.marquetry.workspace.WorkspaceOpener;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Parameters;

/** A command that takes a package one step further in its life. */
abstract class PackageStepCommand extends WorkspaceCommand {

    @Parameters(index = "0", paramLabel = "KEY", descriptionKey = "cli.package.keyOption")
    private @Nullable String key;

    PackageStepCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    /** Makes the step. */
    abstract Step make(Lives lives, PackageKey wanted, CancelSignal signal);

    @Override
    protected final int run(Workspace workspace, CommandOutput output) {
        PackageKey wanted = PackageKey.parse(require(key));
        Step step = make(workspace.lives(), wanted, new CancelSignal());
        if (output.isJson()) {
            output.json(PackageShown.step(step));
        } else {
            output.line(
                    texts().get(
                                    "cli.package.step",
                                    wanted.value(),
                                    step.version(),
                                    texts().sentence(step.to().word())));
            if (step.solo()) {
                output.remark(texts().get("cli.package.solo"));
            }
        }
        return 0;
    }
}
