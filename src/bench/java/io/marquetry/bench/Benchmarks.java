package io.marquetry.bench;

import io.marquetry.audience.SourceName;
import io.marquetry.base.CancelSignal;
import io.marquetry.index.MembershipIndex;
import io.marquetry.index.EditFigures;
import io.marquetry.index.ShareFigures;
import io.marquetry.launch.WindowFigures;
import io.marquetry.launch.Wiring;
import io.marquetry.sample.generated.GenerateListener;
import io.marquetry.sample.generated.GeneratePlan;
import io.marquetry.sample.generated.SampleGenerator;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.SourceEngine;
import io.marquetry.source.ask.EngineFigures;
import io.marquetry.source.ask.OpenSources;
import io.marquetry.source.engine.mysql.TestMariaDb;
import io.marquetry.source.engine.postgres.TestPostgres;
import io.marquetry.workspace.Workspace;

import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;

/**
 * Runs the measurements behind docs/performance.md: {@code kernels}, {@code shares}, {@code duckdb}, {@code
 * h2}, {@code engines} (or {@code postgresql}, {@code mariadb}), {@code effects}, {@code import}, {@code window}, or those that are named; {@code hundred}, a hundred million profiles, only if it is named. Large samples are made once, in {@code target/bench}; {@code
 * samples} makes them and measures nothing.
 */
public final class Benchmarks {

    private static final Path FOLDER = Path.of("target", "bench");
    private static final int LARGE = Integer.getInteger("bench.profiles", 10_000_000);
    private static final int SERVED = Integer.getInteger("bench.served", 1_000_000);
    private static final int HUNDRED = 100_000_000;
    private static final SourceName SOURCE = new SourceName("bench");

    private Benchmarks() {}

    /** Runs the parts that are named; all of them where none is. */
    public static void main(String[] args) {
        int status = 1;
        try {
            run(args);
            status = 0;
        } catch (Exception | AssertionError e) {
            e.printStackTrace();
        } finally {
            // Threads of a server that a part started would keep the program.
            System.exit(status);
        }
    }

    private static void run(String[] args) throws Exception {
        List<String> parts =
                args.length == 0 ? List.of("kernels", "shares", "duckdb", "h2", "engines", "effects", "import", "window") : List.of(args);
        for (String part : parts) {
            switch (part) {
                case "samples" -> samples();
                case "kernels" -> kernels();
                case "duckdb" -> {
                    engine(SourceEngine.DUCKDB, 1_000_000);
                    engine(SourceEngine.DUCKDB, LARGE);
                }
                case "shares" -> {
                    shares(1_000_000, 300);
                    shares(LARGE, 300);
                    shares(LARGE, 2_000);
                }
                case "hundred" -> shares(HUNDRED, 300);
                case "h2" -> engine(SourceEngine.H2, 1_000_000);
                case "engines", "postgresql", "mariadb", "duckdb-asked", "h2-asked" -> engines(part);
                case "effects" -> EffectTimes.run();
                case "import" ->
                        ImportTimes.run(Files.createDirectories(FOLDER.resolve("import")));
                case "window" ->
                        new WindowFigures(made(SourceEngine.DUCKDB, LARGE, 2_000)).run();
                default -> throw new IllegalArgumentException("no benchmark " + part);
            }
        }
    }

    private static void samples() {
        made(SourceEngine.DUCKDB, 1_000_000, 300);
        made(SourceEngine.DUCKDB, LARGE, 300);
        made(SourceEngine.H2, 1_000_000, 300);
        made(SourceEngine.DUCKDB, LARGE, 2_000);
    }

    private static void kernels() throws RunnerException {
        new Runner(
                        new OptionsBuilder()
                                .include(IndexKernels.class.getSimpleName())
                                .jvmArgsAppend("-Xmx2g", "--enable-native-access=ALL-UNNAMED")
                                .build())
                .run();
    }

    private static void shares(long profiles, int tags) {
        long made = System.nanoTime();
        Path folder = made(SourceEngine.DUCKDB, profiles, tags);
        System.out.printf("%n%,d profiles are there after %,d ms", profiles, millis(made));
        for (int start = 0; start < 4; start++) {
            try (Workspace workspace = new Wiring(InstantSource.system()).open(folder)) {
                long begin = System.nanoTime();
                MembershipIndex index =
                        workspace
                                .audiences()
                                .indexes()
                                .index(
                                        SOURCE,
                                        workspace.tags().catalog(),
                                        done -> {},
                                        new CancelSignal());
                System.out.printf("%nindex ready after %,d ms", millis(begin));
                if (start == 3) {
                    new ShareFigures(index).run(Integer.getInteger("bench.rounds", 101));
                    new EditFigures(index).run(Integer.getInteger("bench.edits", 1_500));
                }
            }
        }
    }

    private static long millis(long begin) {
        return (System.nanoTime() - begin) / 1_000_000;
    }

    /** Each engine against statements by hand; {@code part} names one of them, or all. */
    private static void engines(String part) throws SQLException, IOException {
        Path folder = made(SourceEngine.DUCKDB, SERVED, 300);
        Path scratch = Files.createTempDirectory("marquetry-bench");
        ProfileSource source;
        try (Workspace workspace = new Wiring(InstantSource.system()).open(folder)) {
            source = workspace.sources().find(SOURCE).orElseThrow();
        }
        ServerTables tables = new ServerTables(folder, source);
        boolean all = part.equals("engines");
        if (all || part.equals("postgresql")) {
            try (OpenSources asked = new OpenSources(scratch, TestPostgres::login)) {
                new EngineRatios(tables.toPostgres(), asked, scratch, '"')
                        .run("PostgreSQL", ServerTables::postgres);
            }
        }
        if (all || part.equals("mariadb")) {
            System.setProperty("mariadb.memory", "1G");
            try (OpenSources asked = new OpenSources(scratch, TestMariaDb::login)) {
                new EngineRatios(tables.toMariaDb(), asked, scratch, '`')
                        .run("MariaDB", ServerTables::mariaDb);
            }
        }
        if (all || part.equals("duckdb-asked")) {
            inFile(folder, scratch);
        }
        if (all || part.equals("h2-asked")) {
            inFile(made(SourceEngine.H2, SERVED, 300), scratch);
        }
    }

    private static void inFile(Path folder, Path scratch) {
        try (Workspace workspace = new Wiring(InstantSource.system()).open(folder);
                OpenSources asked = new OpenSources(folder)) {
            ProfileSource source = workspace.sources().find(SOURCE).orElseThrow();
            new EngineRatios(source, asked, scratch, '"').runInFile();
        }
    }

    private static void engine(SourceEngine engine, long profiles) throws IOException {
        Path folder = made(engine, profiles, 300);
        Path scratch = Files.createTempDirectory("marquetry-bench");
        try (Workspace workspace = new Wiring(InstantSource.system()).open(folder);
                EngineFigures figures =
                        new EngineFigures(
                                workspace,
                                workspace.sources().find(SOURCE).orElseThrow(),
                                scratch)) {
            figures.run();
        }
    }

    /** Returns a workspace with a generated sample; makes it the first time. */
    private static Path made(SourceEngine engine, long profiles, int tags) {
        Path folder = FOLDER.resolve(engine + "-" + profiles + "-" + tags);
        try (Workspace workspace = new Wiring(InstantSource.system()).open(folder)) {
            if (workspace.sources().find(SOURCE).isEmpty()) {
                System.out.printf("making %,d profiles in %s%n", profiles, engine);
                new SampleGenerator(workspace)
                        .run(
                                new GeneratePlan(profiles, tags, 1, engine, SOURCE, "Bench"),
                                GenerateListener.none(),
                                new CancelSignal());
            }
        }
        return folder;
    }
}
