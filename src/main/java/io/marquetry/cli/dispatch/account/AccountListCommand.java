package io.marquetry.cli.dispatch.account;

import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.common.TextTable;
import io.marquetry.cli.common.WorkspaceCommand;
import io.marquetry.dispatch.Account;
import io.marquetry.dispatch.desk.AccountText;
import io.marquetry.workspace.Workspace;
import io.marquetry.workspace.WorkspaceOpener;

import picocli.CommandLine.Command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code account list}: who takes messages, and what each guarantees. */
@Command(name = "list")
public final class AccountListCommand extends WorkspaceCommand {

    public AccountListCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    @Override
    protected int run(Workspace workspace, CommandOutput output) {
        List<Account> accounts = workspace.dispatches().reach().accounts();
        if (output.isJson()) {
            output.json(accounts.stream().map(AccountListCommand::json).toList());
            return 0;
        }
        TextTable table =
                new TextTable(
                        List.of(
                                texts().get("cli.account.column.name"),
                                texts().get("cli.account.column.channel"),
                                texts().get("cli.account.column.place"),
                                texts().get("cli.account.column.rate"),
                                texts().get("cli.account.column.keyLife")),
                        Set.of(3, 4));
        for (Account account : accounts) {
            table.add(
                    account.name(),
                    texts().get("dispatch.channel." + account.channel()),
                    AccountText.place(account),
                    texts().get("cli.number", account.perSecond()),
                    texts().get("cli.number", account.keyLife().toMinutes()));
        }
        table.lines().forEach(output::line);
        return 0;
    }

    static Map<String, Object> json(Account account) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", account.name());
        tree.put("channel", account.channel().name());
        tree.put("place", AccountText.place(account));
        tree.put("perSecond", account.perSecond());
        tree.put("keyLifeMinutes", account.keyLife().toMinutes());
        tree.put("looksUp", account.looksUp());
        tree.put("price", account.price().orElse(null));
        return tree;
    }
}
