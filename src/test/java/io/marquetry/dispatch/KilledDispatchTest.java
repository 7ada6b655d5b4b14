package io.marquetry.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.ChildJvm;
import io.marquetry.dispatch.send.Progress;
import io.marquetry.store.dispatch.H2DispatchFiles;
import io.marquetry.store.dispatch.H2Reach;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/** A process killed at any moment sends nobody twice and loses nobody. */
class KilledDispatchTest {

    private static final int PEOPLE = 1_500;

    /** How often each is killed where there is time. */
    private static final int OFTEN = Integer.getInteger("marquetry.kills", 1_000);

    @TempDir Path folder;

    @Test
    void withKeysNobodyIsSentTwiceOrLostOrUnknown() throws IOException, InterruptedException {
        kill("keys", 1);
    }

    @Test
    void withoutKeysNobodyIsSentTwiceAndUnknownAreAtMostTheOpenClaims()
            throws IOException, InterruptedException {
        kill("none", 1);
    }

    @ParameterizedTest
    @EnumSource(names = {"FILE", "MAIL", "SMPP"})
    void overNoChannelIsAnybodySentTwiceOrLost(OutsideProvider.Kind kind)
            throws IOException, InterruptedException {
        killOver(kind, 1);
    }

    @Test
    void listsOpenWhereverTheProgramWasKilledWhileItMadeThem()
            throws IOException, InterruptedException {
        killWhileMakingLists(2);
    }

    @Test
    @Tag("reliability")
    void listsOpenAfterAHundredKillsWhileTheyAreMade() throws IOException, InterruptedException {
        killWhileMakingLists(100);
    }

    private void killWhileMakingLists(int times) throws IOException, InterruptedException {
        Random random = new Random();
        int made = 0;
        for (int i = 0; i < times; i++) {
            Path lists = Files.createDirectories(folder.resolve("lists" + i));
            ChildJvm child = ChildJvm.start(ListingChild.class, "make", lists);
            assertThat(child.line()).isEqualTo("begun");
            child.killAfter(random.nextInt(1, 1_500));
            try (Stream<Path> workspaces = Files.list(lists)) {
                for (Path workspace : workspaces.toList()) {
                    try (H2Reach reach = new H2Reach(workspace)) {
                        assertThat(reach.suppressions()).isEmpty();
                        made++;
                    }
                }
            }
        }
        System.out.printf("lists: %d kills, %d made, all open%n", times, made);
    }

    @ParameterizedTest
    @EnumSource
    @Tag("reliability")
    void aThousandKillsForEachChannel(OutsideProvider.Kind kind)
            throws IOException, InterruptedException {
        killOver(kind, OFTEN);
    }

    @Test
    @Tag("reliability")
    void aThousandKillsForEachKind() throws IOException, InterruptedException {
        kill("keys", OFTEN);
        kill("none", OFTEN);
        kill("look", OFTEN);
    }

    private void kill(String kind, int times) throws IOException, InterruptedException {
        kill(
                kind,
                times,
                PEOPLE,
                (workspace, from) -> {
                    Map<String, Integer> taken = new HashMap<>();
                    from.run();
                    for (String line : Files.readAllLines(workspace.resolve("ledger.txt"))) {
                        taken.merge(line, 1, Integer::sum);
                    }
                    return taken;
                },
                kind.equals("none"));
    }

    private void killOver(OutsideProvider.Kind kind, int times)
            throws IOException, InterruptedException {
        kill(
                kind.name(),
                times,
                PEOPLE,
                (workspace, from) -> {
                    try (OutsideProvider provider =
                            new OutsideProvider(kind, workspace, Map.of())) {
                        from.run();
                        return provider.taken();
                    }
                },
                kind.mayBeUnknown());
    }

    /** Waits for those who send, and says how often each message was taken. */
    private interface Provider {
        Map<String, Integer> taken(Path workspace, Sending from)
                throws IOException, InterruptedException;
    }

    /** Sends until all is done. */
    private interface Sending {
        void run() throws IOException, InterruptedException;
    }

    private void kill(String kind, int times, int people, Provider provider, boolean mayBeUnknown)
            throws IOException, InterruptedException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        int killed = 0;
        long unknown = 0;
        for (int round = 0; killed < times; round++) {
            Path workspace = Files.createDirectories(folder.resolve(kind + round));
            H2DispatchFiles files = FrozenExample.freeze(workspace, people, Instant.now());
            int most = Math.min(times - killed, 25);
            int[] here = {0};
            Map<String, Integer> taken =
                    provider.taken(
                            workspace,
                            () -> here[0] = killUntilDone(kind, workspace, random, most));
            killed += here[0];
            Told told = new Told(kind, people, seed, taken);
            unknown += check(told, files, mayBeUnknown ? 2 * 64L * here[0] : 0L);
        }
        System.out.printf(
                "%s: %d kills, 0 twice, 0 lost, %d unknown, seed %d%n",
                kind, killed, unknown, seed);
    }

    private static int killUntilDone(String kind, Path workspace, Random random, int most)
            throws IOException, InterruptedException {
        int killed = 0;
        boolean done = false;
        while (!done) {
            ChildJvm child = ChildJvm.start(SendingChild.class, kind, workspace);
            assertThat(child.line()).isEqualTo("begun");
            if (killed < most) {
                // Mostly while messages are on their way, however long that takes to begin.
                boolean waits = random.nextInt(8) > 0;
                String line = waits ? String.valueOf(child.line()) : "";
                List<String> rest = child.killAfter(random.nextInt(0, waits ? 120 : 1_000));
                done = line.equals("done") || rest.contains("done");
                killed++;
            } else {
                String line = String.valueOf(child.line());
                done = line.equals("done") || String.valueOf(child.line()).equals("done");
                child.killAfter(0);
            }
        }
        return killed;
    }

    /** What a provider took. */
    private static final class Told {
        private final String kind;
        private final int people;
        private final long seed;
        private final Map<String, Integer> taken;

        Told(String kind, int people, long seed, Map<String, Integer> taken) {
            this.kind = kind;
            this.people = people;
            this.seed = seed;
            this.taken = taken;
        }
    }

    private static long check(Told told, H2DispatchFiles files, long mostUnknown) {
        try (DispatchFile file = files.open(FrozenExample.ID)) {
            Progress progress = Progress.read(file);
            Map<RecipientState, Long> counts = progress.counts(DispatchState.DONE);
            MessageKey keys = new MessageKey("salt", FrozenExample.ID, ChannelKind.PUSH);
            for (int ordinal = 0; ordinal < told.people; ordinal++) {
                int times = told.taken.getOrDefault(keys.of(ordinal), 0);
                String who = told.kind + ' ' + ordinal + ", seed " + told.seed;
                Optional<RecipientState> state = progress.state(ordinal);
                assertThat(times).as("times of %s %s", who, state).isLessThanOrEqualTo(1);
                if (state.isEmpty()) {
                    assertThat(times).as("held out: %s", who).isZero();
                } else if (state.get() == RecipientState.SENT) {
                    assertThat(times).as("lost: %s", who).isOne();
                } else if (state.get() == RecipientState.FAILED) {
                    // Only the demonstration refuses.
                    assertThat(told.kind).isEqualTo("DEMO");
                    assertThat(times).as("refused: %s", who).isZero();
                } else {
                    assertThat(state).as(who).contains(RecipientState.UNKNOWN);
                }
            }
            assertThat(counts.values().stream().mapToLong(n -> n).sum())
                    .isEqualTo(told.people - told.people / 10);
            long unknown = counts.get(RecipientState.UNKNOWN);
            assertThat(unknown).isLessThanOrEqualTo(mostUnknown);
            return unknown;
        }
    }
}
