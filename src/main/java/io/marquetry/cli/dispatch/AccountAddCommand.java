package io.marquetry.cli.dispatch;

import static io.marquetry.cli.common.Filled.require;

import io.marquetry.base.Problem;
import io.marquetry.base.Texts;
import io.marquetry.cli.common.CommandOutput;
import io.marquetry.cli.common.WorkspaceCommand;
import io.marquetry.dispatch.Account;
import io.marquetry.dispatch.ChannelKind;
import io.marquetry.dispatch.channel.HttpAdapter;
import io.marquetry.dispatch.channel.mail.MailServer;
import io.marquetry.dispatch.channel.smpp.SmppServer;
import io.marquetry.json.CanonicalJson;
import io.marquetry.json.StrictJson;
import io.marquetry.workspace.Workspace;
import io.marquetry.workspace.WorkspaceOpener;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** {@code account add}: a folder or an endpoint that takes messages. */
@Command(name = "add")
public final class AccountAddCommand extends WorkspaceCommand {

    /** A file knows what stands in it for as long as it is there. */
    private static final Duration FOR_EVER = Duration.ofDays(3_650);

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
    private @Nullable BigDecimal price;

    public AccountAddCommand(WorkspaceOpener opener, Texts texts) {
        super(opener, texts);
    }

    @Override
    protected int run(Workspace workspace, CommandOutput output) {
        String called = require(name);
        if (!called.matches("[a-z][a-z0-9-]{0,31}") || called.equals(Account.DEMO.name())) {
            throw Problem.of("problem.dispatch.accountName", called).asException();
        }
        if (rate < 1 || rate > 100_000) {
            throw Problem.of("problem.dispatch.rate", rate).asException();
        }
        if (price != null && price.signum() < 0) {
            throw Problem.of("problem.dispatch.price", price.toPlainString()).asException();
        }
        Account account = account(called);
        workspace.dispatches().accounts().add(account);
        output.remark(texts().get("cli.account.added", called));
        return 0;
    }

    private Account account(String called) {
        Where wanted = require(where);
        if (wanted.folder != null) {
            String folder = wanted.folder.toAbsolutePath().toString();
            return account(called, new Account.Provider.FileDrop(folder), FOR_EVER, true);
        }
        Duration life = Duration.ofMinutes(Math.max(0, keyLife));
        if (wanted.adapter == null) {
            return account(called, hook(require(wanted.url)), life, false);
        }
        String document = document(wanted.adapter);
        if (document.contains(MailServer.FORMAT)) {
            MailServer.read(document);
            String password = secret == null ? "" : secret.toAbsolutePath().toString();
            return account(
                    called, new Account.Provider.Smtp(document, password), Duration.ZERO, false);
        }
        if (document.contains(SmppServer.FORMAT)) {
            SmppServer.read(document);
            String password = secret == null ? "" : secret.toAbsolutePath().toString();
            return account(
                    called, new Account.Provider.Smpp(document, password), Duration.ZERO, false);
        }
        HttpAdapter adapter = HttpAdapter.read(document);
        return account(
                called,
                new Account.Provider.HttpApi(document, secretFile()),
                life,
                adapter.lookUp().isPresent());
    }

    private Account account(
            String called, Account.Provider provider, Duration life, boolean looksUp) {
        return new Account(
                called,
                require(channel),
                provider,
                rate,
                life,
                looksUp,
                Optional.ofNullable(price));
    }

    private static String document(Path file) {
        return CanonicalJson.write(StrictJson.read(file));
    }

    private Account.Provider hook(String url) {
        return new Account.Provider.Webhook(url, secretFile());
    }

    private String secretFile() {
        Path file = secret;
        if (file == null) {
            throw Problem.of("problem.dispatch.noSecret").asException();
        }
        return file.toAbsolutePath().toString();
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
