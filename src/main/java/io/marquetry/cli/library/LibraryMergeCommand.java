package io.marquetry.cli.library;

import static io.marquetry.cli.common.Filled.require;

import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.common.WorkspaceCommand;
import io.marquetry.library.TemplateMerge;
import io.marquetry.library.TemplateUse;
import io.marquetry.pack.PackageKey;
import io.marquetry.workspace.Workspace;
import io.marquetry.workspace.WorkspaceOpener;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.Optional;

/** {@code library merge}: brings what changed in the template into a draft made from it. */
@Command(name = "merge")
public final class LibraryMergeCommand extends WorkspaceCommand {

    @Parameters(index = "0", paramLabel = "KEY", descriptionKey = "cli.package.keyOption")
    private @Nullable String key;

    @Option(names = "--take", paramLabel = "SIDE", descriptionKey = "cli.library.takeOption")
    private TemplateMerge.@Nullable Side side;

    public LibraryMergeCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    @Override
    protected int run(Workspace workspace, CommandOutput output) {
        TemplateUse use =
                workspace
                        .library()
                        .templates()
                        .merge(PackageKey.parse(require(key)), Optional.ofNullable(side));
        if (output.isJson()) {
            output.json(LibraryShown.use(use));
        } else {
            output.line(
                    texts().get(
                                    "cli.library.merged",
                                    use.key().value(),
                                    use.template().value(),
                                    use.version()));
        }
        return 0;
    }
}
