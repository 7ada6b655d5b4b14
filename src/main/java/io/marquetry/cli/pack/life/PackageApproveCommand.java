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

/** {@code package approve}: approves a version that is in review. */
@Command(name = "approve")
public final class PackageApproveCommand extends PackageStepCommand {

    @Option(
            names = "--version",
            paramLabel = "N",
            required = true,
            descriptionKey = "cli.package.approveVersion")
    private int version;

    @Option(
            names = "--sha256",
            paramLabel = "HASH",
            required = true,
            descriptionKey = "cli.package.approveHash")
    private @Nullable String sha256;

    @Option(names = "--alone", descriptionKey = "cli.package.alone")
    private boolean alone;

    public PackageApproveCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    @Override
    Step make(Lives lives, PackageKey wanted, CancelSignal signal) {
        return lives.approve(wanted, version, require(sha256), alone);
    }
}
