package io.marquetry.ui.common.file;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Asks for files and folders: where one goes, and which are read. */
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

    /**
     * Returns a folder; empty where the user thought better of it.
     *
     * @param title what the dialog is called
     * @param from where the dialog begins; where this is empty or no folder, as for files
     */
    default Optional<Path> folder(String title, Optional<Path> from) {
        return Optional.empty();
    }

    /** Returns what opens the folder of a file; empty where there is nothing that could. */
    default Optional<Runnable> folderOf(Path file) {
        return Optional.empty();
    }
}
