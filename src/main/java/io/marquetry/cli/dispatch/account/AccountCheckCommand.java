package io.marquetry.cli.dispatch.account;

import static io.marquetry.cli.common.Filled.require;

import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.common.WorkspaceCommand;
import io.marquetry.dispatch.Account;
import io.marquetry.workspace.Workspace;
import io.marquetry.workspace.WorkspaceOpener;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code account check}: whether an account can be opened; sends nothing. */
@Command(name = "check")
public final class AccountCheckCommand extends WorkspaceCommand {

    @Parameters(index = "0", paramLabel = "NAME", descriptionKey = "cli.account.name")
    private @Nullable String name;

    public AccountCheckCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    @Override
    protected int run(Workspace workspace, CommandOutput output) {
        Account account = workspace.dispatches().accounts().check(require(name));
        if (output.isJson()) {
            output.json(AccountListCommand.json(account));
        } else {
            output.line(texts().get("cli.account.fine", account.name()));
        }
        return 0;
    }
}
