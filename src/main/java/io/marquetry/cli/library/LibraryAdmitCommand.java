package io.marquetry.cli.library;

import io.marquetry.base.CancelSignal;
import io.marquetry.base.Texts;
import io.marquetry.library.Library;
import io.marquetry.library.LibraryEntry;
import io.marquetry.pack.PackageKey;
import io.marquetry.workspace.WorkspaceOpener;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code library admit}: admits an entry by the evidence of today. */
@Command(name = "admit")
public final class LibraryAdmitCommand extends LibraryEntryCommand {

    @Option(names = "--alone", descriptionKey = "cli.package.alone")
    private boolean alone;

    public LibraryAdmitCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    @Override
    LibraryEntry change(Library library, PackageKey wanted) {
        return library.admit(wanted, alone, new CancelSignal());
    }
}
