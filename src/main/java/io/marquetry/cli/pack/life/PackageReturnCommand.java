package io.marquetry.cli.pack.life;

import static io.marquetry.cli.common.Filled.require;

import io.marquetry.base.CancelSignal;
import io.marquetry.base.Texts;
import io.marquetry.life.Lives;
import io.marquetry.life.Step;
import io.marquetry.pack.PackageKey;
import io.marquetry.workspace.WorkspaceOpener;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code package return}: sends a package back to be edited. */
@Command(name = "return")
public final class PackageReturnCommand extends PackageStepCommand {

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            required = true,
            descriptionKey = "cli.package.reason")
    private @Nullable String reason;

    public PackageReturnCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    @Override
    Step make(Lives lives, PackageKey wanted, CancelSignal signal) {
        return lives.sendBack(wanted, require(reason));
    }
}
