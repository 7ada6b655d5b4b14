package io.marquetry.workspace;

import java.nio.file.Path;

/** Opens workspaces. */
@FunctionalInterface
public interface WorkspaceOpener {

    /**
     * Opens the workspace in a folder, or makes one where the folder is empty or absent.
     *
     * @throws io.marquetry.base.ProblemException if it is read-only, damaged, made by a newer
     *     version, or open in another process
     */
    Workspace open(Path folder);
}
