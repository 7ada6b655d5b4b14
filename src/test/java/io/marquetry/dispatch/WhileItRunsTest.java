package io.marquetry.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.ChildJvm;
import io.marquetry.base.CancelSignal;
import io.marquetry.dispatch.StateStep.Cause;
import io.marquetry.dispatch.channel.Answer;
import io.marquetry.dispatch.channel.Channel;
import io.marquetry.dispatch.channel.Message;
import io.marquetry.dispatch.send.Objections;
import io.marquetry.dispatch.send.Progress;
import io.marquetry.dispatch.send.Runner;
import io.marquetry.store.dispatch.H2DispatchFiles;
import io.marquetry.store.dispatch.H2Reach;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** What happens to a dispatch while it is being sent. */
class WhileItRunsTest {

    private static final int PEOPLE = 60;

    /** Claims of five, of which two are open at a time. */
    private static final Account SLOW = FrozenExample.account(0, false, 25);

    private static final Account WITH_KEYS = FrozenExample.account(3_600, false);

    @TempDir private Path folder;
    private Path workspace;
    private Instant now = ReadyToSend.NOW;
    private final List<Message> sent = new ArrayList<>();

    @BeforeEach
    void freeze() {
        workspace = folder.resolve("workspace");
        FrozenExample.freeze(workspace, PEOPLE, now);
    }

    /** Answers as it is told, and remembers all that it was given. */
    private record Asked(List<Message> sent, Function<Message, Answer> answers) implements Channel {

        @Override
        public synchronized Answer send(Message message) {
            sent.add(message);
            return answers.apply(message);
        }

        @Override
        public Optional<Answer> lookUp(String key) {
            return Optional.empty();
        }

        @Override
        public List<Told> receipts() {
            return List.of();
        }

        @Override
        public void close() {}
    }

    private Runner runner(
            DispatchFile file, H2Reach reach, Account account, Function<Message, Answer> answers) {
        return new Runner(
                file,
                account,
                new Asked(sent, answers),
                reach,
                Objections.NONE,
                () -> now,
                new Random(1));
    }

    private static Answer taken(Message message) {
        return new Answer.Taken("id-" + message.key());
    }

    @Test
    void whoeverTakesOverLeavesTheFirstNothingMoreToClaim() {
        H2DispatchFiles files = new H2DispatchFiles(workspace);
        try (H2Reach reach = new H2Reach(workspace);
                DispatchFile file = files.open(FrozenExample.ID)) {
            List<Long> others = new ArrayList<>();
            Runner.Ended ended =
                    runner(file, reach, SLOW, WhileItRunsTest::taken)
                            .run(
                                    progress -> {
                                        if (others.isEmpty()) {
                                            others.add(file.takeLease());
                                        }
                                    },
                                    new CancelSignal());
            assertThat(ended)
                    .isEqualTo(new Runner.Ended.Paused(Cause.LEASE_LOST, Optional.empty()));
            assertThat(sent).hasSize(10);
            List<Claim> claims = new ArrayList<>();
            file.claims(claims::add);
            assertThat(claims).hasSize(2).allMatch(claim -> claim.lease() < others.getFirst());
            assertThat(
                            runner(file, reach, SLOW, WhileItRunsTest::taken)
                                    .run(p -> {}, new CancelSignal()))
                    .isEqualTo(new Runner.Ended.Done());
            assertThat(sent).hasSize(54).doesNotHaveDuplicates();
            assertThat(Progress.read(file).count(RecipientState.UNKNOWN)).isEqualTo(10);
        }
        Invariants.hold(workspace);
    }

    /** The same key with other words would be another message, or refused. */
    @Test
    void eachTryIsTheSameMessageToTheSameAddress() {
        Map<String, Integer> tries = new HashMap<>();
        H2DispatchFiles files = new H2DispatchFiles(workspace);
        Runner.Ended ended;
        do {
            // Each time anew, as after a start.
            try (H2Reach reach = new H2Reach(workspace);
                    DispatchFile file = files.open(FrozenExample.ID)) {
                ended =
                        runner(
                                        file,
                                        reach,
                                        WITH_KEYS,
                                        message ->
                                                switch (tries.merge(
                                                        message.key(), 1, Integer::sum)) {
                                                    case 1 -> new Answer.Perhaps("cut");
                                                    case 2 ->
                                                            message.key().charAt(0) < '8'
                                                                    ? new Answer.Perhaps("cut")
                                                                    : taken(message);
                                                    default -> taken(message);
                                                })
                                .run(progress -> {}, new CancelSignal());
            }
            now = now.plus(Duration.ofMinutes(1));
            Invariants.hold(workspace);
        } while (ended instanceof Runner.Ended.Waiting);
        assertThat(ended).isEqualTo(new Runner.Ended.Done());
        assertThat(tries).hasSize(54).containsValue(2).containsValue(3);
        Map<String, Set<String>> said = new HashMap<>();
        for (Message message : sent) {
            said.computeIfAbsent(message.key(), key -> new HashSet<>())
                    .add(message.address() + '\n' + message.text());
        }
        assertThat(said.values()).allMatch(all -> all.size() == 1);
    }

    private void stopWhile(Function<H2Reach, Consumer<String>> stops) {
        H2DispatchFiles files = new H2DispatchFiles(workspace);
        try (H2Reach reach = new H2Reach(workspace);
                DispatchFile file = files.open(FrozenExample.ID)) {
            Consumer<String> stop = stops.apply(reach);
            Runner.Ended ended =
                    runner(
                                    file,
                                    reach,
                                    SLOW,
                                    message -> {
                                        if (sent.size() == 1) {
                                            stop.accept("address-57@example.com");
                                        }
                                        return taken(message);
                                    })
                            .run(progress -> {}, new CancelSignal());
            assertThat(ended).isEqualTo(new Runner.Ended.Done());
            assertThat(sent)
                    .hasSize(53)
                    .noneMatch(one -> one.address().equals("address-57@example.com"));
            assertThat(Progress.read(file).state(57)).contains(RecipientState.LATE_EXCLUDED);
        }
        Invariants.hold(workspace);
    }

    private List<Reach.Suppression> stop(String address) {
        return List.of(new Reach.Suppression(ChannelKind.PUSH, address, "unsubscribed", "T", now));
    }

    /** The list is in memory while it runs, and holds what was put on it a moment ago. */
    @Test
    void aStopHoldsForAllWhoWereNotClaimedYet() {
        stopWhile(reach -> address -> reach.suppress(stop(address)));
    }

    /** Taken off and put on again: what holds is what was said last. */
    @Test
    void aStopHoldsAlsoAfterItWasLiftedOnce() {
        stopWhile(
                reach -> {
                    reach.suppress(stop("address-57@example.com"));
                    reach.lift(ChannelKind.PUSH, "address-57@example.com", "R", now);
                    return address -> reach.suppress(stop(address));
                });
    }

    /**
     * While it runs no other program can write the list: it is told so, and nothing is lost in
     * silence. What it writes in a pause holds from the next claim on, in a program that had read
     * the list before, too.
     */
    @Test
    @SuppressWarnings("try") // Closed in between, so that another program can write it.
    void aStopFromAnotherProgramHoldsFromTheNextClaimOn() throws IOException, InterruptedException {
        H2DispatchFiles files = new H2DispatchFiles(workspace);
        try (H2Reach reach = new H2Reach(workspace)) {
            reach.suppress(stop("somebody@example.com"));
            assertThat(reach.suppressed(ChannelKind.PUSH).test("address-57@example.com")).isFalse();
            assertThat(
                            ChildJvm.start(StoppingChild.class, "address-57@example.com", workspace)
                                    .restOfLines())
                    .containsExactly("problem.workspace.io");
            reach.close();
            assertThat(
                            ChildJvm.start(StoppingChild.class, "address-57@example.com", workspace)
                                    .restOfLines())
                    .containsExactly("stopped");
            try (DispatchFile file = files.open(FrozenExample.ID)) {
                runner(file, reach, WITH_KEYS, WhileItRunsTest::taken)
                        .run(progress -> {}, new CancelSignal());
                assertThat(Progress.read(file).state(57)).contains(RecipientState.LATE_EXCLUDED);
            }
        }
        assertThat(sent).hasSize(53);
    }
}
