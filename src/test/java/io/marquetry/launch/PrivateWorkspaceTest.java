package io.marquetry.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.marquetry.cli.CliRun;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.SourceEngine;
import io.marquetry.source.local.LocalSourceFiles;
import io.marquetry.store.Store;
import io.marquetry.workspace.Workspace;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Customers' data lie where nobody else can read them, and go when they are removed. */
class PrivateWorkspaceTest {

    @TempDir private Path folder;

    @BeforeEach
    void needsPermissions() {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
    }

    @Test
    void everythingInAWorkspaceIsClosedToOthers() throws IOException {
        fill();
        assertThat(open(workspace())).isEmpty();
        assertThat(permissions(folder.resolve("rejected.csv"))).isEqualTo("rw-------");
    }

    @Test
    void workspaceOfAnOlderProgramIsClosedWhenItIsOpened() throws IOException {
        fill();
        try (Stream<Path> all = Files.walk(workspace())) {
            for (Path path : all.toList()) {
                String wanted = Files.isDirectory(path) ? "rwxr-xr-x" : "rw-r--r--";
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(wanted));
            }
        }
        opener().open(workspace()).close();
        assertThat(open(workspace())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void sourceWhoseRemovalWasKilledIsSweptAway(SourceEngine engine) throws IOException {
        ProfileSource source = fill(engine);
        try (Store workspace = Store.open(workspace(), InstantSource.system())) {
            new LocalSourceFiles(workspace()).markForRemoval(source);
            workspace.sources().remove(source.name());
        }
        assertThat(databases(engine)).hasSize(1);
        opener().open(workspace()).close();
        assertThat(workspace().resolve("sources")).isEmptyDirectory();
    }

    @ParameterizedTest
    @EnumSource
    void sourceWhoseRemovalWasKilledBeforeStays(SourceEngine engine) throws IOException {
        ProfileSource source = fill(engine);
        new LocalSourceFiles(workspace()).markForRemoval(source);
        try (Workspace workspace = opener().open(workspace())) {
            assertThat(databases(engine)).hasSize(1);
            workspace.sources().remove(source.name());
        }
        assertThat(workspace().resolve("sources")).isEmptyDirectory();
    }

    private void fill() throws IOException {
        fill(SourceEngine.H2);
        fill(SourceEngine.DUCKDB);
    }

    private ProfileSource fill(SourceEngine engine) throws IOException {
        Path csv = Files.writeString(folder.resolve("p.csv"), "id,age\na,1\nb,2\nb,3\n");
        CliRun run =
                CliRun.of(
                        opener(),
                        "profiles",
                        "import",
                        csv.toString(),
                        "--source",
                        "people-" + engine.name().toLowerCase(Locale.ROOT),
                        "--key",
                        "id",
                        "--rejected",
                        folder.resolve("rejected.csv").toString(),
                        "--engine",
                        engine.name(),
                        "--workspace",
                        workspace().toString());
        assertThat(run.code()).as(run.err()).isZero();
        try (Workspace workspace = opener().open(workspace())) {
            return workspace.sources().list().getLast();
        }
    }

    private List<Path> databases(SourceEngine engine) throws IOException {
        try (Stream<Path> found = Files.list(workspace().resolve("sources"))) {
            return found.filter(path -> path.toString().endsWith(engine.ending())).toList();
        }
    }

    private static List<String> open(Path folder) throws IOException {
        List<String> open = new ArrayList<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.toList()) {
                String found = permissions(path);
                if (!found.equals(Files.isDirectory(path) ? "rwx------" : "rw-------")) {
                    open.add(path + " " + found);
                }
            }
        }
        return open;
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static Wiring opener() {
        return new Wiring(InstantSource.system());
    }

    private Path workspace() {
        return folder.resolve("workspace");
    }
}
