package io.marquetry.cli.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.audience.SourceName;
import io.marquetry.base.CancelSignal;
import io.marquetry.launch.Main;
import io.marquetry.launch.Wiring;
import io.marquetry.sample.generated.GenerateListener;
import io.marquetry.sample.generated.GeneratePlan;
import io.marquetry.sample.generated.SampleGenerator;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.SourceEngine;
import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagRule;
import io.marquetry.workspace.Workspace;

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

    /** So many that a kill comes before their end. */
    private static final int MANY = 150_000;

    private static final int SOME = 20_000;

    @TempDir private Path folder;

    @ParameterizedTest
    @EnumSource
    void nothingOfAKilledImportStays(SourceEngine engine) throws Exception {
        nothingStaysOf(
                // DuckDB writes late what it holds in memory.
                engine == SourceEngine.H2 ? List.of(0L, 1_000_000L) : List.of(0L),
                "profiles",
                "import",
                rows(MANY).toString(),
                "--engine",
                engine.name());
    }

    @ParameterizedTest
    @EnumSource
    void killedAtTheEndAnImportLeavesNoSourceOrAWholeOne(SourceEngine engine) throws Exception {
        Path workspace = folder.resolve("workspace");
        open(workspace).close();
        killAtTheEnd(
                workspace,
                "profiles",
                "import",
                rows(SOME).toString(),
                "--source",
                "many",
                "--engine",
                engine.name());
        try (Workspace opened = open(workspace)) {
            assertNoneOrWhole(opened, SOME);
        }
    }

    @ParameterizedTest
    @EnumSource
    void killedAtTheEndASampleIsNotThereOrHasItsTags(SourceEngine engine) throws Exception {
        Path workspace = folder.resolve("workspace");
        open(workspace).close();
        String[] command = {
            "generate",
            "--profiles",
            String.valueOf(SOME),
            "--source",
            "many",
            "--engine",
            engine.name()
        };
        killAtTheEnd(workspace, command);
        try (Workspace opened = open(workspace)) {
            assertNoneOrWhole(opened, SOME);
            if (opened.sources().list().isEmpty()) {
                new SampleGenerator(opened)
                        .run(
                                new GeneratePlan(
                                        SOME, 300, 1, engine, new SourceName("many"), "Many"),
                                GenerateListener.none(),
                                new CancelSignal());
            }
            assertThat(opened.tags().catalog().tags()).hasSizeGreaterThanOrEqualTo(300);
            assertThat(opened.packages().list()).isNotEmpty();
        }
    }

    /** Kills when the finished database has got to its place, before or after it is listed. */
    private void killAtTheEnd(Path workspace, String... command) throws Exception {
        Process child = start(workspace, command);
        try {
            while (child.isAlive() && placed(workspace).isEmpty()) {
                child.waitFor(1, TimeUnit.MILLISECONDS);
            }
        } finally {
            child.destroyForcibly().waitFor();
        }
        assertThat(placed(workspace)).as("it came to the end").isNotEmpty();
    }

    private static void assertNoneOrWhole(Workspace opened, long profiles) throws IOException {
        List<ProfileSource> listed = opened.sources().list();
        assertThat(left(opened.folder())).hasSameSizeAs(listed);
        for (ProfileSource source : listed) {
            assertThat(
                            opened.audiences()
                                    .readers()
                                    .reader(source.name())
                                    .count(
                                            new TagRule.All(List.of()),
                                            new TagCatalog(List.of()),
                                            new CancelSignal())
                                    .audience())
                    .isEqualTo(profiles);
        }
    }

    private static List<Path> placed(Path workspace) throws IOException {
        return left(workspace).stream()
                .filter(path -> Files.isRegularFile(path))
                .filter(path -> !path.toString().endsWith(".pending"))
                .toList();
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
        try (Workspace made = open(workspace)) {
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
            try (Workspace opened = open(workspace)) {
                assertThat(opened.sources().list()).isEmpty();
                assertThat(opened.tags().catalog().tags()).isEmpty();
                assertThat(left(workspace)).isEmpty();
            }
        }
    }

    private Path rows(int count) throws IOException {
        StringBuilder text = new StringBuilder("id,name\n");
        for (int i = 0; i < count; i++) {
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

    private static Workspace open(Path workspace) {
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
