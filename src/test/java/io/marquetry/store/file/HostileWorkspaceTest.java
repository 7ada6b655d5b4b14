package io.marquetry.store.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marquetry.base.Problem;
import io.marquetry.source.h2.FileContents;
import io.marquetry.store.Examples;
import io.marquetry.store.Store;
import io.marquetry.store.StoreProblems;

import org.h2.util.JdbcUtils;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Somebody else's workspace or backup is data, never a program. */
class HostileWorkspaceTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Examples.NOON);

    @TempDir private static Path made;
    @TempDir private Path temporary;

    private Path canary;
    private WorkspaceFiles files;

    @BeforeAll
    static void makeOnce() {
        try (Store workspace = Store.open(made, CLOCK)) {
            workspace.tags().save(List.of(Examples.audienceTag("user_level_gold")));
        }
    }

    @BeforeEach
    void copyWorkspace() throws IOException {
        canary = Files.createDirectory(temporary.resolve("canary"));
        Files.writeString(temporary.resolve("secret.csv"), "A\nsecret\n");
        Files.writeString(
                temporary.resolve("run.sql"),
                "CALL FILE_WRITE(STRINGTOUTF8('x'), '%s/run')".formatted(canary));
        files = WorkspaceFiles.in(temporary.resolve("workspace"));
        DamageTest.copy(made, files.folder());
        Files.createDirectories(files.backups());
    }

    static List<HostileFile> hostile() {
        return HostileFile.all("SETTING", "CONTENT");
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void workspaceIsRefusedAndNothingInItRuns(HostileFile hostile) throws Exception {
        hostile.change().on(files.database(), canary);
        sealAnew();
        byte[] before = Files.readAllBytes(files.database());
        clearCanary();

        Problem problem = StoreProblems.problem(() -> Store.open(files.folder(), CLOCK).close());

        assertThat(problem.key()).isEqualTo("problem.workspace.foreign");
        assertThat(canary).isEmptyDirectory();
        assertThat(files.database()).hasBinaryContent(before);
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void backupIsRefusedAndNothingInItRuns(HostileFile hostile) throws Exception {
        Path file = temporary.resolve("evil.mv.db");
        Files.copy(files.database(), file);
        hostile.change().on(file, canary);
        String name = "workspace-20260101T000000Z-99.zip";
        zip(files.backups().resolve(name), "workspace.mv.db", Files.readAllBytes(file));
        byte[] before = Files.readAllBytes(files.database());
        clearCanary();

        Problem problem =
                StoreProblems.problem(
                        () -> new WorkspaceRecovery(files.folder(), CLOCK).restore(name));

        assertThat(problem.key()).isEqualTo("problem.backup.foreign");
        assertThat(canary).isEmptyDirectory();
        assertThat(files.database()).hasBinaryContent(before);
        assertThat(files.rewritten()).doesNotExist();
    }

    @Test
    void modelIsWhatMigrationsMake() throws IOException {
        assertThat(SchemaCheck.foreign(files.database())).isEmpty();
        FileContents contents = FileContents.of(files.database());
        assertThat(contents.statements()).hasSizeGreaterThan(20);
        assertThat(contents.foreign(List.of())).isNotEmpty();
    }

    @Test
    void firstSchemaIsOurs() throws Exception {
        Path folder = temporary.resolve("first");
        FirstSchema.in(folder);
        assertThat(SchemaCheck.foreign(WorkspaceFiles.in(folder).database()))
                .isEqualTo(Optional.empty());
    }

    @Test
    void noOtherClassIsLoadedByH2() {
        assertThat(JdbcUtils.loadUserClass("io.marquetry.store.VersionsNeverChange")).isNotNull();
        assertThatThrownBy(() -> JdbcUtils.loadUserClass("java.lang.System"))
                .hasMessageContaining("denied");
    }

    @Test
    void backupHoldsTheDatabaseAndNothingElse() throws IOException {
        byte[] database = Files.readAllBytes(files.database());
        String name = "workspace-20260101T000000Z-99.zip";
        Path backup = files.backups().resolve(name);
        for (List<String> members :
                List.of(
                        List.of("workspace.mv.db", "workspace.seal"),
                        List.of("../workspace.mv.db"),
                        List.of("a/workspace.mv.db"),
                        List.of("other.txt"),
                        List.of("first.mv.db", "workspace.mv.db"))) {
            try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(backup))) {
                for (String member : members) {
                    out.putNextEntry(new ZipEntry(member));
                    out.write(database);
                }
            }
            assertThat(
                            StoreProblems.problem(
                                            () ->
                                                    new WorkspaceRecovery(files.folder(), CLOCK)
                                                            .restore(name))
                                    .key())
                    .as("%s", members)
                    .isEqualTo("problem.backup.damaged");
            assertThat(temporary.resolve("workspace.mv.db")).doesNotExist();
        }
    }

    private void sealAnew() throws IOException {
        Seal seal = SealFile.open(files.seal()).orElseThrow().seal();
        SealFile.create(
                files.seal(),
                new Seal(
                        seal.workspace(),
                        seal.generation(),
                        Optional.of(Seal.FileHash.of(files.database()))));
    }

    // Some things run while they are put in, too.
    private void clearCanary() throws IOException {
        try (Stream<Path> found = Files.list(canary)) {
            for (Path path : found.toList()) {
                Files.delete(path);
            }
        }
    }

    private static void zip(Path zip, String member, byte[] content) throws IOException {
        try (OutputStream file = Files.newOutputStream(zip);
                ZipOutputStream out = new ZipOutputStream(file)) {
            out.putNextEntry(new ZipEntry(member));
            out.write(content);
        }
    }
}
