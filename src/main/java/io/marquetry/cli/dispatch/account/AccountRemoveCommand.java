package io.marquetry.cli.dispatch.account;

import static io.marquetry.cli.common.Filled.require;

import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.common.WorkspaceCommand;
import io.marquetry.workspace.Workspace;
import io.marquetry.workspace.WorkspaceOpener;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code account remove}: an account that nobody needs any more. */
@Command(name = "remove")
public final class AccountRemoveCommand extends WorkspaceCommand {

    @Parameters(index = "0", paramLabel = "NAME", descriptionKey = "cli.account.name")
    private @Nullable String name;

    public AccountRemoveCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    @Override
    protected int run(Workspace workspace, CommandOutput output) {
        workspace.dispatches().accounts().remove(require(name));
        output.remark(texts().get("cli.account.removed", require(name)));
        return 0;
    }
}
