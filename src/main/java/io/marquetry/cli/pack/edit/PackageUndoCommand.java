package io.marquetry.cli.pack.edit;

import io.marquetry.base.Problem;
import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.common.WorkspaceCommand;
import io.marquetry.handoff.incoming.MadeImport;
import io.marquetry.pack.PackageKey;
import io.marquetry.workspace.Workspace;
import io.marquetry.workspace.WorkspaceOpener;

import picocli.CommandLine.Command;

import java.util.Map;

/** {@code package undo}: takes the last import of package documents back, all of it. */
@Command(name = "undo")
public final class PackageUndoCommand extends WorkspaceCommand {

    public PackageUndoCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    @Override
    protected int run(Workspace workspace, CommandOutput output) {
        MadeImport last =
                workspace
                        .incoming()
                        .lastTaken()
                        .orElseThrow(() -> Problem.of("problem.incoming.noneTaken").asException());
        workspace.incoming().undo(last.number());
        if (output.isJson()) {
            output.json(
                    Map.of(
                            "packages",
                            last.packages().stream().map(PackageKey::value).toList(),
                            "tags",
                            last.tags(),
                            "assets",
                            last.assets()));
        } else {
            output.line(
                    texts().get(
                                    "cli.package.undone",
                                    last.packages().size(),
                                    last.tags(),
                                    last.assets()));
        }
        return 0;
    }
}
