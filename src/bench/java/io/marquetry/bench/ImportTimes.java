package io.marquetry.bench;

import io.marquetry.base.CancelSignal;
import io.marquetry.source.AttributeType;
import io.marquetry.source.SourceEngine;
import io.marquetry.source.csv.ImportInspection;
import io.marquetry.source.csv.ImportListener;
import io.marquetry.source.local.ColumnReadings;
import io.marquetry.source.local.FileReading;
import io.marquetry.source.local.ImportColumn;
import io.marquetry.source.local.LocalSourceBuilder;
import io.marquetry.source.local.LocalSourceFiles;
import io.marquetry.source.local.TableFile;
import io.marquetry.source.local.TypedRows;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;

import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Ten million cells of separated values: our reading, typing and writing, against FastCSV reading
 * them and DuckDB writing them with types that are known; turn and turn about.
 */
final class ImportTimes {

    private static final int ROWS = Integer.getInteger("bench.rows", 1_000_000);
    private static final int ROUNDS = 3;
    private static final List<ImportColumn> COLUMNS =
            List.of(
                    ImportColumn.of("name", AttributeType.TEXT),
                    ImportColumn.of("city", AttributeType.TEXT),
                    ImportColumn.of("age", AttributeType.INTEGER),
                    ImportColumn.of("visits", AttributeType.INTEGER),
                    ImportColumn.decimal("spend", 2),
                    ImportColumn.decimal("discount", 2),
                    ImportColumn.of("joined", AttributeType.DATE),
                    ImportColumn.of("seen", AttributeType.DATE),
                    ImportColumn.of("loyal", AttributeType.BOOLEAN));

    private ImportTimes() {}

    static void run(Path folder) throws IOException {
        Path file = folder.resolve("import-" + ROWS + ".csv");
        if (!Files.exists(file)) {
            write(file);
        }
        for (int round = 0; round < ROUNDS; round++) {
            double byHand = seconds(() -> byHand(file, folder));
            TableFile table = FileReading.AS_FOUND.look(file);
            long started = System.nanoTime();
            ImportInspection found =
                    table.inspect(
                            ColumnReadings.NONE::of, ImportListener.none(), new CancelSignal());
            double look = (System.nanoTime() - started) / 1e9;
            double load = seconds(() -> ours((TableFile.Separated) table, found, folder));
            System.out.printf(
                    Locale.ROOT,
                    "import of %d cells: FastCSV + DuckDB %.2f s, typing %.2f s, import %.2f s,"
                            + " ratio of the import %.2f, of both %.2f%n",
                    10L * ROWS,
                    byHand,
                    look,
                    load,
                    byHand / load,
                    byHand / (look + load));
        }
    }

    private interface Step {
        void run() throws IOException;
    }

    private static double seconds(Step step) throws IOException {
        long started = System.nanoTime();
        step.run();
        return (System.nanoTime() - started) / 1e9;
    }

    private static void ours(TableFile.Separated file, ImportInspection found, Path folder) {
        try (LocalSourceBuilder builder = builder(folder)) {
            builder.profiles(
                    file.input(),
                    file.format(),
                    ColumnReadings.NONE.columns(found, ZoneOffset.UTC),
                    Optional.of("id"));
        }
    }

    private static void byHand(Path file, Path folder) throws IOException {
        try (LocalSourceBuilder builder = builder(folder);
                TypedRows rows = builder.profileRows(COLUMNS, "bench");
                CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(file)) {
            boolean header = true;
            for (CsvRecord row : reader) {
                if (header) {
                    header = false;
                    continue;
                }
                rows.profile(row.getField(0));
                rows.text(row.getField(1));
                rows.text(row.getField(2));
                rows.whole(Long.parseLong(row.getField(3)));
                rows.whole(Long.parseLong(row.getField(4)));
                rows.decimal(new BigDecimal(row.getField(5)).unscaledValue().longValueExact());
                rows.decimal(new BigDecimal(row.getField(6)).unscaledValue().longValueExact());
                rows.day(LocalDate.parse(row.getField(7)).toEpochDay());
                rows.day(LocalDate.parse(row.getField(8)).toEpochDay());
                rows.truth(Boolean.parseBoolean(row.getField(9)));
                rows.end();
            }
            rows.finish();
        }
    }

    private static LocalSourceBuilder builder(Path folder) {
        return LocalSourceBuilder.begin(
                new LocalSourceFiles(folder),
                SourceEngine.DUCKDB,
                ImportListener.none(),
                new CancelSignal());
    }

    private static void write(Path file) throws IOException {
        try (Writer out = Files.newBufferedWriter(file)) {
            out.write("id,name,city,age,visits,spend,discount,joined,seen,loyal\n");
            for (int i = 0; i < ROWS; i++) {
                LocalDate day = LocalDate.of(2020, 1, 1).plusDays(i % 1_500);
                out.write(
                        "C%08d,Customer %d,City %d,%d,%d,%d.%02d,%d.%02d,%s,%s,%s%n"
                                .formatted(
                                        i,
                                        i * 31L % 99_991,
                                        i % 313,
                                        18 + i % 70,
                                        i % 97,
                                        i % 5_000,
                                        i % 100,
                                        i % 40,
                                        i % 89,
                                        day,
                                        day.plusDays(i % 90),
                                        i % 3 == 0));
            }
        }
    }
}
