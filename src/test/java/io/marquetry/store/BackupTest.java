package io.marquetry.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.base.Problem;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

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
    void theNewestFiveAreKept() {
        for (int i = 1; i <= 7; i++) {
            save(i);
        }
        assertThat(recovery().backups())
                .extracting(Backup::generation)
                .containsExactly(7L, 6L, 5L, 4L, 3L);
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
        byte[] bad = good.clone();
        bad[bad.length / 2] ^= 4;
        for (byte[] content : List.of(bad, new byte[0], java.util.Arrays.copyOf(good, 900))) {
            Files.write(backup.file(), content);
            assertThat(StoreProblems.problem(() -> recovery().restore(backup.name())).key())
                    .isEqualTo("problem.backup.damaged");
            try (Store workspace = open()) {
                assertThat(workspace.settings().get("n")).contains("1");
            }
        }
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
                workspace.packages().save(Examples.everyEdit());
                workspace.settings().put("n", "" + i);
            }
            workspace.packages().addVersion(Examples.version(Examples.SPRING, 1));
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
