package io.marquetry.store.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.base.ProblemException;
import io.marquetry.pack.Drafts;
import io.marquetry.store.Examples;
import io.marquetry.store.Store;
import io.marquetry.store.StoreProblems;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** A power cut at any time loses nothing that was acknowledged; the seed of a failure is told. */
class PowerCutTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Examples.NOON);
    private static final int SAVES = 12;

    @TempDir Path temporary;

    /** A disk at one moment, and the last save that was acknowledged before. */
    private static final class Cut {

        private final byte[] database;
        private final byte[] seal;
        private final int acknowledged;

        Cut(byte[] database, byte[] seal, int acknowledged) {
            this.database = database;
            this.seal = seal;
            this.acknowledged = acknowledged;
        }
    }

    @Test
    void aFewCutsLoseNothing() throws IOException {
        survive(new Random().nextLong(), 24);
    }

    @Test
    @Tag("reliability")
    void fiveHundredCutsLoseNothing() throws IOException {
        long seed = new Random().nextLong();
        for (int round = 0; round < 5; round++) {
            survive(seed + round, 100);
        }
    }

    /** Whatever of the closing's writes is on the disk: the last save is there. */
    @Test
    void noCutWhileClosingHidesASave() throws IOException {
        Path folder = Files.createTempDirectory(temporary, "cut");
        Store.open(folder, CLOCK).close();
        WorkspaceFiles files = WorkspaceFiles.in(folder);
        List<Cut> cuts = new ArrayList<>();
        boolean[] closing = {false};
        try (CutDisk.Watched watched =
                new CutDisk.Watched(
                        "workspace.mv.db",
                        Files.readAllBytes(files.database()),
                        disk -> {
                            if (closing[0]) {
                                byte[] seal = read(files.seal());
                                disk.eachCut()
                                        .forEach(image -> cuts.add(new Cut(image, seal, SAVES)));
                            }
                        })) {
            Store workspace = Store.open(folder, CLOCK);
            for (int i = 0; i <= SAVES; i++) {
                workspace.settings().put("n", "" + i);
                if (i % 4 == 0) {
                    Drafts.put(workspace.packages(), Examples.everyEdit());
                }
            }
            closing[0] = true;
            workspace.close();
            byte[] seal = read(files.seal());
            watched.eachCut().forEach(image -> cuts.add(new Cut(image, seal, SAVES)));
        }
        for (int i = 0; i < cuts.size(); i++) {
            assertWhole(files, cuts.get(i), 0, i);
        }
        System.out.printf("%d cuts while closing%n", cuts.size());
    }

    private void survive(long seed, int cuts) throws IOException {
        Random random = new Random(seed);
        Path folder = Files.createTempDirectory(temporary, "cut");
        Store.open(folder, CLOCK).close();
        WorkspaceFiles files = WorkspaceFiles.in(folder);
        List<Cut> all = cutAtEachStep(files, random);
        assertThat(all).hasSizeGreaterThan(3 * SAVES);
        for (int i = 0; i < cuts; i++) {
            Cut cut = all.get(random.nextInt(all.size()));
            assertWhole(files, cut, seed, i);
        }
        System.out.printf("%d power cuts of %d steps, seed %d%n", cuts, all.size(), seed);
    }

    private List<Cut> cutAtEachStep(WorkspaceFiles files, Random random) throws IOException {
        List<Cut> cuts = new ArrayList<>();
        int[] acknowledged = {-1};
        byte[][] sealBefore = {new byte[0]};
        try (CutDisk.Watched watched =
                new CutDisk.Watched(
                        "workspace.mv.db",
                        Files.readAllBytes(files.database()),
                        disk -> {
                            byte[] seal = read(files.seal());
                            cuts.add(new Cut(disk.cut(random), seal, acknowledged[0]));
                        })) {
            try (Store workspace = Store.open(files.folder(), CLOCK)) {
                sealBefore[0] = Files.readAllBytes(files.seal());
                for (int i = 0; i < SAVES; i++) {
                    workspace.settings().put("n", "" + i);
                    if (i % 4 == 0) {
                        Drafts.put(workspace.packages(), Examples.everyEdit());
                    }
                    byte[] seal = Files.readAllBytes(files.seal());
                    cuts.add(
                            new Cut(
                                    watched.cut(random),
                                    torn(sealBefore[0], seal, random),
                                    acknowledged[0]));
                    sealBefore[0] = seal;
                    acknowledged[0] = i;
                }
            }
        }
        return cuts;
    }

    private void assertWhole(WorkspaceFiles files, Cut cut, long seed, int number)
            throws IOException {
        WorkspaceFiles copy = WorkspaceFiles.in(Files.createTempDirectory(temporary, "after"));
        Files.copy(files.marker(), copy.marker());
        Files.write(copy.database(), cut.database);
        Files.write(copy.seal(), cut.seal);
        String place = "seed %d, cut %d".formatted(seed, number);
        try (Store workspace = Store.open(copy.folder(), CLOCK)) {
            int found = workspace.settings().get("n").map(Integer::parseInt).orElse(-1);
            assertThat(found).as(place).isGreaterThanOrEqualTo(cut.acknowledged);
            workspace.settings().put("n", "more");
        } catch (ProblemException e) {
            throw new AssertionError(place + ": " + StoreProblems.sentence(e.problem()), e);
        }
        try (Stream<Path> left = Files.list(copy.folder())) {
            assertThat(left.filter(path -> path.toString().contains("unfinished")))
                    .as(place)
                    .isEmpty();
        }
    }

    /** Returns a seal file of which each sector is as before or as after. */
    private static byte[] torn(byte[] before, byte[] after, Random random) {
        byte[] torn = after.clone();
        for (int at = 0; at < torn.length; at += 512) {
            if (random.nextBoolean()) {
                System.arraycopy(before, at, torn, at, Math.min(512, torn.length - at));
            }
        }
        return torn;
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
