package io.marquetry.cli.dispatch.run;

import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.dispatch.look.OneDispatchCommand;
import io.marquetry.workspace.Workspace;
import io.marquetry.workspace.WorkspaceOpener;

import picocli.CommandLine.Command;

/** {@code dispatch cancel}: stops a dispatch for good. */
@Command(name = "cancel")
public final class DispatchCancelCommand extends OneDispatchCommand {

    public DispatchCancelCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    @Override
    protected int run(Workspace workspace, CommandOutput output) {
        say(workspace.dispatches().cancel(wanted()), output);
        return 0;
    }
}
