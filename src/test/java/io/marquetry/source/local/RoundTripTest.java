package io.marquetry.source.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.source.Attribute;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.csv.CsvDetection;
import io.marquetry.source.csv.CsvInput;
import io.marquetry.source.csv.CsvSample;
import io.marquetry.source.plan.ImportColumn;
import io.marquetry.source.plan.ImportPlan;
import io.marquetry.source.table.CsvRow;

import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Date;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Random tables, written in random formats, are detected and read back as they were. */
class RoundTripTest {

    @TempDir private Path folder;

    @Test
    void everyCellIsReadAsItWasWritten() throws IOException {
        for (long seed = 1; seed <= 400; seed++) {
            RandomTable table = new RandomTable(new Random(seed));
            CsvInput input = CsvInput.file(table.writeTo(folder.resolve("table.csv")));
            CsvSample sample = CsvSample.read(input, CsvDetection.detect(input), 1_000);
            assertThat(sample.problem()).as("seed %d", seed).isEmpty();
            assertThat(sample.names()).as("seed %d", seed).isEqualTo(table.names());
            assertThat(sample.rows().stream().map(CsvRow::cells).toList())
                    .as("seed %d", seed)
                    .isEqualTo(table.cells());
        }
    }

    @Test
    void everyValueIsKeptAsItWas() throws Exception {
        for (long seed = 1; seed <= 40; seed++) {
            RandomTable table = new RandomTable(new Random(seed));
            Importing importing = new Importing(Files.createDirectory(folder.resolve("w" + seed)));
            Path file = table.writeTo(folder.resolve("table.csv"));
            try (ImportResult result = importing.run(file, Optional.empty())) {
                assertThat(result.profiles().rejected()).as("seed %d", seed).isZero();
                assertThat(values(importing, result.source().orElseThrow()))
                        .as("seed %d", seed)
                        .isEqualTo(table.values());
            }
        }
    }

    @Test
    void theSameImportHasTheSameFingerprint() throws IOException {
        RandomTable table = new RandomTable(new Random(5));
        Path file = table.writeTo(folder.resolve("table.csv"));
        Importing importing = new Importing(folder);
        ImportPlan plan = importing.plan(file, Optional.empty());
        String first = fingerprint(importing, plan);
        assertThat(fingerprint(importing, importing.plan(file, Optional.empty()))).isEqualTo(first);
        List<ImportColumn> columns = new ArrayList<>(plan.columns());
        columns.set(0, columns.getFirst().withIncluded(false));
        ImportPlan other = importing.plan(file, Optional.empty()).withColumns(columns);
        assertThat(fingerprint(importing, other)).isNotEqualTo(first);
    }

    private static String fingerprint(Importing importing, ImportPlan plan) {
        try (ImportResult result = importing.run(plan)) {
            return result.source().orElseThrow().fingerprint();
        }
    }

    private static List<List<Object>> values(Importing importing, ProfileSource source)
            throws SQLException {
        List<Field<?>> columns = new ArrayList<>();
        for (Attribute attribute : source.model().attributes()) {
            columns.add(DSL.field(DSL.name(attribute.column())));
        }
        try (Connection connection = importing.open(source)) {
            return DSL.using(connection, SQLDialect.H2)
                    .select(columns)
                    .from(DSL.table(DSL.name("PROFILE")))
                    .orderBy(DSL.field(DSL.name("ORD")))
                    .fetch(RoundTripTest::plain);
        }
    }

    private static List<Object> plain(Record row) {
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            values.add(
                    switch (row.get(i)) {
                        case null -> null;
                        case Long whole -> BigDecimal.valueOf(whole);
                        case BigDecimal number -> RandomTable.plain(number);
                        case Date day -> day.toLocalDate();
                        case Timestamp moment -> moment.toLocalDateTime();
                        case Object other -> other;
                    });
        }
        return values;
    }
}
