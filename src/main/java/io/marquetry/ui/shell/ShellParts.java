package io.marquetry.ui.shell;

import io.marquetry.find.Everything;
import io.marquetry.source.Sources;
import io.marquetry.ui.common.file.FileDialogs;
import io.marquetry.ui.common.screen.ScreenMaker;
import io.marquetry.update.Updates;

import java.nio.file.Path;
import java.util.List;

/**
 * What the window is made of.
 *
 * @param workspace the folder that is open
 * @param sources the sources of the workspace
 * @param everything looks through all of the workspace
 * @param updates tells of newer versions
 * @param makers the screens there are, in the order of the rail; at least one
 * @param files asks where files go
 * @param quit closes the window
 */
public record ShellParts(
        Path workspace,
        Sources sources,
        Everything everything,
        Updates updates,
        List<ScreenMaker> makers,
        FileDialogs files,
        Runnable quit) {

    /** Copies the screens and refuses a window without any. */
    public ShellParts {
        makers = List.copyOf(makers);
        if (makers.isEmpty()) {
            throw new IllegalArgumentException("a window needs a screen");
        }
    }
}
