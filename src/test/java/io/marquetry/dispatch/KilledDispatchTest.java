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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/** A process killed at any moment sends nobody twice and loses nobody. */
class KilledDispatchTest {

    private static final int PEOPLE = 1_500;

    /** How many dispatches one process sends where it is killed often. */
    private static final int ABREAST = 8;

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

    @Test
    void overTwoAccountsNobodyIsSentTwiceOrLostOrUnknown()
            throws IOException, InterruptedException {
        kill("two", 4);
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
        kill("two", OFTEN);
    }

    private void kill(String kind, int times) throws IOException, InterruptedException {
        kill(kind, times, KilledDispatchTest::listOf, kind.equals("none"));
    }

    /** Reads how often a provider that is only a list took each message. */
    private static Provider listOf(Path workspace) {
        return new Provider() {
            @Override
            public Map<String, Integer> taken() throws IOException {
                Map<String, Integer> taken = new HashMap<>();
                for (String name : List.of("ledger.txt", "second.txt")) {
                    Path list = workspace.resolve(name);
                    for (String line :
                            Files.exists(list) ? Files.readAllLines(list) : List.<String>of()) {
                        taken.merge(line, 1, Integer::sum);
                    }
                }
                return taken;
            }

            @Override
            public void close() {}
        };
    }

    private void killOver(OutsideProvider.Kind kind, int times)
            throws IOException, InterruptedException {
        kill(
                kind.name(),
                times,
                workspace -> {
                    OutsideProvider outside = new OutsideProvider(kind, workspace, Map.of());
                    return new Provider() {
                        @Override
                        public Map<String, Integer> taken() throws IOException {
                            return outside.taken();
                        }

                        @Override
                        public void close() throws IOException {
                            outside.close();
                        }
                    };
                },
                kind.mayBeUnknown());
    }

    /** Whoever takes the messages of one workspace, and outlives those who send. */
    private interface Provider extends AutoCloseable {
        Map<String, Integer> taken() throws IOException;

        @Override
        void close() throws IOException;
    }

    /** Begins to take messages. */
    private interface Opening {
        Provider open(Path workspace) throws IOException, InterruptedException;
    }

    /**
     * Kills senders until a dispatch was killed so often in all. Where that is often, a process
     * sends several dispatches at once, each of a workspace of its own: most of the time of a kill
     * is that of starting a process.
     */
    private void kill(String kind, int times, Opening opening, boolean mayBeUnknown)
            throws IOException, InterruptedException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        int killed = 0;
        int processes = 0;
        long unknown = 0;
        for (int round = 0; killed < times; round++) {
            int dispatches = Math.min(ABREAST, times - killed);
            Path house = Files.createDirectories(folder.resolve(kind + round));
            List<H2DispatchFiles> files = new ArrayList<>();
            List<Provider> providers = new ArrayList<>();
            try {
                for (int i = 0; i < dispatches; i++) {
                    Path workspace = Files.createDirectories(house.resolve("d" + i));
                    files.add(
                            kind.equals("two")
                                    ? FrozenExample.freezeTwo(workspace, PEOPLE, Instant.now())
                                    : FrozenExample.freeze(workspace, PEOPLE, Instant.now()));
                    providers.add(opening.open(workspace));
                }
                int most = Math.min(25, Math.ceilDiv(times - killed, dispatches));
                Kills kills = killUntilDone(kind, house, random, most);
                killed += kills.dispatches;
                processes += kills.processes;
                for (int i = 0; i < dispatches; i++) {
                    Told told = new Told(kind, PEOPLE, seed, providers.get(i).taken());
                    unknown += check(told, files.get(i), mayBeUnknown ? 2L * 64 * most : 0L);
                }
            } finally {
                for (Provider provider : providers) {
                    provider.close();
                }
            }
        }
        System.out.printf(
                "%s: %d kills of a dispatch, %d of a process, 0 twice, 0 lost, %d unknown,"
                        + " seed %d%n",
                kind, killed, processes, unknown, seed);
    }

    /** How many dispatches were under way when their process was killed, and how many processes. */
    private static final class Kills {
        private int dispatches;
        private int processes;
    }

    private static Kills killUntilDone(String kind, Path house, Random random, int most)
            throws IOException, InterruptedException {
        Kills kills = new Kills();
        Set<String> open = new HashSet<>();
        try (Stream<Path> workspaces = Files.list(house)) {
            workspaces.forEach(workspace -> open.add(workspace.getFileName().toString()));
        }
        while (!open.isEmpty()) {
            ChildJvm child = ChildJvm.start(SendingChild.class, kind, house);
            assertThat(child.line()).isEqualTo("begun");
            if (kills.processes < most) {
                // Mostly while messages are on their way, however long that takes to begin.
                boolean waits = random.nextInt(8) > 0;
                int longest = waits ? 60 + 60 * open.size() : 1_000;
                if (waits) {
                    hear(child, open, "sending");
                }
                open.removeAll(done(child.killAfter(random.nextInt(longest))));
                kills.dispatches += open.size();
                kills.processes++;
            } else {
                while (!open.isEmpty()) {
                    hear(child, open, "done .*");
                }
                child.killAfter(0);
            }
        }
        return kills;
    }

    /** Listens until a line is as told or nothing is open any more. */
    private static void hear(ChildJvm child, Set<String> open, String told) throws IOException {
        boolean heard = false;
        while (!heard && !open.isEmpty()) {
            String line = String.valueOf(child.line());
            assertThat(line).matches("sending|done .*");
            open.removeAll(done(List.of(line)));
            heard = line.matches(told);
        }
    }

    private static List<String> done(List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith("done "))
                .map(l -> l.substring(5))
                .toList();
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
            MessageKey second = new MessageKey("salt", FrozenExample.ID, ChannelKind.MAIL);
            List<Recipient> people = new ArrayList<>();
            file.recipients(people::add);
            for (int ordinal = 0; ordinal < told.people; ordinal++) {
                boolean first = people.get(ordinal).route() == 0;
                String key = (first ? keys : second).of(ordinal);
                assertThat(told.taken).doesNotContainKey((first ? second : keys).of(ordinal));
                int times = told.taken.getOrDefault(key, 0);
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
