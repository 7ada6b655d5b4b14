package io.marquetry.store.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.ChildJvm;
import io.marquetry.base.Problem;
import io.marquetry.base.Sha256;
import io.marquetry.json.CanonicalJson;
import io.marquetry.json.JsonMembers;
import io.marquetry.store.Examples;
import io.marquetry.store.Store;
import io.marquetry.store.StoreProblems;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URI;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What may not be opened is refused with a sentence, and left as it was. */
class RefusedOpeningTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Examples.NOON);

    @TempDir Path folder;

    @Test
    void aSecondOpeningInThisProcessIsRefused() {
        try (Store first = open()) {
            assertThat(key()).isEqualTo("problem.workspace.openHere");
            // The refusal must not free the lock that the first one holds.
            assertThat(key()).isEqualTo("problem.workspace.openHere");
            first.settings().put("still", "mine");
        }
        open().close();
    }

    @Test
    void aSecondProcessIsToldWhoHoldsTheWorkspace() throws IOException, InterruptedException {
        ChildJvm child = ChildJvm.start(SavingChild.class, "hold", folder);
        assertThat(child.line()).isEqualTo(folder.toString());
        Problem problem = StoreProblems.problem(this::open);
        assertThat(problem.key()).isEqualTo("problem.workspace.openElsewhere");
        assertThat(StoreProblems.sentence(problem)).contains(Long.toString(child.pid()));
        child.killAfter(1);
        open().close();
    }

    @Test
    void aWorkspaceOfANewerProgramIsLeftUntouched() throws IOException {
        open().close();
        new Marker(Marker.NEWEST_SCHEMA + 1, Marker.read(files()).id(), Examples.NOON)
                .write(files());
        refusedUntouched("problem.workspace.newer");
    }

    @Test
    void aNewerFormatIsLeftUntouched() throws IOException {
        open().close();
        String hash = Sha256.of(CanonicalJson.write(newerMarker().done()));
        Files.write(
                files().marker(), CanonicalJson.bytes(newerMarker().put("sha256", hash).done()));
        refusedUntouched("problem.workspace.newer");
    }

    @Test
    void aChangedMarkerIsNoticed() throws IOException {
        open().close();
        String marker = Files.readString(files().marker());
        String schema = "\"schema\":" + Marker.NEWEST_SCHEMA;
        assertThat(marker).contains(schema);
        for (String changed :
                List.of(
                        marker.replace("2026", "2027"),
                        marker.replace(schema, "\"schema\":77"),
                        marker.substring(0, marker.length() / 2),
                        "",
                        "{}")) {
            Files.writeString(files().marker(), changed);
            refusedUntouched("problem.workspace.marker");
        }
    }

    @Test
    void aMissingMarkerIsNoticed() throws IOException {
        open().close();
        Files.delete(files().marker());
        refusedUntouched("problem.workspace.markerGone");
    }

    @Test
    void aFolderWithOtherFilesIsNotTaken() throws IOException {
        Files.writeString(folder.resolve("holiday.txt"), "sun");
        refusedUntouched("problem.workspace.notEmpty");
    }

    @Test
    void aFileIsNoFolder() throws IOException {
        Path file = Files.writeString(folder.resolve("holiday.txt"), "sun");
        assertThat(StoreProblems.problem(() -> Store.open(file, CLOCK)).key())
                .isEqualTo("problem.workspace.notAFolder");
        assertThat(file).hasContent("sun");
    }

    @Test
    void aReadOnlyFileSystemIsRefused() {
        // The JDK's own modules are the one file system that nobody, not even root, may write to.
        Path readOnly = Path.of(URI.create("jrt:/packages"));
        assertThat(StoreProblems.problem(() -> Store.open(readOnly.resolve("new"), CLOCK)).key())
                .isEqualTo("problem.workspace.readOnly");
    }

    @Test
    void whatTheSystemSaysOfReadOnlyFoldersIsUnderstood() {
        for (Exception said :
                List.of(
                        new AccessDeniedException("workspace"),
                        new FileSystemException("x", null, "Read-only file system"),
                        new IOException("x (Permission denied)"))) {
            assertThat(FileTrouble.of(folder, said).problem())
                    .isEqualTo(Problem.of("problem.workspace.readOnly", folder.toString()));
        }
    }

    @Test
    void aPathThatCouldSmuggleSettingsIsRefused() {
        Path hostile = folder.resolve("x;INIT=CREATE ALIAS X FOR \"java.lang.System.exit\"");
        assertThat(StoreProblems.problem(() -> Store.open(hostile, CLOCK)).key())
                .isEqualTo("problem.workspace.semicolon");
        assertThat(hostile).doesNotExist();
    }

    @Test
    void aPathInChineseWithBlanksWorks() {
        Path chinese = folder.resolve("营销 工作区 100%");
        try (Store workspace = Store.open(chinese, CLOCK)) {
            workspace.settings().put("a", "一");
        }
        try (Store workspace = Store.open(chinese, CLOCK)) {
            assertThat(workspace.settings().get("a")).contains("一");
        }
    }

    @Test
    void aCreationThatWasCutShortIsBegunAnew() throws IOException {
        Files.write(files().creating(), new byte[0]);
        Files.writeString(files().database(), "half a database");
        try (Store workspace = open()) {
            workspace.settings().put("a", "b");
        }
        assertThat(files().creating()).doesNotExist();
    }

    private void refusedUntouched(String key) throws IOException {
        Map<String, String> before = content();
        assertThat(key()).isEqualTo(key);
        assertThat(content()).isEqualTo(before);
    }

    private Map<String, String> content() throws IOException {
        Map<String, String> hashes = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                if (!file.endsWith(".lock")) {
                    hashes.put(file.toString(), Sha256.of(Files.readAllBytes(file)));
                }
            }
        }
        return hashes;
    }

    private JsonMembers newerMarker() {
        return new JsonMembers()
                .put("format", "marquetry/workspace")
                .put("formatVersion", 2)
                .put("schema", 1)
                .put("surprise", "new");
    }

    private String key() {
        return StoreProblems.problem(this::open).key();
    }

    private Store open() {
        return Store.open(folder, CLOCK);
    }

    private WorkspaceFiles files() {
        return WorkspaceFiles.in(folder);
    }
}
