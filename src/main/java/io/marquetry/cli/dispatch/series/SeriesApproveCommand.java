package io.marquetry.cli.dispatch.series;

import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.workspace.Workspace;
import io.marquetry.workspace.WorkspaceOpener;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code series approve}: agrees to all that a series will send. */
@Command(name = "approve")
public final class SeriesApproveCommand extends OneSeriesCommand {

    @Option(names = "--alone", descriptionKey = "cli.dispatch.alone")
    private boolean alone;

    public SeriesApproveCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    @Override
    protected int run(Workspace workspace, CommandOutput output) {
        workspace.dispatches().series().approve(wanted(), alone);
        output.remark(texts().get("cli.series.approved", wanted()));
        return 0;
    }
}
