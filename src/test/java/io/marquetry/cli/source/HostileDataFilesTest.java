package io.marquetry.cli.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.base.ProblemException;
import io.marquetry.base.Sha256;
import io.marquetry.cli.CliRun;
import io.marquetry.launch.Wiring;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.SourceEngine;
import io.marquetry.source.SourcePlace;
import io.marquetry.source.local.LocalTables;
import io.marquetry.store.Store;
import io.marquetry.store.file.HostileFile;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A database that somebody hands over holds tables; whatever else is in it is not run. */
class HostileDataFilesTest {

    private static final String SECRET = "the-secret-of-the-user";

    /** A workspace into which nothing is ever taken, and one with three people. */
    @TempDir private static Path empty;

    @TempDir private static Path known;

    @TempDir private Path folder;
    private Path canary;

    @BeforeEach
    void plant() throws IOException {
        canary = Files.createDirectory(folder.resolve("canary"));
        Files.writeString(folder.resolve("secret.csv"), "key\n" + SECRET + "\n");
        Files.writeString(folder.resolve("secret.json"), "{\"key\":\"" + SECRET + "\"}\n");
    }

    @ParameterizedTest
    @Timeout(60)
    @ValueSource(
            strings = {
                "SELECT row_number() OVER () - 1 AS rowid, * FROM read_csv('@/secret.csv')",
                "SELECT 0 AS rowid, content AS key FROM read_text('@/secret.csv')",
                "SELECT 0 AS rowid, filename AS key FROM read_blob('@/*')",
                "SELECT 0 AS rowid, file AS key FROM glob('@/*')",
                "SELECT 0 AS rowid, * FROM read_json('@/secret.json')",
                "SELECT 0 AS rowid, * FROM '@/secret.csv'",
                "SELECT 0 AS rowid, Delimiter AS key FROM sniff_csv('@/secret.csv')",
                "SELECT 0 AS rowid, * FROM secret()",
                "SELECT rowid, key FROM other",
                "SELECT 0 AS rowid, current_setting('temp_directory') AS key",
                "SELECT 0 AS rowid, name AS key FROM duckdb_settings()",
                "SELECT 0 AS rowid, path AS key FROM duckdb_databases()",
                "WITH RECURSIVE r AS (SELECT 0 AS n UNION ALL SELECT n + 1 FROM r)"
                        + " SELECT n AS rowid, n::VARCHAR AS key FROM r",
                "SELECT a.range AS rowid, (b.range)::VARCHAR AS key"
                        + " FROM range(1000000000) a, range(1000000000) b",
                "SELECT 0 AS rowid, repeat('x', 1000000000) AS key FROM range(1000000)"
            })
    void viewIsCalledAViewAndNeverAsked(String view) throws Exception {
        Path file =
                duckDb(
                        "CREATE MACRO secret() AS TABLE SELECT * FROM read_csv('@/secret.csv')",
                        "CREATE TABLE other AS SELECT 'a' AS key",
                        "CREATE VIEW customers AS " + view);
        for (String command : List.of("profiles import", "source add", "outcomes import")) {
            CliRun run = run(command, file, "customers", empty);
            assertThat(run.code()).as(command).isEqualTo(1);
            assertThat(run.err())
                    .as(command)
                    .contains("“customers” in shop.duckdb is a view")
                    .doesNotContain(SECRET);
        }
        assertNothingTaken(empty);
    }

    @ParameterizedTest
    @Timeout(60)
    @ValueSource(
            strings = {
                "levenshtein(repeat(name, 200000), repeat(key, 200000))",
                "length(repeat(name, 2000000))",
                "CASE WHEN current_database() = 'memory' THEN len(range(len(name))) ELSE 1 END",
                "len(name) + 1"
            })
    void columnThatTheFileComputesIsNeverAsked(String formula) throws Exception {
        Path file =
                duckDb(
                        "CREATE TABLE customers (key VARCHAR, name VARCHAR, \"a,b\" BIGINT"
                                + " GENERATED ALWAYS AS ("
                                + formula
                                + "))",
                        "CREATE TABLE plain AS SELECT 'a' AS key");
        for (String command : List.of("profiles import", "source add", "outcomes import")) {
            CliRun run = run(command, file, "customers", workspace());
            assertThat(run.code()).as(command).isEqualTo(1);
            assertThat(run.err())
                    .as(command)
                    .contains("“a,b” of the table “customers” in shop.duckdb is computed");
        }
        assertNothingTaken(workspace());
        // A slow machine tells here how far the import has come.
        CliRun plain = run("profiles import", file, "plain", workspace());
        assertThat(plain.code()).isZero();
        assertThat(plain.err()).doesNotContain("computed");
    }

    /** DuckDB takes a function of the file before its own one of the same name. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE MACRO count_star() AS 44",
                "CREATE MACRO sum(x) AS 42",
                "CREATE MACRO lower(x) AS 'a'",
                "CREATE MACRO duckdb_functions() AS TABLE SELECT 'none' AS function_name,"
                        + " true AS internal WHERE false",
                "CREATE MACRO any_other(x) AS x + 1",
                "ALTER TABLE \"PROFILE\" ADD COLUMN more BIGINT",
            })
    void sourceFileWithAFunctionOfItsOwnIsRefused(String change) throws Exception {
        Path file = kept(SourceEngine.DUCKDB);
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute(change);
        }
        sealAnew(file);

        CliRun run = CliRun.of(opener(), "source", "check", "p", in());

        if (change.startsWith("CREATE MACRO")) {
            assertThat(run.code()).as(run.out()).isNotZero();
            assertThat(run.err() + run.out()).contains("an import never makes: FUNCTION ");
        } else {
            assertThat(run.err() + run.out()).doesNotContain("an import never makes");
        }
    }

    @Test
    @Timeout(60)
    void tableBesideHostileViewsIsReadAlone() throws Exception {
        Path file =
                duckDb(
                        "CREATE TABLE customers AS SELECT 'C' || i AS key FROM range(10) t(i)",
                        "CREATE VIEW aa AS SELECT * FROM read_csv('@/secret.csv')",
                        "CREATE VIEW zz AS WITH RECURSIVE r AS"
                                + " (SELECT 0 AS n UNION ALL SELECT n + 1 FROM r) SELECT n FROM r",
                        "CREATE MACRO isfinite(x) AS (SELECT content FROM read_text('@/secret.csv'))");
        CliRun run = CliRun.of(opener(), "profiles", "import", file.toString(), in());
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("10 accepted");
    }

    @Test
    void viewAloneIsNamedWithoutBeingAskedFor() throws Exception {
        Path file = duckDb("CREATE VIEW v AS SELECT * FROM read_csv('@/secret.csv')");
        CliRun run = CliRun.of(opener(), "profiles", "import", file.toString(), in());
        assertThat(run.err()).contains("“v” in shop.duckdb is a view");
    }

    static List<HostileFile> hostile() {
        return HostileFile.all("PROFILE", "PROFILE_KEY");
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void sourceOfSomebodyElsesWorkspaceIsRefusedAndNothingInItRuns(HostileFile hostile)
            throws Exception {
        Path file = Files.copy(kept(SourceEngine.H2, known), folder.resolve("profiles.mv.db"));
        Files.writeString(
                folder.resolve("run.sql"),
                "CALL FILE_WRITE(STRINGTOUTF8('x'), '%s/run')".formatted(canary));
        hostile.change().on(file, canary);
        clearCanary();
        byte[] before = Files.readAllBytes(file);

        assertThat(refusal(file)).isEqualTo("problem.source.foreign");
        assertThat(canary).isEmptyDirectory();
        assertThat(file).hasBinaryContent(before);
    }

    @ParameterizedTest
    @EnumSource
    void viewInThePlaceOfTheProfilesIsRefused(SourceEngine engine) throws Exception {
        Path file = kept(engine);
        switch (engine) {
            case H2 ->
                    HostileFile.all("PROFILE", "PROFILE_KEY").getFirst().change().on(file, canary);
            case DUCKDB -> {
                try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file);
                        Statement statement = connection.createStatement()) {
                    statement.execute("ALTER TABLE \"PROFILE\" RENAME TO hidden");
                    statement.execute(
                            "CREATE VIEW \"PROFILE\" AS SELECT h.* FROM hidden h,"
                                    + " read_csv('%s/secret.csv')".formatted(folder));
                }
            }
        }
        clearCanary();
        sealAnew(file);

        CliRun run = CliRun.of(opener(), "source", "check", "p", in());

        assertThat(run.code()).as(run.out()).isNotZero();
        assertThat(run.err() + run.out()).contains("an import never makes");
        assertThat(canary).isEmptyDirectory();
    }

    @Test
    void sourceThatLiesOutsideOfTheWorkspaceIsRefused() throws Exception {
        Path file = kept(SourceEngine.H2);
        Path outside = folder.resolve("outside.mv.db");
        Files.move(file, outside);
        Files.createSymbolicLink(file, outside);
        CliRun linked = CliRun.of(opener(), "source", "check", "p", in());
        assertThat(linked.err() + linked.out()).contains("outside of the workspace");

        Files.delete(file);
        replace(kept -> new SourcePlace.Sealed(kept.engine(), "../outside", kept.sha256()));
        CliRun pointed = CliRun.of(opener(), "source", "check", "p", in());
        assertThat(pointed.err() + pointed.out()).contains("outside of the workspace");
        assertThat(outside).exists();
    }

    private CliRun run(String command, Path file, String table, Path workspace) {
        String[] words = command.split(" ", -1);
        return words[0].equals("outcomes")
                ? CliRun.of(
                        opener(),
                        words[0],
                        words[1],
                        file.toString(),
                        "--table",
                        table,
                        "--map",
                        "profile=key",
                        in(workspace))
                : CliRun.of(
                        opener(),
                        words[0],
                        words[1],
                        file.toString(),
                        "--table",
                        table,
                        "--key",
                        "key",
                        in(workspace));
    }

    private Wiring opener() {
        return new Wiring(InstantSource.system());
    }

    private Path workspace() {
        return folder.resolve("workspace");
    }

    private String in() {
        return in(workspace());
    }

    private static String in(Path workspace) {
        return "--workspace=" + workspace;
    }

    private static void assertNothingTaken(Path folder) {
        try (Store workspace = Store.open(folder, InstantSource.system())) {
            assertThat(workspace.sources().list()).isEmpty();
            assertThat(workspace.outcomeSets().list()).isEmpty();
        }
        assertThat(folder.resolve("sources")).isEmptyDirectory();
    }

    private Path duckDb(String... statements) throws SQLException {
        Path file = folder.resolve("shop.duckdb");
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file);
                Statement statement = connection.createStatement()) {
            for (String text : statements) {
                statement.execute(text.replace("@", folder.toString()));
            }
        }
        return file;
    }

    /** Imports three people, and returns the file that holds them. */
    private Path kept(SourceEngine engine) throws IOException {
        return kept(engine, workspace());
    }

    private Path kept(SourceEngine engine, Path workspace) throws IOException {
        Path sources = workspace.resolve("sources");
        if (!Files.exists(sources)) {
            importPeople(engine, workspace);
        }
        try (Stream<Path> found = Files.list(sources)) {
            return found.filter(path -> path.toString().endsWith(engine.ending()))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private void importPeople(SourceEngine engine, Path workspace) throws IOException {
        Path csv = Files.writeString(folder.resolve("p.csv"), "id,age\na,1\nb,2\nc,3\n");
        CliRun run =
                CliRun.of(
                        opener(),
                        "profiles",
                        "import",
                        csv.toString(),
                        "--key",
                        "id",
                        "--engine",
                        engine.name(),
                        in(workspace));
        assertThat(run.code()).as(run.err()).isZero();
    }

    private void sealAnew(Path file) throws IOException {
        String hash = Sha256.of(Files.readAllBytes(file));
        replace(place -> new SourcePlace.Sealed(place.engine(), place.file(), hash));
    }

    private void replace(UnaryOperator<SourcePlace.Sealed> change) {
        try (Store workspace = Store.open(workspace(), InstantSource.system())) {
            ProfileSource source = workspace.sources().list().getFirst();
            if (source.place() instanceof SourcePlace.Sealed place) {
                workspace
                        .sources()
                        .replace(
                                new ProfileSource(
                                        source.name(),
                                        source.title(),
                                        change.apply(place),
                                        source.fingerprint(),
                                        source.asOf(),
                                        source.fixedToday(),
                                        source.profiles(),
                                        source.model()));
            }
        }
    }

    private static String refusal(Path file) {
        try {
            LocalTables.refuseForeign("Shop", file);
            return "none";
        } catch (ProblemException e) {
            return e.problem().key();
        }
    }

    private void clearCanary() throws IOException {
        try (Stream<Path> found = Files.list(canary)) {
            for (Path path : found.toList()) {
                Files.delete(path);
            }
        }
    }
}
