package io.marquetry.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.ChildJvm;
import io.marquetry.dispatch.send.Progress;
import io.marquetry.store.dispatch.H2DispatchFiles;
import io.marquetry.store.dispatch.H2Reach;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/** A process killed at any moment sends nobody twice and loses nobody. */
class KilledDispatchTest {

    private static final int PEOPLE = 4_000;
    private static final int SENT_TO = PEOPLE - PEOPLE / 10;

    @TempDir Path folder;

    @Test
    void withKeysNobodyIsSentTwiceOrLostOrUnknown() throws IOException, InterruptedException {
        kill("keys", 4);
    }

    @Test
    void withoutKeysNobodyIsSentTwiceAndUnknownAreAtMostTheOpenClaims()
            throws IOException, InterruptedException {
        kill("none", 4);
    }

    @Test
    void withLookUpNobodyIsUnknown() throws IOException, InterruptedException {
        kill("look", 4);
    }

    @Test
    void listsOpenWhereverTheProgramWasKilledWhileItMadeThem()
            throws IOException, InterruptedException {
        killWhileMakingLists(5);
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

    @Test
    @Tag("reliability")
    void aThousandKillsForEachKind() throws IOException, InterruptedException {
        kill("keys", 1_000);
        kill("none", 1_000);
        kill("look", 1_000);
    }

    private void kill(String kind, int times) throws IOException, InterruptedException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        int killed = 0;
        int unknown = 0;
        for (int round = 0; killed < times; round++) {
            Path workspace = folder.resolve(kind + round);
            Files.createDirectories(workspace);
            H2DispatchFiles files = FrozenExample.freeze(workspace, PEOPLE, Instant.now());
            int killedHere = 0;
            boolean done = false;
            while (!done) {
                ChildJvm child = ChildJvm.start(SendingChild.class, kind, workspace);
                assertThat(child.line()).isEqualTo("begun");
                boolean again = killed < times && killedHere < 25;
                if (again) {
                    done = child.killAfter(random.nextInt(1, 500)).contains("done");
                    killed++;
                    killedHere++;
                } else {
                    done = child.line().equals("done");
                    child.killAfter(0);
                }
            }
            unknown += check(kind, files, workspace, killedHere, seed);
        }
        System.out.printf(
                "%s: %d kills, 0 twice, 0 lost, %d unknown, seed %d%n",
                kind, killed, unknown, seed);
    }

    private static int check(
            String kind, H2DispatchFiles files, Path workspace, int kills, long seed)
            throws IOException {
        Map<String, Integer> taken = new HashMap<>();
        for (String line : Files.readAllLines(workspace.resolve("ledger.txt"))) {
            taken.merge(line, 1, Integer::sum);
        }
        try (DispatchFile file = files.open(FrozenExample.ID)) {
            Progress progress = Progress.read(file);
            Map<RecipientState, Long> counts = progress.counts(DispatchState.DONE);
            MessageKey keys = new MessageKey("salt", FrozenExample.ID, ChannelKind.PUSH);
            for (int ordinal = 0; ordinal < PEOPLE; ordinal++) {
                int times = taken.getOrDefault(keys.of(ordinal), 0);
                int at = ordinal;
                progress.state(ordinal)
                        .ifPresentOrElse(
                                state -> {
                                    assertThat(times)
                                            .as("%s: times of %d, seed %d", state, at, seed)
                                            .isLessThanOrEqualTo(1);
                                    assertThat(state)
                                            .isIn(RecipientState.SENT, RecipientState.UNKNOWN);
                                    if (state == RecipientState.SENT) {
                                        assertThat(times).as("lost: %d, %d", at, seed).isOne();
                                    }
                                },
                                () -> assertThat(times).as("held out: %d", at).isZero());
            }
            assertThat(counts.values().stream().mapToLong(n -> n).sum()).isEqualTo(SENT_TO);
            long unknown = counts.get(RecipientState.UNKNOWN);
            assertThat(unknown).isLessThanOrEqualTo(kind.equals("none") ? 2 * 64L * kills : 0L);
            return (int) unknown;
        }
    }
}
