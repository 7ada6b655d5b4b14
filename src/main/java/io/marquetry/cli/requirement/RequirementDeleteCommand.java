package io.marquetry.cli.requirement;

import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.workspace.Workspace;
import io.marquetry.workspace.WorkspaceOpener;

import picocli.CommandLine.Command;

import java.util.Map;

/** {@code requirement delete}: removes a requirement; what was made of it stays. */
@Command(name = "delete")
public final class RequirementDeleteCommand extends OneRequirementCommand {

    public RequirementDeleteCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    @Override
    protected int run(Workspace workspace, CommandOutput output) {
        workspace.requirements().remove(key());
        if (output.isJson()) {
            output.json(Map.of("key", key().value()));
        } else {
            output.line(texts().get("cli.asset.deleted", key().value()));
        }
        return 0;
    }
}
