package io.marquetry.cli.dispatch.run;

import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.dispatch.look.OneDispatchCommand;
import io.marquetry.workspace.Workspace;
import io.marquetry.workspace.WorkspaceOpener;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code dispatch approve}: agrees to the start. */
@Command(name = "approve")
public final class DispatchApproveCommand extends OneDispatchCommand {

    @Option(names = "--alone", descriptionKey = "cli.dispatch.alone")
    private boolean alone;

    public DispatchApproveCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    @Override
    protected int run(Workspace workspace, CommandOutput output) {
        say(workspace.dispatches().approve(wanted(), alone), output);
        return 0;
    }
}
