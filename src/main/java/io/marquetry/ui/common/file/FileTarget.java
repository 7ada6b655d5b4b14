package io.marquetry.ui.common.file;

import java.nio.file.Path;
import java.util.Optional;

/** Asks where a file goes. */
@FunctionalInterface
public interface FileTarget {

    /** Returns the chosen file; empty where the user thought better of it. */
    Optional<Path> choose(FileKind kind, String proposedName);
}
