package io.marquetry.ui.shell;

import io.marquetry.audience.SourceName;
import io.marquetry.pack.PackageKey;
import io.marquetry.source.SourceRepository;
import io.marquetry.tag.TagKey;
import io.marquetry.ui.common.Desk;
import io.marquetry.ui.common.FileTarget;
import io.marquetry.ui.common.ScreenMaker;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What the window is made of.
 *
 * @param workspace the folder that is open
 * @param sources the sources of the workspace
 * @param makers the screens there are; at least one
 * @param composer opens a package in the composer's model
 * @param tagEditor opens a tag in the model of the tags
 * @param newPackage asks for a new package
 * @param files asks where files go
 * @param quit closes the window
 */
public record ShellParts(
        Path workspace,
        SourceRepository sources,
        List<ScreenMaker> makers,
        Consumer<PackageKey> composer,
        Consumer<TagKey> tagEditor,
        NewPackage newPackage,
        FileTarget files,
        Runnable quit) {

    /** Copies the screens and refuses a window without any. */
    public ShellParts {
        makers = List.copyOf(makers);
        if (makers.isEmpty()) {
            throw new IllegalArgumentException("a window needs a screen");
        }
    }

    /** Asks for what a new package needs, makes it and opens it in the composer. */
    @FunctionalInterface
    public interface NewPackage {

        /** Asks; the source is proposed where it is given. */
        void ask(Desk desk, Optional<SourceName> source);
    }
}
