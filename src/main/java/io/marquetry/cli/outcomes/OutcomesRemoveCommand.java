package io.marquetry.cli.outcomes;

import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.common.WorkspaceCommand;
import io.marquetry.effect.OutcomeName;
import io.marquetry.workspace.Workspace;
import io.marquetry.workspace.WorkspaceOpener;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code outcomes remove}: forgets outcomes. */
@Command(name = "remove")
public final class OutcomesRemoveCommand extends WorkspaceCommand {

    @Parameters(index = "0", paramLabel = "NAME", descriptionKey = "cli.outcomes.remove")
    private @Nullable String name;

    public OutcomesRemoveCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    @Override
    protected int run(Workspace workspace, CommandOutput output) {
        if (name == null) {
            throw new IllegalStateException("picocli demands the name");
        }
        workspace.outcomes().intake().remove(OutcomeName.parse(name));
        output.remark(texts().get("cli.outcomes.removed", name));
        return 0;
    }
}
