package io.marquetry.cli.dispatch.run;

import io.marquetry.base.CancelSignal;
import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.dispatch.look.OneDispatchCommand;
import io.marquetry.dispatch.DispatchState;
import io.marquetry.dispatch.StateStep;
import io.marquetry.workspace.Workspace;
import io.marquetry.workspace.WorkspaceOpener;

import picocli.CommandLine.Command;

/** {@code dispatch resume}: takes up a dispatch that was paused, or whose program ended. */
@Command(name = "resume")
public final class DispatchResumeCommand extends OneDispatchCommand {

    public DispatchResumeCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    @Override
    protected int run(Workspace workspace, CommandOutput output) {
        StateStep step = workspace.dispatches().run(wanted(), status -> {}, new CancelSignal());
        say(step, output);
        return step.state() == DispatchState.PAUSED
                        || workspace.dispatches().status(wanted()).hasTrouble()
                ? 1
                : 0;
    }
}
