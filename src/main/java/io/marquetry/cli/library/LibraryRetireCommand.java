package io.marquetry.cli.library;

import static io.marquetry.cli.common.Filled.require;

import io.marquetry.base.Texts;
import io.marquetry.library.Library;
import io.marquetry.library.LibraryEntry;
import io.marquetry.pack.PackageKey;
import io.marquetry.workspace.WorkspaceOpener;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code library retire}: takes an entry out of use. */
@Command(name = "retire")
public final class LibraryRetireCommand extends LibraryEntryCommand {

    @Option(
            names = "--why",
            paramLabel = "TEXT",
            required = true,
            descriptionKey = "cli.library.whyOption")
    private @Nullable String why;

    public LibraryRetireCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    @Override
    LibraryEntry change(Library library, PackageKey wanted) {
        return library.retire(wanted, require(why));
    }
}
