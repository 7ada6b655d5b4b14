package io.marquetry.store.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.ChildJvm;
import io.marquetry.launch.Wiring;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.SourcePlace;
import io.marquetry.store.Store;
import io.marquetry.workspace.Workspace;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Killed while it compacts, restores, upgrades, removes or writes: all is there, nothing is left.
 */
class KilledUpkeepTest {

    @TempDir Path temporary;

    @ParameterizedTest
    @ValueSource(strings = {"compact", "restore", "upgrade", "remove", "write"})
    void aKillLeavesAllThereAndNothingElse(String task) throws Exception {
        kill(task, 1);
    }

    @ParameterizedTest
    @Tag("reliability")
    @ValueSource(strings = {"compact", "restore", "upgrade", "remove", "write"})
    void sixtyKillsLeaveAllThereAndNothingElse(String task) throws Exception {
        kill(task, 60);
    }

    void kill(String task, int times) throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Path folder = temporary.resolve(task + seed);
        int halfway = 0;
        for (int i = 0; i < times; i++) {
            ChildJvm child = ChildJvm.start(UpkeepChild.class, task, folder);
            String first = String.valueOf(child.line());
            List<String> more = child.killAfter(random.nextInt(10, 1_500));
            String last = more.isEmpty() ? first : more.getLast();
            String place = "%s: kill %d, seed %d, said %s".formatted(task, i, seed, last);
            halfway += unfinished(folder).isEmpty() ? 0 : 1;
            switch (task) {
                case "compact", "restore" -> assertSaved(folder, Integer.parseInt(last), place);
                case "upgrade" -> assertSaved(folder.resolve(last), 7, place);
                case "remove" -> assertListedOrGone(folder, place);
                default -> assertWhole(folder.resolve("report.pdf"), place);
            }
        }
        System.out.printf(
                "%s: %d kills, %d of them in the middle of a file, seed %d%n",
                task, times, halfway, seed);
    }

    private static void assertSaved(Path folder, int acknowledged, String place)
            throws IOException {
        try (Store store = Store.open(folder, Clock.systemUTC())) {
            assertThat(store.settings().get("n").map(Integer::parseInt).orElse(0))
                    .as(place)
                    .isGreaterThanOrEqualTo(acknowledged);
        }
        assertNothingLeft(folder, place);
    }

    private static void assertListedOrGone(Path folder, String place) throws IOException {
        TreeSet<String> listed = new TreeSet<>();
        try (Workspace workspace = new Wiring(Clock.systemUTC()).open(folder)) {
            for (ProfileSource source : workspace.sources().list()) {
                if (source.place() instanceof SourcePlace.Sealed sealed) {
                    listed.add(sealed.fileName());
                }
            }
        }
        TreeSet<String> there = new TreeSet<>();
        try (Stream<Path> files = Files.list(folder.resolve("sources"))) {
            files.forEach(file -> there.add("sources/" + file.getFileName()));
        }
        assertThat(there).as(place).isEqualTo(listed);
        assertNothingLeft(folder, place);
    }

    private static void assertWhole(Path file, String place) throws IOException {
        byte[] content = Files.readAllBytes(file);
        assertThat(content).as(place).hasSize(UpkeepChild.LENGTH).containsOnly(content[0]);
    }

    private static void assertNothingLeft(Path folder, String place) throws IOException {
        assertThat(unfinished(folder)).as(place).isEmpty();
    }

    private static List<Path> unfinished(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(path -> path.toString().contains("unfinished")).toList();
        }
    }
}
