package io.marquetry.cli.pack.life;

import io.marquetry.base.CancelSignal;
import io.marquetry.base.Texts;
import io.marquetry.life.Lives;
import io.marquetry.life.Step;
import io.marquetry.pack.PackageKey;
import io.marquetry.workspace.WorkspaceOpener;

import picocli.CommandLine.Command;

/** {@code package withdraw}: takes back a package that is in review. */
@Command(name = "withdraw")
public final class PackageWithdrawCommand extends PackageStepCommand {

    public PackageWithdrawCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    @Override
    Step make(Lives lives, PackageKey wanted, CancelSignal signal) {
        return lives.withdraw(wanted);
    }
}
