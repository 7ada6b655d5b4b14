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
import io.marquetry.source.cell.DateForm;
import io.marquetry.source.cell.DateOrder;
import io.marquetry.source.file.DataFile;
import io.marquetry.source.file.DataFiles;
import io.marquetry.source.infer.ColumnReading;
import io.marquetry.source.infer.ImportInspection;
import io.marquetry.source.infer.ImportListener;
import io.marquetry.source.infer.InspectedColumn;
import io.marquetry.source.local.rejected.RejectedRow;
import io.marquetry.source.plan.ColumnReadings;
import io.marquetry.source.plan.FileReading;
import io.marquetry.source.plan.ImportPlan;
import io.marquetry.source.plan.TableFile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.ZoneOffset;
import java.util.Arrays;
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
    void duckDbWithoutATableIsCalledSo() throws Exception {
        Path file = folder.resolve("empty.duckdb");
        DriverManager.getConnection("jdbc:duckdb:" + file).close();
        assertThat(refused(DataFile.of(file, Optional.empty()), Optional.empty()))
                .isEqualTo(Problem.of("problem.datafile.noTables", "empty.duckdb"));
    }

    @Test
    void eachBadFileIsRefusedWithOneSentenceAndLeavesNothing() throws Exception {
        Path good = DataFiles.parquet(folder.resolve("good.parquet"), 100);
        byte[] bytes = Files.readAllBytes(good);
        Path cut = Files.write(folder.resolve("cut.parquet"), Arrays.copyOf(bytes, 700));
        Path text = Files.writeString(folder.resolve("text.duckdb"), "hello ".repeat(9_000));
        assertThat(refused(cut, Optional.empty()).key()).isEqualTo("problem.datafile.unreadable");
        assertThat(refused(text, Optional.empty()).key()).isEqualTo("problem.datafile.unreadable");
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
                        {"id":"c","born":"31-31-2017","age":"8","paid":"2","ok":"no"}
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
                                        Optional.of(DateForm.of(DateOrder.DAY_FIRST)),
                                        Optional.empty(),
                                        Set.of()),
                                "age",
                                reading(Optional.of(AttributeType.INTEGER)),
                                "paid",
                                reading(Optional.of(AttributeType.DECIMAL)),
                                "ok",
                                reading(Optional.of(AttributeType.BOOLEAN))));
        TableFile data = FileReading.AS_FOUND.look(file);
        Importing importing = new Importing(folder.resolve("w"));
        ImportInspection found =
                data.inspect(readings::of, ImportListener.none(), new CancelSignal());
        ImportPlan plan =
                importing
                        .plan(data, Optional.of("id"))
                        .withColumns(readings.columns(found, ZoneOffset.UTC));
        try (ImportResult result = importing.run(plan)) {
            assertThat(result.rejected().first(9))
                    .extracting(RejectedRow::line, row -> row.reason().key())
                    .containsExactly(
                            tuple(3L, "problem.row.date"), tuple(4L, "problem.row.integer"));
            try (Connection connection = importing.open(result.source().orElseThrow());
                    Statement statement = connection.createStatement();
                    ResultSet rows =
                            statement.executeQuery(
                                    "SELECT \"ORD\", \"born\", \"age\", \"paid\", \"ok\""
                                            + " FROM \"PROFILE\" ORDER BY 1")) {
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
        assertThat(FileReading.AS_FOUND.look(file).sample(5).rows()).hasSize(5);
    }

    private static ColumnReading reading(Optional<AttributeType> type, String... missing) {
        return ColumnReading.of(type, Optional.empty(), Optional.empty(), Set.of(missing));
    }

    private static ImportInspection inspect(Path file) {
        return Importing.inspect(FileReading.AS_FOUND.look(file));
    }

    private Problem refused(Path file, Optional<String> key) {
        return catchThrowableOfType(ProblemException.class, () -> run(file, key).close()).problem();
    }

    private Problem refused(DataFile file, Optional<String> key) {
        return catchThrowableOfType(ProblemException.class, () -> run(file, key).close()).problem();
    }

    private ImportResult run(Path file, Optional<String> key) {
        Importing importing = new Importing(folder.resolve("w"));
        return importing.run(importing.plan(file, key).withEngine(SourceEngine.DUCKDB));
    }

    private ImportResult run(DataFile file, Optional<String> key) {
        Importing importing = new Importing(folder.resolve("w"));
        return importing.run(importing.plan(new TableFile.Typed(file), key));
    }
}
