package io.marquetry.cli.dispatch;

import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.common.TextTable;
import io.marquetry.cli.common.WorkspaceCommand;
import io.marquetry.dispatch.Account;
import io.marquetry.dispatch.channel.HttpAdapter;
import io.marquetry.dispatch.channel.mail.MailServer;
import io.marquetry.dispatch.channel.smpp.SmppServer;
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
                    place(account),
                    DispatchShown.number(texts(), account.perSecond()),
                    DispatchShown.number(texts(), account.keyLife().toMinutes()));
        }
        table.lines().forEach(output::line);
        return 0;
    }

    private static String place(Account account) {
        return switch (account.provider()) {
            case Account.Provider.Demonstration _ -> "–";
            case Account.Provider.FileDrop drop -> drop.folder();
            case Account.Provider.Webhook hook -> hook.url();
            case Account.Provider.HttpApi api -> HttpAdapter.read(api.document()).title();
            case Account.Provider.Smtp mail -> MailServer.read(mail.document()).host();
            case Account.Provider.Smpp centre -> SmppServer.read(centre.document()).host();
        };
    }

    static Map<String, Object> json(Account account) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", account.name());
        tree.put("channel", account.channel().name());
        tree.put("place", place(account));
        tree.put("perSecond", account.perSecond());
        tree.put("keyLifeMinutes", account.keyLife().toMinutes());
        tree.put("looksUp", account.looksUp());
        tree.put("price", account.price().orElse(null));
        return tree;
    }
}
