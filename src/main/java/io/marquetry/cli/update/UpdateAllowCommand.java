package io.marquetry.cli.update;

import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.common.CommandTools;
import io.marquetry.cli.common.WorkspaceCommand;
import io.marquetry.workspace.Workspace;

import picocli.CommandLine.Command;

import java.util.Map;

/** {@code update allow} and {@code update forbid}: whether newer versions are looked for. */
@Command
public final class UpdateAllowCommand extends WorkspaceCommand {

    private final boolean allowed;

    UpdateAllowCommand(CommandTools tools, boolean allowed) {
        super(tools.opener(), tools.texts());
        this.allowed = allowed;
    }

    @Override
    protected int run(Workspace workspace, CommandOutput output) {
        workspace.updates().allow(allowed);
        if (output.isJson()) {
            output.json(Map.of("allowed", allowed));
        } else if (allowed) {
            output.line(texts().get("update.allowed", workspace.updates().address().toString()));
        } else {
            output.line(texts().get("update.forbidden"));
        }
        return 0;
    }
}
