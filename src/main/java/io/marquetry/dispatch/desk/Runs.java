package io.marquetry.dispatch.desk;

import io.marquetry.base.CancelSignal;
import io.marquetry.base.Problem;
import io.marquetry.dispatch.Account;
import io.marquetry.dispatch.Dispatch;
import io.marquetry.dispatch.DispatchFile;
import io.marquetry.dispatch.DispatchId;
import io.marquetry.dispatch.Reach;
import io.marquetry.dispatch.RecipientState;
import io.marquetry.dispatch.Route;
import io.marquetry.dispatch.channel.Channel;
import io.marquetry.dispatch.channel.DemoChannel;
import io.marquetry.dispatch.channel.FileDropChannel;
import io.marquetry.dispatch.channel.HttpAdapter;
import io.marquetry.dispatch.channel.HttpApiChannel;
import io.marquetry.dispatch.channel.Inbox;
import io.marquetry.dispatch.channel.WebhookChannel;
import io.marquetry.dispatch.channel.mail.MailServer;
import io.marquetry.dispatch.channel.mail.SmtpChannel;
import io.marquetry.dispatch.channel.smpp.SmppChannel;
import io.marquetry.dispatch.channel.smpp.SmppServer;
import io.marquetry.dispatch.send.Progress;
import io.marquetry.dispatch.send.ReceiptIntake;
import io.marquetry.dispatch.send.Runner;

import org.jspecify.annotations.Nullable;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Opens the channel of a dispatch, sends, and fetches what the channel says later. */
public final class Runs {

    private final Path workspace;
    private final Reach reach;
    private final Secrets secrets;
    private final ObjectionsNow objections;
    private final Inboxes inboxes;
    private final InstantSource clock;

    /**
     * Makes them for a workspace.
     *
     * @param workspace its folder
     * @param secrets finds the secrets of accounts
     * @param inboxes what the provider of an account brought by itself
     */
    public Runs(
            Path workspace,
            Reach reach,
            Secrets secrets,
            Function<String, Inbox> inboxes,
            ObjectionsNow objections,
            InstantSource clock) {
        this.workspace = workspace;
        this.reach = reach;
        this.secrets = secrets;
        this.inboxes = new Inboxes(reach, inboxes);
        this.objections = objections;
        this.clock = clock;
    }

    /** Returns what finds the secrets of accounts. */
    Secrets secrets() {
        return secrets;
    }

    /** Sends an open dispatch, and fetches its receipts. */
    Runner.Ended run(DispatchFile file, Running running, CancelSignal signal) {
        Dispatch dispatch = file.dispatch();
        try (Channels channels = new Channels(dispatch)) {
            Runner runner =
                    new Runner(
                            file,
                            channels.ways,
                            reach,
                            objections.of(dispatch),
                            clock,
                            new SecureRandom(),
                            running::brought);
            Runner.Ended ended = runner.run(running, signal);
            spare(file, ended instanceof Runner.Ended.Expired);
            receipts(file, running.brought());
            channels.receipts(file);
            return ended;
        }
    }

    /** Fetches the receipts of an open dispatch. Returns how many are new. */
    int receipts(DispatchFile file) {
        try (Channels channels = new Channels(file.dispatch())) {
            return channels.receipts(file);
        }
    }

    /** The channels of all accounts of a dispatch. */
    private final class Channels implements AutoCloseable {
        private final List<Runner.Way> ways = new ArrayList<>();

        Channels(Dispatch dispatch) {
            // Before any is opened: a dispatch whose account is gone opens none.
            List<Account> accounts =
                    dispatch.routes().stream().map(route -> account(route)).toList();
            try {
                for (int i = 0; i < accounts.size(); i++) {
                    Channel opened = channel(accounts.get(i), dispatch.id(), i);
                    ways.add(new Runner.Way(accounts.get(i), opened));
                }
            } catch (RuntimeException e) {
                close();
                throw e;
            }
        }

        int receipts(DispatchFile file) {
            ReceiptIntake intake = new ReceiptIntake(file, reach, clock);
            int added = 0;
            for (int i = 0; i < ways.size(); i++) {
                added += intake.take(ways.get(i).channel().receipts(), i).size();
            }
            return added;
        }

        /** Closes all, whatever one of them says. */
        @Override
        public void close() {
            @Nullable RuntimeException failed = null;
            for (Runner.Way way : ways) {
                try {
                    way.channel().close();
                } catch (RuntimeException e) {
                    failed = failed == null ? e : failed;
                }
            }
            if (failed != null) {
                throw failed;
            }
        }
    }

    private Account account(Route route) {
        return reach.accounts().stream()
                .filter(known -> known.name().equals(route.account()))
                .filter(known -> known.channel() == route.channel())
                .findFirst()
                .orElseThrow(
                        () ->
                                Problem.of("problem.dispatch.account", route.account())
                                        .asException());
    }

    /**
     * Opens the channel of one of the accounts of a dispatch.
     *
     * @param number which of them, from 0
     */
    Channel channel(Dispatch dispatch, int number) {
        return channel(account(dispatch.routes().get(number)), dispatch.id(), number);
    }

    private Channel channel(Account account, DispatchId id, int number) {
        return switch (account.provider()) {
            case Account.Provider.Demonstration _ ->
                    new DemoChannel(
                            workspace.resolve("dispatches").resolve("demo-provider.txt"), clock);
            case Account.Provider.FileDrop drop ->
                    new FileDropChannel(
                            Path.of(drop.folder()),
                            id,
                            number == 0 ? Optional.empty() : Optional.of(account.name()));
            case Account.Provider.Webhook hook ->
                    new WebhookChannel(hook.url(), secrets.read(account), clock);
            case Account.Provider.HttpApi api ->
                    new HttpApiChannel(
                            HttpAdapter.read(api.document()), secrets.read(account), clock);
            case Account.Provider.Smtp mail ->
                    new SmtpChannel(MailServer.read(mail.document()), secrets.read(account), clock);
            case Account.Provider.Smpp centre -> smpp(centre, account, secrets.read(account));
        };
    }

    private SmppChannel smpp(Account.Provider.Smpp centre, Account account, String secret) {
        return new SmppChannel(
                SmppServer.read(centre.document()), secret, clock, inboxes.of(account));
    }

    /**
     * Opens an account as a dispatch does, and signs in where that is needed; sends nothing.
     *
     * @param secret its own, wherever it lies
     * @throws io.marquetry.base.ProblemException if its folder, address or secret is none, or it
     *     lets nobody in
     */
    void greet(Account account, String secret) {
        switch (account.provider()) {
            case Account.Provider.Demonstration _ -> {}
            case Account.Provider.FileDrop drop -> {
                Path folder = Path.of(drop.folder());
                if (!Files.isDirectory(folder) || !Files.isWritable(folder)) {
                    throw Problem.of("problem.dispatch.folder", drop.folder()).asException();
                }
            }
            case Account.Provider.Webhook hook ->
                    new WebhookChannel(hook.url(), secret, clock).close();
            case Account.Provider.HttpApi api ->
                    new HttpApiChannel(HttpAdapter.read(api.document()), secret, clock).close();
            case Account.Provider.Smtp mail -> {
                try (SmtpChannel channel =
                        new SmtpChannel(MailServer.read(mail.document()), secret, clock)) {
                    channel.greet();
                }
            }
            case Account.Provider.Smpp centre -> {
                try (SmppChannel channel = smpp(centre, account, secret)) {
                    channel.greet();
                }
            }
        }
    }

    /**
     * Whoever surely got nothing does not count for the caps of other dispatches.
     *
     * @param over whether nobody will be tried again
     */
    void spare(DispatchFile file, boolean over) {
        Progress progress = Progress.read(file);
        List<Integer> spared = new ArrayList<>();
        Set<RecipientState> nothing =
                over
                        ? EnumSet.of(
                                RecipientState.FAILED,
                                RecipientState.LATE_EXCLUDED,
                                RecipientState.RETRY)
                        : EnumSet.of(RecipientState.FAILED, RecipientState.LATE_EXCLUDED);
        for (RecipientState state : nothing) {
            Arrays.stream(progress.in(state)).forEach(spared::add);
        }
        reach.spared(file.dispatch().id(), spared);
        if (over && file.dispatch().terms().coupons().isPresent()) {
            // Whoever was about to be sent to may know the code.
            List<Integer> unused =
                    Arrays.stream(progress.in(RecipientState.WAITING))
                            .filter(ordinal -> progress.claimOf(ordinal) == 0)
                            .boxed()
                            .toList();
            reach.coupons().release(file.dispatch().id(), unused);
        }
    }

    /** Takes what somebody brought of an open dispatch. Returns how many receipts are new. */
    int receipts(DispatchFile file, List<Channel.Told> told) {
        file.dispatch().routes().forEach(this::account);
        return new ReceiptIntake(file, reach, clock).take(told).size();
    }
}
