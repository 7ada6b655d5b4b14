package io.marquetry.cli.dispatch.account;

import static io.marquetry.cli.common.Filled.require;

import io.marquetry.base.Problem;
import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.common.PassphraseOptions;
import io.marquetry.cli.common.WorkspaceCommand;
import io.marquetry.dispatch.Account;
import io.marquetry.dispatch.ChannelKind;
import io.marquetry.dispatch.SecretPlace;
import io.marquetry.dispatch.desk.AccountText;
import io.marquetry.dispatch.desk.Accounts;
import io.marquetry.json.CanonicalJson;
import io.marquetry.json.StrictJson;
import io.marquetry.workspace.Workspace;
import io.marquetry.workspace.WorkspaceOpener;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** {@code account add}: a folder or an endpoint that takes messages. */
@Command(name = "add")
public final class AccountAddCommand extends WorkspaceCommand {

    @Parameters(index = "0", paramLabel = "NAME", descriptionKey = "cli.account.name")
    private @Nullable String name;

    @Option(
            names = "--channel",
            paramLabel = "CHANNEL",
            required = true,
            descriptionKey = "cli.account.channel")
    private @Nullable ChannelKind channel;

    @ArgGroup(multiplicity = "1")
    private @Nullable Where where;

    @Option(names = "--secret-file", paramLabel = "FILE", descriptionKey = "cli.account.secret")
    private @Nullable Path secret;

    @Option(names = "--rate", paramLabel = "N", descriptionKey = "cli.account.rate")
    private int rate = 100;

    @Option(names = "--key-life", paramLabel = "MINUTES", descriptionKey = "cli.account.keyLife")
    private int keyLife;

    @Option(names = "--price", paramLabel = "AMOUNT", descriptionKey = "cli.account.price")
    private @Nullable String price;

    @Option(names = "--keep-in-vault", descriptionKey = "cli.account.keepInVault")
    private boolean inVault;

    @Mixin private final PassphraseOptions passphrase = new PassphraseOptions();

    public AccountAddCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    @Override
    protected int run(Workspace workspace, CommandOutput output) {
        Account account =
                AccountText.account(
                        AccountText.name(require(name)),
                        require(channel),
                        provider(),
                        AccountText.rate(Integer.toString(rate)),
                        Duration.ofMinutes(Math.max(0, keyLife)),
                        AccountText.price(price == null ? "" : price));
        Accounts accounts = workspace.dispatches().accounts();
        Path file = secret;
        if (inVault && file != null) {
            accounts.secrets().unlock(passphrase.read(texts()));
            accounts.add(account, text(file));
        } else {
            accounts.add(account);
        }
        output.remark(texts().get("cli.account.added", account.name()));
        return 0;
    }

    private Account.Provider provider() {
        Where wanted = require(where);
        SecretPlace place =
                secret == null
                        ? new SecretPlace.None()
                        : new SecretPlace.InFile(secret.toAbsolutePath());
        if (wanted.folder != null) {
            return new Account.Provider.FileDrop(wanted.folder.toAbsolutePath().toString());
        }
        Account.Provider provider =
                wanted.adapter == null
                        ? new Account.Provider.Webhook(require(wanted.url), place)
                        : AccountText.described(
                                CanonicalJson.write(StrictJson.read(wanted.adapter)), place);
        boolean shares =
                switch (provider) {
                    case Account.Provider.Webhook _, Account.Provider.HttpApi _ -> true;
                    case Account.Provider.Demonstration _,
                            Account.Provider.FileDrop _,
                            Account.Provider.Smtp _,
                            Account.Provider.Smpp _ ->
                            false;
                };
        if (shares && secret == null) {
            throw Problem.of("problem.dispatch.noSecret").asException();
        }
        return provider;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw Problem.of("problem.file.unreadable", file.toString(), StrictJson.reason(e))
                    .asException(e);
        }
    }

    /** A folder, an endpoint, or a provider that a document describes. */
    static final class Where {
        @Option(names = "--folder", paramLabel = "DIR", descriptionKey = "cli.account.folder")
        private @Nullable Path folder;

        @Option(names = "--url", paramLabel = "URL", descriptionKey = "cli.account.url")
        private @Nullable String url;

        @Option(names = "--adapter", paramLabel = "FILE", descriptionKey = "cli.account.adapter")
        private @Nullable Path adapter;
    }
}
