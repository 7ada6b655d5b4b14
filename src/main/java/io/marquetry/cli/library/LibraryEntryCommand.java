package io.marquetry.cli.library;

import static io.marquetry.cli.common.Filled.require;

import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.common.WorkspaceCommand;
import io.marquetry.library.Library;
import io.marquetry.library.LibraryEntry;
import io.marquetry.pack.PackageKey;
import io.marquetry.workspace.Workspace;
import io.marquetry.workspace.WorkspaceOpener;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Parameters;

/** A command that changes an entry of the library. */
abstract class LibraryEntryCommand extends WorkspaceCommand {

    @Parameters(index = "0", paramLabel = "KEY", descriptionKey = "cli.package.keyOption")
    private @Nullable String key;

    LibraryEntryCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    /** Changes it; returns what it says then. */
    abstract LibraryEntry change(Library library, PackageKey wanted);

    @Override
    protected final int run(Workspace workspace, CommandOutput output) {
        LibraryEntry entry = change(workspace.library(), PackageKey.parse(require(key)));
        if (output.isJson()) {
            output.json(new LibraryShown(texts()).entry(entry));
        } else {
            output.line(
                    texts().get(
                                    "cli.library.now",
                                    entry.key().value(),
                                    entry.version(),
                                    texts().sentence(entry.state().word()),
                                    entry.reviewOn().map(Object::toString).orElse("–")));
        }
        return 0;
    }
}
