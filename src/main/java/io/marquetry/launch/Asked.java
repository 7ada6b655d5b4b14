package io.marquetry.launch;

import io.marquetry.base.Problem;
import io.marquetry.store.file.WorkspaceFile;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a start is to open.
 *
 * @param workspace the folder of the window
 * @param file what the window is to open then
 */
record Asked(Path workspace, Optional<Path> file) {

    /**
     * Tells a workspace from a file: a folder with a workspace in it, and the files that make one,
     * stand for the workspace.
     *
     * @param workspace where the window works unless a workspace is opened
     * @param opened what was double-clicked or named; it is there
     * @throws io.marquetry.base.ProblemException if it is a folder without a workspace
     */
    static Asked of(Path workspace, Optional<Path> opened) {
        if (opened.isEmpty()) {
            return new Asked(workspace, Optional.empty());
        }
        Path path = opened.get().toAbsolutePath().normalize();
        if (WorkspaceFile.isWorkspace(path)) {
            return new Asked(path, Optional.empty());
        }
        if (Files.isDirectory(path)) {
            throw Problem.of("problem.received.folder", path.toString()).asException();
        }
        Path parent = path.getParent();
        return parent != null && WorkspaceFile.isPart(path)
                ? new Asked(parent, Optional.empty())
                : new Asked(workspace, Optional.of(path));
    }

    /** Writes this as the arguments of the window. */
    String[] arguments() {
        return file.map(path -> new String[] {workspace.toString(), path.toString()})
                .orElseGet(() -> new String[] {workspace.toString()});
    }

    /** Reads the arguments of the window. */
    static Asked of(List<String> arguments) {
        return new Asked(
                Path.of(arguments.getFirst()),
                arguments.size() > 1 ? Optional.of(Path.of(arguments.get(1))) : Optional.empty());
    }

    /** Returns what a window that is open already is asked to do. */
    Visit visit() {
        return new Visit(file);
    }
}
