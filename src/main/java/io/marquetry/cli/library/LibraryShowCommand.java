package io.marquetry.cli.library;

import static io.marquetry.cli.common.Filled.require;

import io.marquetry.base.CancelSignal;
import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.common.TrailsShown;
import io.marquetry.cli.common.WorkspaceCommand;
import io.marquetry.library.LibraryCard;
import io.marquetry.overview.Traced;
import io.marquetry.overview.Trail;
import io.marquetry.pack.PackageKey;
import io.marquetry.workspace.Workspace;
import io.marquetry.workspace.WorkspaceOpener;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import java.util.List;
import java.util.Map;

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
        List<Trail> trails =
                workspace.trails().of(new Traced.OfPackage(card.entry().key()), new CancelSignal());
        LibraryShown shown = new LibraryShown(texts());
        TrailsShown way = new TrailsShown(texts());
        if (output.isJson()) {
            Map<String, Object> tree = shown.card(card);
            tree.put("trail", way.json(trails));
            output.json(tree);
        } else {
            shown.lines(card).forEach(output::line);
            way.lines(trails, output);
        }
        return 0;
    }
}
