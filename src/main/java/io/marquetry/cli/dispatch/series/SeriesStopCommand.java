package io.marquetry.cli.dispatch.series;

import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.workspace.Workspace;
import io.marquetry.workspace.WorkspaceOpener;

import picocli.CommandLine.Command;

/** {@code series stop}: makes no more dispatches of a series. */
@Command(name = "stop")
public final class SeriesStopCommand extends OneSeriesCommand {

    public SeriesStopCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    @Override
    protected int run(Workspace workspace, CommandOutput output) {
        workspace.dispatches().series().stop(wanted());
        output.remark(texts().get("cli.series.stopped", wanted()));
        return 0;
    }
}
