package io.marquetry.cli.workspace;

import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.common.WorkspaceCommand;
import io.marquetry.sample.SampleRemoval;
import io.marquetry.workspace.Workspace;
import io.marquetry.workspace.WorkspaceOpener;

import picocli.CommandLine.Command;

import java.util.Map;

/** {@code workspace remove-sample}: leaves a workspace with what its users made. */
@Command(name = "remove-sample")
public final class RemoveSampleCommand extends WorkspaceCommand {

    public RemoveSampleCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    @Override
    protected int run(Workspace workspace, CommandOutput output) {
        SampleRemoval removal = new SampleRemoval(workspace);
        if (!removal.isThere()) {
            output.remark(texts().get("cli.sample.none"));
            return 0;
        }
        SampleRemoval.Removed removed = removal.run();
        if (output.isJson()) {
            output.json(
                    Map.of(
                            "deleted", removed.deleted(),
                            "archived", removed.archived(),
                            "tags", removed.tags(),
                            "kept", removed.kept()));
        } else {
            output.line(
                    texts().get(
                                    "cli.sample.removed",
                                    removed.deleted(),
                                    removed.archived(),
                                    removed.tags(),
                                    removed.kept()));
        }
        return 0;
    }
}
