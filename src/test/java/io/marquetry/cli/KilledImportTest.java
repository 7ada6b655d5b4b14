package io.marquetry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.launch.Main;
import io.marquetry.launch.Wiring;
import io.marquetry.source.SourceEngine;
import io.marquetry.workspace.OpenWorkspace;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** What makes a source and is killed in the middle is, at the next opening, as if never begun. */
class KilledImportTest {

    private static final int ROWS = 400_000;

    @TempDir private Path folder;

    @Test
    void nothingOfAKilledImportStays() throws Exception {
        nothingStaysOf(List.of(0L, 1_000_000L), "profiles", "import", manyRows().toString());
    }

    @ParameterizedTest
    @EnumSource
    void nothingOfAKilledSampleStays(SourceEngine engine) throws Exception {
        nothingStaysOf(
                List.of(0L, 500_000L),
                "generate",
                "--profiles",
                "5000000",
                "--engine",
                engine.name());
    }

    private void nothingStaysOf(List<Long> sizes, String... command) throws Exception {
        Path workspace = folder.resolve("workspace");
        try (OpenWorkspace made = open(workspace)) {
            assertThat(made.sources().list()).isEmpty();
        }
        for (long bytes : sizes) {
            Process child = start(workspace, command);
            try {
                while (child.isAlive() && written(workspace) <= bytes) {
                    child.waitFor(5, TimeUnit.MILLISECONDS);
                }
            } finally {
                child.destroyForcibly().waitFor();
            }
            assertThat(child.exitValue()).as("killed, not finished").isNotZero();
            assertThat(written(workspace)).as("killed in the middle").isGreaterThan(bytes);
            try (OpenWorkspace opened = open(workspace)) {
                assertThat(opened.sources().list()).isEmpty();
                assertThat(opened.tags().catalog().tags()).isEmpty();
                assertThat(left(workspace)).isEmpty();
            }
        }
    }

    private Path manyRows() throws IOException {
        StringBuilder text = new StringBuilder("id,name\n");
        for (int i = 0; i < ROWS; i++) {
            text.append(i).append(",the name of customer ").append(i).append('\n');
        }
        return Files.writeString(folder.resolve("many.csv"), text);
    }

    private static Process start(Path workspace, String... command) throws IOException {
        List<String> line =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Main.class.getName(),
                                "--workspace",
                                workspace.toString()));
        line.addAll(List.of(command));
        return new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static OpenWorkspace open(Path workspace) {
        return new Wiring(InstantSource.system()).open(workspace);
    }

    /** Returns the bytes of unfinished databases, or -1 where there is none yet. */
    private static long written(Path workspace) throws IOException {
        long bytes = -1;
        for (Path path : left(workspace)) {
            bytes = Math.max(bytes, 0);
            for (SourceEngine engine : SourceEngine.values()) {
                Path database = path.resolve("profiles" + engine.ending());
                bytes = Math.max(bytes, Files.exists(database) ? Files.size(database) : 0);
            }
        }
        return bytes;
    }

    private static List<Path> left(Path workspace) throws IOException {
        Path sources = workspace.resolve("sources");
        if (!Files.isDirectory(sources)) {
            return List.of();
        }
        try (Stream<Path> found = Files.list(sources)) {
            return found.toList();
        }
    }
}
