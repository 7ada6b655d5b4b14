package io.marquetry.source.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.marquetry.base.CancelSignal;
import io.marquetry.base.Problem;
import io.marquetry.base.ProblemException;
import io.marquetry.source.Attribute;
import io.marquetry.source.AttributeType;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.SourceEngine;
import io.marquetry.source.csv.DateOrder;
import io.marquetry.source.csv.ImportInspection;
import io.marquetry.source.csv.ImportListener;
import io.marquetry.source.csv.InspectedColumn;
import io.marquetry.source.file.DataFile;
import io.marquetry.source.file.DataFiles;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Files with types of their own are imported whole, or refused with one sentence. */
class DataImportTest {

    @TempDir private Path folder;

    @Test
    void parquetIsTypedByTheFileAndLeavesOutWhatNoRuleCanAsk() throws Exception {
        Path file = DataFiles.parquet(folder.resolve("it's.parquet"), 3_000);
        try (ImportResult result = run(file, Optional.of("key"))) {
            ProfileSource source = result.source().orElseThrow();
            assertThat(source.profiles()).isEqualTo(3_000);
            assertThat(source.model().attributes())
                    .contains(
                            new Attribute("key", AttributeType.TEXT, "key"),
                            new Attribute("spend", AttributeType.DECIMAL, "spend"),
                            new Attribute("ratio", AttributeType.DECIMAL, "ratio"),
                            new Attribute("seen", AttributeType.DATETIME, "seen"));
            assertThat(inspect(file).leftOut()).containsExactly("list (BIGINT[])");
        }
    }

    @Test
    void jsonLinesAreTypedByAllLines() throws Exception {
        Path file =
                Files.writeString(
                        folder.resolve("x.jsonl"),
                        """
                        {"id":"a","n":1}
                        {"id":"b","n":2.5}
                        {"id":"c","city":"北京"}
                        """);
        try (ImportResult result = run(file, Optional.of("id"))) {
            assertThat(result.source().orElseThrow().profiles()).isEqualTo(3);
            assertThat(result.source().orElseThrow().model().attribute("n").orElseThrow().type())
                    .isEqualTo(AttributeType.DECIMAL);
        }
    }

    @Test
    void tableOfDuckDbIsChosenByName() throws Exception {
        Path file = DataFiles.duckDb(folder.resolve("shop.duckdb"));
        DataFile people = DataFile.of(file, Optional.of("people"));
        try (ImportResult result = run(people, Optional.of("key"))) {
            assertThat(result.source().orElseThrow().profiles()).isEqualTo(99);
        }
        assertThat(refused(DataFile.of(file, Optional.empty()), Optional.empty()))
                .isEqualTo(
                        Problem.of(
                                "problem.datafile.whichTable", "shop.duckdb", 2, "orders, people"));
        assertThat(refused(DataFile.of(file, Optional.of("x")), Optional.empty()).key())
                .isEqualTo("problem.datafile.noTable");
    }

    @Test
    void eachBadFileIsRefusedWithOneSentenceAndLeavesNothing() throws Exception {
        Path good = DataFiles.parquet(folder.resolve("good.parquet"), 100);
        byte[] bytes = Files.readAllBytes(good);
        Path cut = Files.write(folder.resolve("cut.parquet"), Arrays.copyOf(bytes, 700));
        Path text = Files.writeString(folder.resolve("text.duckdb"), "hello ".repeat(9_000));
        Path broken = Files.writeString(folder.resolve("b.jsonl"), "{\"id\":1}\n{\"id\":\n");
        assertThat(refused(cut, Optional.empty()).key()).isEqualTo("problem.datafile.unreadable");
        assertThat(refused(text, Optional.empty()).key()).isEqualTo("problem.datafile.unreadable");
        assertThat(refused(broken, Optional.empty()))
                .isEqualTo(Problem.of("problem.datafile.line", "b.jsonl", 2L));
        assertThat(refused(good, Optional.of("x")).key()).isEqualTo("problem.import.noColumn");
        assertThat(refused(good, Optional.of("list")).key()).isEqualTo("problem.import.noColumn");
        assertThat(new Importing(folder.resolve("w")).files()).isEmpty();
    }

    @Test
    void rowsWithoutAKeyOrWithOneThatWasThereAreRejectedAndListed() throws Exception {
        Path file =
                Files.writeString(
                        folder.resolve("s.jsonl"),
                        """
                        {"i":"a","n":1}
                        {"n":2}
                        {"i":"b","n":3}
                        {"i":"a","n":4}
                        """);
        try (ImportResult result = run(file, Optional.of("i"))) {
            assertThat(result.profiles()).isEqualTo(new TableResult("s.jsonl", 4, 2));
            assertThat(result.rejected().first(9))
                    .extracting(RejectedRow::line, RejectedRow::reason)
                    .containsExactly(
                            tuple(2L, Problem.of("problem.row.noKey", "i")),
                            tuple(4L, Problem.of("problem.row.sameKey", "a", 1L)));
            assertThat(result.source().orElseThrow().profiles()).isEqualTo(2);
        }
    }

    @Test
    void typesAndMissingTextsAreCorrectedAndBadValuesNamed() throws Exception {
        Path file =
                Files.writeString(
                        folder.resolve("c.jsonl"),
                        """
                        {"id":"a","born":"31/01/2017","age":"7","paid":"1.50","ok":"yes"}
                        {"id":"b","born":"unknown","age":"unknown","paid":" ","ok":"no"}
                        {"id":"c","born":"2017-01-31","age":"8","paid":"2","ok":"no"}
                        {"id":"d","born":"01/02/2017","age":"8.5","paid":"x","ok":"maybe"}
                        """);
        ColumnReadings readings =
                new ColumnReadings(
                        Map.of(
                                "*",
                                reading(Optional.empty(), "unknown"),
                                "born",
                                ColumnReading.of(
                                        Optional.of(AttributeType.DATE),
                                        Optional.of(DateOrder.DAY_FIRST),
                                        Set.of()),
                                "age",
                                reading(Optional.of(AttributeType.INTEGER)),
                                "paid",
                                reading(Optional.of(AttributeType.DECIMAL)),
                                "ok",
                                reading(Optional.of(AttributeType.BOOLEAN))));
        DataFile data = DataFile.of(file, Optional.empty());
        Importing importing = new Importing(folder.resolve("w"));
        ImportPlan plan = plan(data, Optional.of("id"));
        plan = plan.withColumns(readings.columns(plan.file(), inspect(file)));
        try (ImportResult result = importing.run(plan)) {
            assertThat(result.rejected().first(9))
                    .extracting(RejectedRow::line, row -> row.reason().key())
                    .containsExactly(
                            tuple(3L, "problem.row.date"), tuple(4L, "problem.row.integer"));
            try (Connection connection = importing.open(result.source().orElseThrow());
                    Statement statement = connection.createStatement();
                    ResultSet rows =
                            statement.executeQuery(
                                    "SELECT ord, profile_key, born, age, paid, ok FROM profile"
                                            + " ORDER BY ord")) {
                rows.next();
                assertThat(rows.getDate("born").toLocalDate()).isEqualTo("2017-01-31");
                assertThat(rows.getLong("age")).isEqualTo(7);
                assertThat(rows.getBigDecimal("paid")).isEqualByComparingTo("1.5");
                assertThat(rows.getBoolean("ok")).isTrue();
                rows.next();
                assertThat(rows.getLong("ord")).isEqualTo(1);
                assertThat(rows.getString("born")).isNull();
                assertThat(rows.getString("age")).isNull();
                assertThat(rows.getString("paid")).isNull();
                assertThat(rows.next()).isFalse();
            }
        }
    }

    @Test
    void inspectionTellsWordsAndHowManyAreMissing() throws Exception {
        Path file = DataFiles.parquet(folder.resolve("p.parquet"), 3_000);
        ImportInspection found = inspect(file);
        assertThat(found.rows()).isEqualTo(3_000);
        InspectedColumn ratio =
                found.columns().stream().filter(c -> c.name().equals("ratio")).findFirst().get();
        assertThat(ratio.missing()).isEqualTo(1_000);
        InspectedColumn loyal =
                found.columns().stream().filter(c -> c.name().equals("loyal")).findFirst().get();
        assertThat(loyal.values()).containsExactlyInAnyOrder("true", "false");
        assertThat(new TableFile.Typed(DataFile.of(file, Optional.empty())).sample(5).rows())
                .hasSize(5);
    }

    private static ColumnReading reading(Optional<AttributeType> type, String... missing) {
        return ColumnReading.of(type, Optional.empty(), Set.of(missing));
    }

    private static ImportInspection inspect(Path file) {
        return new TableFile.Typed(DataFile.of(file, Optional.empty()))
                .inspect(column -> Set.of(), ImportListener.none(), new CancelSignal());
    }

    private Problem refused(Path file, Optional<String> key) {
        return refused(DataFile.of(file, Optional.empty()), key);
    }

    private Problem refused(DataFile file, Optional<String> key) {
        return catchThrowableOfType(ProblemException.class, () -> run(file, key).close()).problem();
    }

    private ImportResult run(Path file, Optional<String> key) throws IOException {
        return run(DataFile.of(file, Optional.empty()), key);
    }

    private ImportResult run(DataFile file, Optional<String> key) {
        return new Importing(folder.resolve("w")).run(plan(file, key));
    }

    private ImportPlan plan(DataFile file, Optional<String> key) {
        TableFile table = new TableFile.Typed(file);
        List<ImportColumn> columns =
                table
                        .types(column -> Set.of(), ImportListener.none(), new CancelSignal())
                        .columns()
                        .stream()
                        .map(column -> ImportColumn.of(column, Set.of()))
                        .toList();
        return new ImportPlan(
                table,
                columns,
                key,
                List.of(),
                new Importing(folder.resolve("w")).imports().freeName(file.label()),
                file.label(),
                Optional.empty(),
                List.of(),
                SourceEngine.DUCKDB);
    }
}
