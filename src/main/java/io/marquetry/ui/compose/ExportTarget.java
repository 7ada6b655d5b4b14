package io.marquetry.ui.compose;

import java.nio.file.Path;
import java.util.Optional;

/** Asks where a document goes. */
@FunctionalInterface
public interface ExportTarget {

    /** Returns the chosen file; empty where the user thought better of it. */
    Optional<Path> choose(String proposedName);
}
