package io.marquetry.dispatch.desk;

import io.marquetry.base.CancelSignal;
import io.marquetry.base.Problem;
import io.marquetry.dispatch.Account;
import io.marquetry.dispatch.Arm;
import io.marquetry.dispatch.Dispatch;
import io.marquetry.dispatch.DispatchFile;
import io.marquetry.dispatch.MessageKey;
import io.marquetry.dispatch.Reach;
import io.marquetry.dispatch.Receipt;
import io.marquetry.dispatch.RecipientState;
import io.marquetry.dispatch.channel.Channel;
import io.marquetry.dispatch.channel.DemoChannel;
import io.marquetry.dispatch.send.Progress;
import io.marquetry.dispatch.send.Runner;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Opens the channel of a dispatch, sends, and fetches what the channel says later. */
public final class Runs {

    private final Path workspace;
    private final Reach reach;
    private final InstantSource clock;

    /**
     * Makes them for a workspace.
     *
     * @param workspace its folder
     */
    public Runs(Path workspace, Reach reach, InstantSource clock) {
        this.workspace = workspace;
        this.reach = reach;
        this.clock = clock;
    }

    /** Sends an open dispatch, and fetches its receipts. */
    Runner.Ended run(DispatchFile file, Runner.Listener listener, CancelSignal signal) {
        Account account = account(file.dispatch());
        try (Channel channel = channel(account)) {
            Runner runner = new Runner(file, account, channel, reach, clock, new SecureRandom());
            Runner.Ended ended = runner.run(listener, signal);
            remember(file);
            receipts(file, account, channel.receipts());
            return ended;
        }
    }

    private Account account(Dispatch dispatch) {
        return reach.accounts().stream()
                .filter(known -> known.name().equals(dispatch.account()))
                .filter(known -> known.channel() == dispatch.channel())
                .findFirst()
                .orElseThrow(
                        () ->
                                Problem.of("problem.dispatch.account", dispatch.account())
                                        .asException());
    }

    private Channel channel(Account account) {
        return switch (account.provider()) {
            case Account.Provider.Demonstration _ ->
                    new DemoChannel(
                            workspace.resolve("dispatches").resolve("demo-provider.txt"), clock);
        };
    }

    /** Counts whoever was sent to, or may have been, for the caps of later dispatches. */
    private void remember(DispatchFile file) {
        Progress progress = Progress.read(file);
        Map<Integer, String> people = new HashMap<>();
        file.recipients(
                person -> {
                    boolean counts =
                            progress.state(person.ordinal())
                                    .filter(
                                            state ->
                                                    state == RecipientState.SENT
                                                            || state == RecipientState.UNKNOWN)
                                    .isPresent();
                    if (counts) {
                        people.put(person.ordinal(), person.key());
                    }
                });
        reach.contacted(file.dispatch().id(), file.dispatch().channel(), clock.instant(), people);
    }

    private static void receipts(DispatchFile file, Account account, List<Channel.Told> told) {
        Dispatch dispatch = file.dispatch();
        MessageKey keys = new MessageKey(dispatch.salt(), dispatch.id(), dispatch.channel());
        Map<String, Integer> ordinals = new HashMap<>();
        file.recipients(
                person -> {
                    if (person.arm() == Arm.SEND) {
                        ordinals.put(keys.of(person.ordinal()), person.ordinal());
                    }
                });
        List<Receipt> receipts =
                told.stream()
                        .filter(one -> ordinals.containsKey(one.key()))
                        .map(
                                one ->
                                        new Receipt(
                                                one.eventId(),
                                                Objects.requireNonNull(ordinals.get(one.key())),
                                                one.kind(),
                                                one.at()))
                        .toList();
        file.receipts(account.name(), receipts);
    }
}
