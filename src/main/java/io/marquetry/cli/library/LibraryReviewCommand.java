package io.marquetry.cli.library;

import io.marquetry.base.Texts;
import io.marquetry.library.Library;
import io.marquetry.library.LibraryEntry;
import io.marquetry.pack.PackageKey;
import io.marquetry.workspace.WorkspaceOpener;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code library review}: states that somebody looked at an entry again and keeps it. */
@Command(name = "review")
public final class LibraryReviewCommand extends LibraryEntryCommand {

    @Option(names = "--why", paramLabel = "TEXT", descriptionKey = "cli.library.foundOption")
    private String why = "";

    public LibraryReviewCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    @Override
    LibraryEntry change(Library library, PackageKey wanted) {
        return library.review(wanted, why);
    }
}
