package io.marquetry.store.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.base.Problem;
import io.marquetry.pack.Drafts;
import io.marquetry.store.Examples;
import io.marquetry.store.Store;
import io.marquetry.store.StoreProblems;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

class BackupTest {

    @TempDir Path folder;

    private final AtomicLong seconds = new AtomicLong();
    private final InstantSource clock =
            () -> Instant.ofEpochSecond(1_790_000_000 + seconds.incrementAndGet());

    @Test
    void aCloseAfterASaveLeavesABackup() {
        save(1);
        assertThat(recovery().backups()).hasSize(1);
        assertThat(recovery().backups().getFirst().generation()).isEqualTo(1);
    }

    @Test
    void aCloseWithoutASaveLeavesNone() {
        open().close();
        open().close();
        assertThat(recovery().backups()).isEmpty();
    }

    @Test
    void theNewestFiveOfADayAreKept() {
        for (int i = 1; i <= 7; i++) {
            save(i);
        }
        assertThat(generations()).containsExactly(7L, 6L, 5L, 4L, 3L);
    }

    @Test
    void aRestoreSetsLaterBackupsAsideAndWorkIsBackedUpAgain() {
        for (int i = 1; i <= 6; i++) {
            save(i);
        }
        restoreSave(3);
        assertThat(recovery().backups().stream().filter(b -> !b.isAside()))
                .extracting(Backup::generation)
                .containsExactly(3L, 2L);
        assertThat(recovery().backups().stream().filter(Backup::isAside))
                .extracting(Backup::generation)
                .containsExactly(6L, 5L, 4L);
        for (int i = 40; i <= 60; i += 10) {
            save(i);
        }
        assertThat(recovery().backups().stream().filter(b -> !b.isAside()))
                .extracting(Backup::generation)
                .containsExactly(6L, 5L, 4L, 3L, 2L);
        restore(recovery().backups().getFirst());
        assertThat(saved()).isEqualTo("60");
    }

    @Test
    void whatWasSetAsideCanBeBroughtBack() {
        for (int i = 1; i <= 4; i++) {
            save(i);
        }
        restoreSave(2);
        save(30);
        Backup fourth =
                recovery().backups().stream()
                        .filter(b -> b.isAside() && b.generation() == 4)
                        .findFirst()
                        .orElseThrow();
        restore(fourth);
        assertThat(saved()).isEqualTo("4");
        assertThat(recovery().backups().stream().filter(b -> !b.isAside()))
                .extracting(Backup::generation)
                .containsExactly(4L, 3L, 2L, 1L);
        assertThat(recovery().backups().stream().filter(Backup::isAside))
                .extracting(Backup::generation)
                .containsExactly(3L);
    }

    @Test
    void anotherStateWithAsManySavesIsBackedUp() throws IOException {
        save(1);
        save(2);
        // As a program left it that did not set backups aside.
        Path old = folder.resolve("backups/workspace-20260101T000000Z-3.zip");
        Files.copy(recovery().backups().getFirst().file(), old);
        save(3);
        restore(recovery().backups().getFirst());
        assertThat(saved()).isEqualTo("3");
    }

    @Test
    void aClockThatWasSetBackCostsNoBackup() {
        for (int i = 1; i <= 5; i++) {
            save(i);
        }
        seconds.set(-Duration.ofDays(2_000).toSeconds());
        save(6);
        save(7);
        assertThat(generations()).containsSubsequence(7L, 6L, 5L);
        List<Problem> told = new ArrayList<>();
        try (Store workspace = open()) {
            workspace.warnings().follow(told::add);
        }
        assertThat(told).extracting(Problem::key).containsExactly("problem.clock.behind");
        assertThat(StoreProblems.sentence(told.getFirst())).contains("clock");
    }

    @Test
    void aFailedBackupIsTold() throws IOException {
        List<Problem> told = new ArrayList<>();
        try (Store workspace = open()) {
            workspace.warnings().follow(told::add);
            Files.delete(folder.resolve("backups"));
            Files.writeString(folder.resolve("backups"), "in the way");
            workspace.settings().put("n", "1");
        }
        assertThat(told).extracting(Problem::key).containsExactly("problem.backup.failed");
        Files.delete(folder.resolve("backups"));
        assertThat(saved()).isEqualTo("1");
    }

    @Test
    void manySavesAreBackedUpWhileOpen() {
        Upkeep often = new Upkeep(3, Long.MAX_VALUE);
        try (Store workspace = Store.open(folder, clock, often)) {
            for (int i = 0; i < 7; i++) {
                workspace.settings().put("n", "" + i);
            }
            assertThat(recovery().backups()).extracting(Backup::generation).containsExactly(6L, 3L);
        }
    }

    @Test
    void aBackupBringsItsStateBackAndKeepsTheDamagedFile() throws IOException {
        save(1);
        save(2);
        Path database = WorkspaceFiles.in(folder).database();
        Files.writeString(database, "garbage");
        Problem problem = StoreProblems.problem(this::open);
        Backup newest = recovery().backups().getFirst();
        assertThat(StoreProblems.sentence(problem)).contains(newest.name());

        Path aside = recovery().restore(newest.name()).orElseThrow();
        assertThat(aside).hasContent("garbage");
        try (Store workspace = open()) {
            assertThat(workspace.settings().get("n")).contains("2");
        }
        recovery().restore(recovery().backups().getLast().name());
        try (Store workspace = open()) {
            assertThat(workspace.settings().get("n")).contains("1");
        }
    }

    @Test
    void aLostMarkerIsMadeAgain() throws IOException {
        save(1);
        Files.delete(WorkspaceFiles.in(folder).marker());
        recovery().restore(recovery().backups().getFirst().name());
        try (Store workspace = open()) {
            assertThat(workspace.settings().get("n")).contains("1");
        }
    }

    @Test
    void aDamagedBackupIsRefusedAndNothingChanges() throws IOException {
        save(1);
        Backup backup = recovery().backups().getFirst();
        byte[] good = Files.readAllBytes(backup.file());
        byte[] bad = good;
        for (int at = good.length / 2; isUnpackedAlike(bad, good); at++) {
            bad = good.clone();
            bad[at] ^= 4;
        }
        for (byte[] content : List.of(bad, new byte[0], Arrays.copyOf(good, 900))) {
            Files.write(backup.file(), content);
            assertThat(StoreProblems.problem(() -> recovery().restore(backup.name())).key())
                    .isEqualTo("problem.backup.damaged");
            try (Store workspace = open()) {
                assertThat(workspace.settings().get("n")).contains("1");
            }
        }
    }

    /** A packed run of zeros may be told in several ways: not every changed bit is a damage. */
    private static boolean isUnpackedAlike(byte[] one, byte[] other) throws IOException {
        try {
            return Arrays.equals(unpacked(one), unpacked(other));
        } catch (ZipException | EOFException e) {
            return false;
        }
    }

    private static byte[] unpacked(byte[] packed) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(packed))) {
            while (in.getNextEntry() != null) {
                in.transferTo(all);
            }
        }
        return all.toByteArray();
    }

    @Test
    void anUnknownBackupAndAnOpenWorkspaceAreRefused() {
        save(1);
        assertThat(StoreProblems.problem(() -> recovery().restore("../x.zip")).key())
                .isEqualTo("problem.backup.unknown");
        String name = recovery().backups().getFirst().name();
        try (Store workspace = open()) {
            assertThat(StoreProblems.problem(() -> recovery().restore(name)).key())
                    .isEqualTo("problem.workspace.openHere");
            assertThat(workspace.settings().get("n")).contains("1");
        }
    }

    @Test
    void aGrownFileIsWrittenAnewWhenItIsClosed() throws IOException {
        Upkeep tidy = new Upkeep(1_000, 200_000);
        Path database = WorkspaceFiles.in(folder).database();
        long grown;
        try (Store workspace = Store.open(folder, clock, tidy)) {
            for (int i = 0; i < 60; i++) {
                Drafts.put(workspace.packages(), Examples.everyEdit());
                workspace.settings().put("n", "" + i);
            }
            Examples.finish(workspace.packages(), 1);
            grown = Files.size(database);
        }
        assertThat(grown).isGreaterThan(200_000);
        assertThat(Files.size(database)).isLessThan(grown / 2);
        try (Store workspace = open()) {
            assertThat(workspace.settings().get("n")).contains("59");
            assertThat(workspace.packages().versions(Examples.SPRING))
                    .containsExactly(Examples.version(Examples.SPRING, 1));
            assertThat(workspace.packages().draft(Examples.SPRING).orElseThrow().current())
                    .isEqualTo(Examples.everyEdit().current());
            workspace.settings().put("n", "more");
        }
    }

    private List<Long> generations() {
        return recovery().backups().stream().map(Backup::generation).toList();
    }

    private void restoreSave(long generation) {
        restore(
                recovery().backups().stream()
                        .filter(b -> b.generation() == generation)
                        .findFirst()
                        .orElseThrow());
    }

    private void restore(Backup backup) {
        recovery().restore(backup.name());
    }

    private String saved() {
        try (Store workspace = open()) {
            return workspace.settings().get("n").orElseThrow();
        }
    }

    private void save(int n) {
        try (Store workspace = open()) {
            workspace.settings().put("n", "" + n);
        }
    }

    private Store open() {
        return Store.open(folder, clock);
    }

    private WorkspaceRecovery recovery() {
        return new WorkspaceRecovery(folder, clock);
    }
}
