package io.marquetry.ui.common.file;

import java.nio.file.Path;
import java.util.Optional;

/** Asks where a file goes. */
@FunctionalInterface
public interface FileTarget {

    /** Returns the chosen file; empty where the user thought better of it. */
    Optional<Path> choose(FileKind kind, String proposedName);

    /** Returns what opens the folder of a file; empty where there is nothing that could. */
    default Optional<Runnable> folderOf(Path file) {
        return Optional.empty();
    }
}
