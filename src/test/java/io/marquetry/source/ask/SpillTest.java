package io.marquetry.source.ask;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.ChildJvm;
import io.marquetry.audience.SourceName;
import io.marquetry.base.CancelSignal;
import io.marquetry.source.ListedSources;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.SourceEngine;
import io.marquetry.source.SourcePlace;
import io.marquetry.source.engine.RandomRows;
import io.marquetry.source.engine.TestSource;
import io.marquetry.source.file.DataFiles;
import io.marquetry.source.file.DuckSettings;
import io.marquetry.source.local.InPlaceSources;
import io.marquetry.source.local.LocalSourceFiles;

import org.jooq.Record2;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Random;
import java.util.stream.Stream;

/** What does not fit into DuckDB's memory goes into the workspace, and does not stay there. */
class SpillTest {

    @TempDir private Path workspace;

    @Test
    void databasesOfAllSourcesAreBoundedAndSpillIntoTheWorkspace() throws Exception {
        ProfileSource sealed =
                TestSource.write(
                        SourceEngine.DUCKDB,
                        workspace,
                        "sealed",
                        RandomRows.MODEL,
                        new RandomRows(new Random(1)).rows(3),
                        RandomRows.TODAY);
        ProfileSource inPlace =
                new InPlaceSources(workspace, new ListedSources())
                        .add(
                                new SourceName("shop"),
                                "Shop",
                                new SourcePlace.InPlace(
                                        DataFiles.parquet(workspace.resolve("p.parquet"), 9)
                                                .toString(),
                                        Optional.empty(),
                                        Optional.of("key"),
                                        List.of()),
                                Optional.empty());
        String quarter;
        try (Connection plain = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = plain.createStatement()) {
            statement.execute("SET memory_limit = '25%'");
            try (var limit = statement.executeQuery("SELECT current_setting('memory_limit')")) {
                limit.next();
                quarter = limit.getString(1);
            }
        }
        try (OpenSources databases = new OpenSources(workspace)) {
            for (ProfileSource source : List.of(sealed, inPlace)) {
                Record2<String, String> said =
                        databases
                                .open(source, new CancelSignal())
                                .ask(
                                        ask ->
                                                ask.select(
                                                        setting("memory_limit"),
                                                        setting("temp_directory")),
                                        new CancelSignal())
                                .getFirst();
                assertThat(said.value1()).isEqualTo(quarter);
                assertThat(Path.of(said.value2())).startsWithRaw(workspace.resolve("sources"));
                assertThat(Path.of(said.value2()).getFileName().toString())
                        .startsWith(DuckSettings.SPILL);
            }
        }
    }

    @Test
    void whatAKilledDatabasePutAsideIsRemovedAtTheNextOpening() throws Exception {
        Path sources = Files.createDirectories(workspace.resolve("sources"));
        Files.createDirectory(sources.resolve("shop-1.duckdb.tmp"));
        Files.createFile(sources.resolve("shop-1.duckdb.tmp").resolve("block.tmp"));
        Files.createFile(sources.resolve("shop-1.duckdb.wal"));
        Path kept = Files.createFile(sources.resolve("shop-1.duckdb"));
        ChildJvm child = ChildJvm.start(Spilling.class, "sort", sources);
        assertThat(child.line()).isEqualTo("spilled");
        child.killAfter(1);
        assertThat(left(sources)).hasSize(4).anyMatch(name -> name.startsWith(DuckSettings.SPILL));

        new LocalSourceFiles(workspace).removeLeftovers(List.of());

        assertThat(left(sources)).containsExactly("shop-1.duckdb");
        assertThat(kept).exists();
    }

    private static List<String> left(Path folder) throws IOException {
        try (Stream<Path> found = Files.list(folder)) {
            return found.map(path -> path.getFileName().toString()).toList();
        }
    }

    private static org.jooq.Field<String> setting(String name) {
        return DSL.function(DSL.name("current_setting"), SQLDataType.VARCHAR, DSL.inline(name));
    }

    /** Sorts, again and again, what does not fit into its memory. */
    static final class Spilling {

        private Spilling() {}

        /** Says when something was put aside. */
        public static void main(String[] arguments) throws Exception {
            Path sources = Path.of(arguments[1]);
            Properties settings = DuckSettings.in(sources);
            settings.setProperty("memory_limit", "60 MiB");
            Thread.ofPlatform().daemon().start(() -> tell(sources));
            try (Connection connection = DriverManager.getConnection("jdbc:duckdb:", settings);
                    Statement statement = connection.createStatement()) {
                while (true) {
                    statement.execute(
                            "SELECT max(z) FROM (SELECT hash(i) h, repeat('x', 40) z"
                                    + " FROM range(20000000) t(i) ORDER BY h OFFSET 1)");
                }
            }
        }

        private static void tell(Path sources) {
            try {
                while (left(sources).stream().noneMatch(n -> n.startsWith(DuckSettings.SPILL))) {
                    Thread.onSpinWait();
                }
                System.out.println("spilled");
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
