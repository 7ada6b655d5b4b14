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

/** {@code source refresh}: brings the entry of a source in step with its file. */
@Command(name = "refresh")
public final class SourceRefreshCommand extends WorkspaceCommand {

    @Parameters(index = "0", paramLabel = "NAME", descriptionKey = "cli.source.one")
    private @Nullable String name;

    public SourceRefreshCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    @Override
    protected int run(Workspace workspace, CommandOutput output) {
        ProfileSource before = SourceChoice.named(workspace.sources(), require(name));
        ProfileSource now = workspace.sources().refresh(before.name());
        if (output.isJson()) {
            output.json(SourceShown.json(now));
        } else {
            boolean same = before.fingerprint().equals(now.fingerprint());
            output.line(
                    texts().get(
                                    same ? "cli.source.unchanged" : "cli.source.refreshed",
                                    now.name().value(),
                                    now.profiles()));
        }
        return 0;
    }
}
