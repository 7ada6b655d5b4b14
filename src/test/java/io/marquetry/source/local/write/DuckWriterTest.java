package io.marquetry.source.local.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.marquetry.base.CancelSignal;
import io.marquetry.source.Attribute;
import io.marquetry.source.AttributeType;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.SourceEngine;
import io.marquetry.source.infer.ImportListener;
import io.marquetry.source.local.ImportResult;
import io.marquetry.source.local.Importing;
import io.marquetry.source.local.LocalSourceBuilder;
import io.marquetry.source.local.LocalSourceFiles;
import io.marquetry.source.plan.ImportColumn;
import io.marquetry.source.plan.ImportPlan;

import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Both engines keep the same rows, in the same order, from files and from programs. */
class DuckWriterTest {

    private static final List<ImportColumn> COLUMNS =
            List.of(
                    ImportColumn.of("city", AttributeType.TEXT),
                    ImportColumn.of("whole", AttributeType.INTEGER),
                    ImportColumn.decimal("amount", 2),
                    ImportColumn.of("born", AttributeType.DATE),
                    ImportColumn.of("seen", AttributeType.DATETIME),
                    ImportColumn.of("loyal", AttributeType.BOOLEAN));

    @TempDir private Path folder;

    @ParameterizedTest
    @EnumSource
    void madeRowsAreKeptAsTheyWereMade(SourceEngine engine) throws Exception {
        // More than two of DuckDB's vectors, and not a whole number of them.
        int rows = 5_000;
        Importing importing = new Importing(folder);
        ProfileSource source = made(importing, engine, rows);
        assertThat(source.profiles()).isEqualTo(rows);
        assertThat(source.model().streams()).hasSize(1);
        assertThat(importing.files()).hasSize(1);
        try (Connection connection = importing.open(source)) {
            Result<Record> kept = profiles(connection, engine, source);
            assertThat(kept).hasSize(rows);
            for (int i = 0; i < rows; i++) {
                Record row = kept.get(i);
                assertThat(row.get(0)).isEqualTo((long) i);
                assertThat(row.get(1)).isEqualTo("C" + i);
                assertThat(row.get("city")).isEqualTo(i % 7 == 0 ? null : "北京😀" + i % 3);
                assertThat(row.get("whole")).isEqualTo(i % 5 == 0 ? null : Long.MIN_VALUE + i);
                assertThat((BigDecimal) row.get("amount"))
                        .isEqualByComparingTo(BigDecimal.valueOf(-i * 101L, 2));
                assertThat(row.get("born"))
                        .isEqualTo(LocalDate.of(1582, 10, 1).plusDays(i).toString());
                assertThat(row.get("seen"))
                        .isEqualTo(LocalDateTime.of(1969, 12, 31, 23, 59).plusNanos(i * 1_000L));
                assertThat(row.get("loyal")).isEqualTo(i % 2 == 0);
            }
        }
    }

    @Test
    void sameFactsGiveTheSameFingerprint() throws Exception {
        ProfileSource first = made(new Importing(folder.resolve("a")), SourceEngine.DUCKDB, 10);
        ProfileSource second = made(new Importing(folder.resolve("b")), SourceEngine.DUCKDB, 10);
        assertThat(second.fingerprint()).isEqualTo(first.fingerprint());
    }

    @Test
    void rowsThatAreGivenUpLeaveNothing() throws Exception {
        Importing importing = new Importing(folder);
        CancelSignal signal = new CancelSignal();
        try (LocalSourceBuilder builder =
                        LocalSourceBuilder.begin(
                                new LocalSourceFiles(folder),
                                SourceEngine.DUCKDB,
                                ImportListener.none(),
                                signal);
                TypedRows profiles = builder.profileRows(COLUMNS.subList(0, 1), "x")) {
            Throwable ended =
                    catchThrowable(
                            () -> {
                                for (int i = 0; i < 100_000; i++) {
                                    profiles.profile("C" + i);
                                    profiles.text("x");
                                    profiles.end();
                                    if (i == 50_000) {
                                        signal.cancel();
                                    }
                                }
                            });
            assertThat(ended).isInstanceOf(CancelSignal.Cancelled.class);
        }
        assertThat(importing.files()).isEmpty();
    }

    @Test
    void numberThatNeedsMoreThanEighteenDigitsWidensItsColumn() throws Exception {
        StringBuilder csv = new StringBuilder("id,amount,note\n");
        List<BigDecimal> amounts = new ArrayList<>();
        Random random = new Random(5);
        for (int i = 0; i < 6_000; i++) {
            BigDecimal amount =
                    i < 3_000
                            ? BigDecimal.valueOf(random.nextInt(), 2)
                            : new BigDecimal("1234567890123456789012345678901234.5");
            amounts.add(amount);
            csv.append("C")
                    .append(i)
                    .append(',')
                    .append(amount)
                    .append(",n")
                    .append(i)
                    .append('\n');
        }
        Path file = Files.writeString(folder.resolve("wide.csv"), csv, StandardCharsets.UTF_8);
        Importing importing = new Importing(folder.resolve("w"));
        ImportPlan plan = importing.plan(file, Optional.of("id"));
        try (ImportResult result = importing.run(plan.withEngine(SourceEngine.DUCKDB))) {
            ProfileSource source = result.source().orElseThrow();
            try (Connection connection = importing.open(source)) {
                Result<Record> kept = profiles(connection, SourceEngine.DUCKDB, source);
                for (int i = 0; i < amounts.size(); i++) {
                    assertThat(kept.get(i).get(1)).isEqualTo("C" + i);
                    assertThat((BigDecimal) kept.get(i).get("amount"))
                            .isEqualByComparingTo(amounts.get(i));
                    assertThat(kept.get(i).get("note")).isEqualTo("n" + i);
                }
            }
        }
    }

    private ProfileSource made(Importing importing, SourceEngine engine, int rows)
            throws IOException {
        try (LocalSourceBuilder builder =
                LocalSourceBuilder.begin(
                        importing.sourceFiles(),
                        engine,
                        ImportListener.none(),
                        new CancelSignal())) {
            try (TypedRows profiles = builder.profileRows(COLUMNS, "seed 1")) {
                for (int i = 0; i < rows; i++) {
                    profiles.profile("C" + i);
                    if (i % 7 == 0) {
                        profiles.missing();
                    } else {
                        profiles.text("北京😀" + i % 3);
                    }
                    if (i % 5 == 0) {
                        profiles.missing();
                    } else {
                        profiles.whole(Long.MIN_VALUE + i);
                    }
                    profiles.decimal(-i * 101L);
                    profiles.day(LocalDate.of(1582, 10, 1).toEpochDay() + i);
                    profiles.moment(-60_000_000L + i);
                    profiles.truth(i % 2 == 0);
                    profiles.end();
                }
                profiles.finish();
            }
            try (TypedRows events =
                    builder.eventRows("orders", AttributeType.DATE, List.of(), "seed 2")) {
                events.event(3);
                events.day(0);
                events.end();
                events.finish();
            }
            return builder.finish(
                    Importing.name("made"),
                    "made",
                    Importing.NOW,
                    Optional.empty(),
                    importing.sources()::add);
        }
    }

    private static Result<Record> profiles(
            Connection connection, SourceEngine engine, ProfileSource source) {
        SQLDialect dialect = engine == SourceEngine.H2 ? SQLDialect.H2 : SQLDialect.DUCKDB;
        List<Field<?>> fields = new ArrayList<>();
        fields.add(DSL.field(DSL.name(source.model().idColumn()), SQLDataType.BIGINT));
        fields.add(DSL.field(DSL.name(source.model().keyColumn()), SQLDataType.VARCHAR));
        for (Attribute attribute : source.model().attributes()) {
            Field<?> field = DSL.field(DSL.name(attribute.column()), type(attribute.type()));
            // As text: jOOQ takes days through java.sql.Date.
            boolean day = attribute.type() == AttributeType.DATE;
            fields.add(day ? field.cast(SQLDataType.VARCHAR).as(attribute.column()) : field);
        }
        return DSL.using(connection, dialect)
                .select(fields)
                .from(DSL.table(DSL.name(source.model().table())))
                .orderBy(fields.getFirst())
                .fetch();
    }

    private static org.jooq.DataType<?> type(AttributeType type) {
        return switch (type) {
            case TEXT -> SQLDataType.VARCHAR;
            case INTEGER -> SQLDataType.BIGINT;
            case DECIMAL -> SQLDataType.NUMERIC;
            case DATE -> SQLDataType.LOCALDATE;
            case DATETIME -> SQLDataType.LOCALDATETIME;
            case BOOLEAN -> SQLDataType.BOOLEAN;
        };
    }
}
