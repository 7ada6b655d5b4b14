package io.marquetry.cli.dispatch.run;

import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.dispatch.look.OneDispatchCommand;
import io.marquetry.workspace.Workspace;
import io.marquetry.workspace.WorkspaceOpener;

import picocli.CommandLine.Command;

/** {@code dispatch pause}: stops a dispatch until somebody takes it up again. */
@Command(name = "pause")
public final class DispatchPauseCommand extends OneDispatchCommand {

    public DispatchPauseCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    @Override
    protected int run(Workspace workspace, CommandOutput output) {
        say(workspace.dispatches().pause(wanted()), output);
        return 0;
    }
}
