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

import java.util.Map;

/** {@code source remove}: forgets a source that nothing stands on. */
@Command(name = "remove")
public final class SourceRemoveCommand extends WorkspaceCommand {

    @Parameters(index = "0", paramLabel = "NAME", descriptionKey = "cli.source.one")
    private @Nullable String name;

    public SourceRemoveCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    @Override
    protected int run(Workspace workspace, CommandOutput output) {
        ProfileSource source = SourceChoice.named(workspace.sources(), require(name));
        workspace
                .sources()
                .remove(source.name())
                .ifPresent(left -> output.remark(texts().sentence(left)));
        if (output.isJson()) {
            output.json(Map.of("removed", source.name().value()));
        } else {
            output.remark(texts().get("cli.source.removed", source.name().value()));
        }
        return 0;
    }
}
