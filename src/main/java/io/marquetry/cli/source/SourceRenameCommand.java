package io.marquetry.cli.source;

import static io.marquetry.cli.common.Filled.require;

import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.common.WorkspaceCommand;
import io.marquetry.source.ProfileSource;
import io.marquetry.workspace.Workspace;
import io.marquetry.workspace.WorkspaceOpener;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code source rename}: calls a source otherwise; packages go on to address it. */
@Command(name = "rename")
public final class SourceRenameCommand extends WorkspaceCommand {

    @Parameters(index = "0", paramLabel = "NAME", descriptionKey = "cli.source.one")
    private @Nullable String name;

    @Parameters(index = "1", paramLabel = "TITLE", descriptionKey = "cli.source.newTitle")
    private @Nullable String title;

    public SourceRenameCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    @Override
    protected int run(Workspace workspace, CommandOutput output) {
        ProfileSource known = SourceChoice.named(workspace.sources(), require(name));
        ProfileSource now = workspace.sources().rename(known.name(), require(title));
        if (output.isJson()) {
            output.json(SourceShown.json(now));
        } else {
            output.line(texts().get("cli.source.renamed", now.name().value(), now.title()));
        }
        return 0;
    }
}
