package io.marquetry.ui.common.file;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Asks for files: where one goes, and which are read. */
@FunctionalInterface
public interface FileDialogs {

    /** Returns where a file goes; empty where the user thought better of it. */
    Optional<Path> toSave(FileKind kind, String proposedName);

    /**
     * Returns files to read; none where the user thought better of it.
     *
     * @param most how many may be chosen
     */
    default List<Path> toOpen(FileKind kind, int most) {
        return List.of();
    }

    /** Returns a file to read; empty where the user thought better of it. */
    default Optional<Path> toOpen(FileKind kind) {
        return toOpen(kind, 1).stream().findFirst();
    }

    /** Returns what opens the folder of a file; empty where there is nothing that could. */
    default Optional<Runnable> folderOf(Path file) {
        return Optional.empty();
    }
}
