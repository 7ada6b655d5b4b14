package io.marquetry.store.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.ChildJvm;
import io.marquetry.asset.Asset;
import io.marquetry.asset.Picture;
import io.marquetry.asset.PictureFile;
import io.marquetry.store.Examples;
import io.marquetry.store.Store;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Random;

/** A process killed at any moment loses nothing that it acknowledged. */
class SuddenEndTest {

    @TempDir Path folder;

    @Test
    void killedSavesAreAllThere() throws IOException, InterruptedException {
        kill("save", 3, 100, 1_500);
    }

    @Test
    void killedWhileOpeningAndClosingLosesNothing() throws IOException, InterruptedException {
        kill("cycle", 3, 20, 1_500);
    }

    @Test
    @Tag("reliability")
    void fortyKillsLoseNothing() throws IOException, InterruptedException {
        kill("save", 25, 50, 4_000);
        kill("cycle", 15, 20, 4_000);
    }

    @Test
    @Tag("reliability")
    void tenKillsAfterLongWorkLoseNothing() throws IOException, InterruptedException {
        for (int run = 0; run < 10; run++) {
            kill("save", 1, 76_000, 82_000);
        }
    }

    @Test
    void killedWhileAddingPicturesLeavesEachWholeOrNotThere()
            throws IOException, InterruptedException {
        for (int i = 0; i < 3; i++) {
            ChildJvm child = ChildJvm.start(SavingChild.class, "pictures", folder);
            int first = Integer.parseInt(String.valueOf(child.line()));
            List<String> more = child.killAfter(new Random().nextInt(50, 900));
            int acknowledged = more.isEmpty() ? first : Integer.parseInt(more.getLast());
            try (Store opened = Store.open(folder, Clock.systemUTC())) {
                var assets = opened.assets().assets();
                assertThat(assets.size()).isBetween(acknowledged, acknowledged + 1);
                for (Asset asset : assets.values()) {
                    Picture shown = asset.pictures().getFirst();
                    assertThat(opened.pictures().bytes(shown.sha256()))
                            .hasValueSatisfying(
                                    bytes ->
                                            assertThat(PictureFile.of("kept", bytes).picture())
                                                    .isEqualTo(shown));
                }
            }
        }
    }

    private void kill(String task, int times, int from, int to)
            throws IOException, InterruptedException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Path workspace = folder.resolve(task + seed);
        int saves = 0;
        for (int i = 0; i < times; i++) {
            ChildJvm child = ChildJvm.start(SavingChild.class, task, workspace);
            int acknowledged = Integer.parseInt(String.valueOf(child.line()));
            List<String> more = child.killAfter(random.nextInt(from, to));
            if (!more.isEmpty()) {
                acknowledged = Integer.parseInt(more.getLast());
            }
            try (Store opened = Store.open(workspace, Clock.systemUTC())) {
                int found = SavingChild.next(opened) - 1;
                saves = acknowledged;
                assertThat(found)
                        .as("%s: saves of run %d, seed %d", task, i, seed)
                        .isBetween(acknowledged, acknowledged + 1);
                assertThat(opened.packages().versions(Examples.SPRING))
                        .allSatisfy(
                                v ->
                                        assertThat(v)
                                                .isEqualTo(
                                                        Examples.version(
                                                                Examples.SPRING, v.number())));
            }
        }
        System.out.printf(
                "%s: %d kills, %d acknowledged saves all there, seed %d%n",
                task, times, saves, seed);
    }
}
