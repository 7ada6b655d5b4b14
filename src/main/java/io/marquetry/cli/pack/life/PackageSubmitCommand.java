package io.marquetry.cli.pack.life;

import io.marquetry.base.CancelSignal;
import io.marquetry.base.Texts;
import io.marquetry.life.Lives;
import io.marquetry.life.Step;
import io.marquetry.pack.PackageKey;
import io.marquetry.workspace.WorkspaceOpener;

import picocli.CommandLine.Command;

/** {@code package submit}: freezes a package and hands it to whoever approves. */
@Command(name = "submit")
public final class PackageSubmitCommand extends PackageStepCommand {

    public PackageSubmitCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    @Override
    Step make(Lives lives, PackageKey wanted, CancelSignal signal) {
        return lives.submit(wanted, signal);
    }
}
