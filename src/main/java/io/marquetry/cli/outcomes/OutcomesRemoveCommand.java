package io.marquetry.cli.outcomes;

import static io.marquetry.cli.common.Filled.require;

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
        OutcomeName wanted = OutcomeName.parse(require(name));
        workspace.outcomes().intake().remove(wanted);
        output.remark(texts().get("cli.outcomes.removed", wanted.value()));
        return 0;
    }
}
