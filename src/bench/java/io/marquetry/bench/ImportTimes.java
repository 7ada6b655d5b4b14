package io.marquetry.bench;

import io.marquetry.base.CancelSignal;
import io.marquetry.source.AttributeType;
import io.marquetry.source.SourceEngine;
import io.marquetry.source.infer.ImportInspection;
import io.marquetry.source.infer.ImportListener;
import io.marquetry.source.plan.ColumnReadings;
import io.marquetry.source.plan.FileReading;
import io.marquetry.source.plan.ImportColumn;
import io.marquetry.source.local.LocalSourceBuilder;
import io.marquetry.source.local.LocalSourceFiles;
import io.marquetry.source.local.SheetFile;
import io.marquetry.source.plan.TableFile;
import io.marquetry.source.local.write.TypedRows;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;

import com.sun.management.OperatingSystemMXBean;

import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;

import java.io.IOException;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Ten million cells of separated values: our reading, typing and writing, against FastCSV reading
 * them and DuckDB writing them with types that are known; turn and turn about.
 */
final class ImportTimes {

    private static final int ROWS = Integer.getInteger("bench.rows", 1_000_000);
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);
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
            Times byHand = times(() -> byHand(file, folder));
            Found found = new Found();
            Times look = times(() -> found.read(file));
            Times load = times(() -> ours(found, folder));
            System.out.printf(
                    Locale.ROOT,
                    "import of %d cells: FastCSV + DuckDB %s, finding the types %s, import %s; ratio of the import %s,"
                            + " of both %s; most heap %d MB%n",
                    10L * ROWS,
                    byHand,
                    look,
                    load,
                    byHand.over(load),
                    byHand.over(look.and(load)),
                    mostHeap());
        }
        sheet(folder);
    }

    /** The same for a fifth of the rows in a spreadsheet, against its reader alone. */
    private static void sheet(Path folder) throws IOException {
        Path file = folder.resolve("import-" + ROWS + ".xlsx");
        if (!Files.exists(file)) {
            List<List<Object>> rows = new ArrayList<>();
            rows.add(List.of("id", "name", "city", "age", "visits", "spend", "discount", "joined", "seen", "loyal"));
            for (int i = 0; i < ROWS / 5; i++) {
                rows.add(row(i));
            }
            SheetFile.write(file, rows);
        }
        for (int round = 0; round < ROUNDS; round++) {
            Times alone = times(() -> readSheet(file));
            Found found = new Found();
            Times look = times(() -> found.read(file));
            Times load = times(() -> ours(found, folder));
            System.out.printf(
                    Locale.ROOT,
                    "import of %d cells of a sheet: reader alone %s, finding the types %s, import %s; ratio of the"
                            + " import %s, of both %s; most heap %d MB%n",
                    2L * ROWS,
                    alone,
                    look,
                    load,
                    alone.over(load),
                    alone.over(look.and(load)),
                    mostHeap());
        }
    }

    private static void readSheet(Path file) throws IOException {
        long characters = 0;
        try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true));
                Stream<Row> rows = workbook.getFirstSheet().openStream()) {
            for (Row row : (Iterable<Row>) rows::iterator) {
                for (Cell cell : row) {
                    String text = cell == null ? null : cell.getRawValue();
                    characters += text == null ? 0 : text.length();
                }
            }
        }
        if (characters == 0) {
            throw new IllegalStateException("an empty sheet");
        }
    }

    /** A file and what its columns hold. */
    private static final class Found {
        private TableFile table;
        private ImportInspection columns;

        void read(Path file) {
            table = FileReading.AS_FOUND.look(file);
            columns = table.inspect(ColumnReadings.NONE::of, ImportListener.none(), new CancelSignal());
        }
    }

    /** By the clock, and what the processors did: on a busy machine only the second compares. */
    private record Times(double clock, double processor) {

        Times and(Times other) {
            return new Times(clock + other.clock, processor + other.processor);
        }

        String over(Times ours) {
            return "%.2f (%.2f)".formatted(clock / ours.clock, processor / ours.processor);
        }

        @Override
        public String toString() {
            return "%.2f s (%.2f s)".formatted(clock, processor);
        }
    }

    private interface Step {
        void run() throws IOException;
    }

    private static Times times(Step step) throws IOException {
        long processor = processorTime();
        long started = System.nanoTime();
        step.run();
        return new Times(
                (System.nanoTime() - started) / 1e9, (processorTime() - processor) / 1e9);
    }

    private static long processorTime() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    /** Returns the most that was in use since the last call, in MB. */
    private static long mostHeap() {
        long most = 0;
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            if (pool.getType() == MemoryType.HEAP && pool.getCollectionUsage() != null) {
                most += pool.getCollectionUsage().getUsed();
            }
        }
        return most >> 20;
    }

    private static void ours(Found found, Path folder) {
        try (LocalSourceBuilder builder = builder(folder)) {
            builder.profiles(
                    found.table,
                    ColumnReadings.NONE.columns(found.columns, ZoneOffset.UTC),
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

    private static List<Object> row(int i) {
        LocalDate day = LocalDate.of(2020, 1, 1).plusDays(i % 1_500);
        return List.of(
                "C%08d".formatted(i),
                "Customer " + i * 31L % 99_991,
                "City " + i % 313,
                18 + i % 70,
                i % 97,
                BigDecimal.valueOf(i % 5_000 * 100L + i % 100, 2),
                BigDecimal.valueOf(i % 40 * 100L + i % 89, 2),
                day,
                day.plusDays(i % 90),
                i % 3 == 0);
    }

    private static void write(Path file) throws IOException {
        try (Writer out = Files.newBufferedWriter(file)) {
            out.write("id,name,city,age,visits,spend,discount,joined,seen,loyal\n");
            for (int i = 0; i < ROWS; i++) {
                out.write(String.join(",", row(i).stream().map(Object::toString).toList()) + '\n');
            }
        }
    }
}
