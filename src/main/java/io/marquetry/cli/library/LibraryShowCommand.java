package io.marquetry.cli.library;

import static io.marquetry.cli.common.Filled.require;

import io.marquetry.base.CancelSignal;
import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.common.WorkspaceCommand;
import io.marquetry.library.LibraryCard;
import io.marquetry.pack.PackageKey;
import io.marquetry.workspace.Workspace;
import io.marquetry.workspace.WorkspaceOpener;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code library show}: an entry with its evidence, its parameters and what was made from it. */
@Command(name = "show")
public final class LibraryShowCommand extends WorkspaceCommand {

    @Parameters(index = "0", paramLabel = "KEY", descriptionKey = "cli.package.keyOption")
    private @Nullable String key;

    public LibraryShowCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    @Override
    protected int run(Workspace workspace, CommandOutput output) {
        LibraryCard card =
                workspace.library().card(PackageKey.parse(require(key)), new CancelSignal());
        LibraryShown shown = new LibraryShown(texts());
        if (output.isJson()) {
            output.json(shown.card(card));
        } else {
            shown.lines(card).forEach(output::line);
        }
        return 0;
    }
}
