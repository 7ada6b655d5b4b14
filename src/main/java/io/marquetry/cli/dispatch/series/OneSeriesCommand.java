package io.marquetry.cli.dispatch.series;

import static io.marquetry.cli.common.Filled.require;

import io.marquetry.base.Texts;
import io.marquetry.cli.common.WorkspaceCommand;
import io.marquetry.workspace.WorkspaceOpener;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Parameters;

/** A command that is about one series. */
abstract class OneSeriesCommand extends WorkspaceCommand {

    @Parameters(index = "0", paramLabel = "NAME", descriptionKey = "cli.series.name")
    private @Nullable String name;

    OneSeriesCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    /** Returns which one. */
    final String wanted() {
        return require(name);
    }
}
