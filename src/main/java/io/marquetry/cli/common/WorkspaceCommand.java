package io.marquetry.cli.common;

import io.marquetry.base.FieldNames;
import io.marquetry.base.Texts;
import io.marquetry.workspace.Workspace;
import io.marquetry.workspace.WorkspaceOpener;

import java.nio.file.Path;

/** A command that works in a workspace: opens it, runs, closes it. */
public abstract class WorkspaceCommand extends FolderCommand {

    private final WorkspaceOpener opener;
    private FieldNames names = FieldNames.NONE;

    /** Makes a command for workspaces that {@code opener} opens. */
    protected WorkspaceCommand(WorkspaceOpener opener, Texts texts) {
        super(texts);
        this.opener = opener;
    }

    @Override
    protected final int run(Path folder, CommandOutput output) {
        try (Workspace workspace = opener.open(folder)) {
            // To the end: what is told while the workspace closes as well.
            workspace.warnings().follow(told -> output.remark(texts().sentence(told)));
            names = workspace.sources().names();
            return run(workspace, output);
        }
    }

    /** Returns the words of the user's language; fields are called as the workspace says. */
    @Override
    protected Texts texts() {
        return super.texts().calling(names);
    }

    /**
     * Does the work.
     *
     * @return the exit code: 0 done, 1 failed
     * @throws io.marquetry.base.ProblemException if it failed in an expected way
     */
    protected abstract int run(Workspace workspace, CommandOutput output);
}
