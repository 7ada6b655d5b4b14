package io.marquetry.source.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.base.CancelSignal;
import io.marquetry.base.Problem;
import io.marquetry.source.infer.ImportInspection;
import io.marquetry.source.infer.ImportListener;
import io.marquetry.source.infer.InspectedColumn;
import io.marquetry.source.infer.MissingWords;
import io.marquetry.source.plan.ColumnReadings;
import io.marquetry.source.plan.FileReading;
import io.marquetry.source.plan.ImportColumn;
import io.marquetry.source.plan.TableFile;
import io.marquetry.source.table.CsvRow;
import io.marquetry.source.table.TableRows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * A clean table, written in random ugly ways, is read back as the same table, or the reading names
 * its doubt: never another table in silence. {@code -Dugly.files=2000} tries more of them.
 */
class UglyFilesTest {

    private static final int WAYS = Integer.getInteger("ugly.files", 250);

    @TempDir private Path folder;

    @Test
    void sameTableOrANamedDoubt() throws IOException, SQLException {
        int alike = 0;
        int asked = 0;
        List<String> silent = new ArrayList<>();
        for (int seed = 1; seed <= WAYS; seed++) {
            UglyTable table = new UglyTable(new Random(seed));
            Path file = folder.resolve("ugly-" + seed + table.ending());
            table.write(file);
            TableFile read = FileReading.AS_FOUND.look(file);
            ImportInspection found =
                    read.inspect(
                            ColumnReadings.NONE::of, ImportListener.none(), new CancelSignal());
            List<List<Object>> values = values(read, found);
            if (values.equals(table.values())) {
                alike++;
            } else if (isAsked(read, found, values, table)) {
                asked++;
            } else {
                silent.add("seed " + seed + " " + table.way() + " " + columns(found));
            }
            Files.delete(file);
        }
        System.out.printf("ugly files: %d alike, %d asked of %d%n", alike, asked, WAYS);
        assertThat(silent).isEmpty();
        assertThat(alike).isGreaterThan(WAYS * 8 / 10);
    }

    private static List<String> columns(ImportInspection found) {
        return found.columns().stream().map(c -> c.type() + " " + c.examples()).toList();
    }

    /** Each column that differs says why, or the encoding does, or the rows that are gone do. */
    private static boolean isAsked(
            TableFile read, ImportInspection found, List<List<Object>> values, UglyTable table) {
        boolean guessed =
                read.notes().stream()
                        .map(Problem::key)
                        .anyMatch("problem.reading.guessedEncoding"::equals);
        if (values.size() != table.values().size()) {
            return !found.lostFor().isEmpty();
        }
        for (int column = 0; column < found.columns().size(); column++) {
            InspectedColumn inspected = found.columns().get(column);
            boolean same = true;
            for (int row = 0; row < values.size(); row++) {
                same &=
                        column < table.values().get(row).size()
                                && values.get(row)
                                        .get(column)
                                        .equals(table.values().get(row).get(column));
            }
            if (!same && inspected.why().isEmpty() && !guessed) {
                return false;
            }
        }
        return true;
    }

    private static List<List<Object>> values(TableFile file, ImportInspection found) {
        List<ImportColumn> columns = ColumnReadings.NONE.columns(found, ZoneOffset.UTC);
        List<List<Object>> values = new ArrayList<>();
        try (TableRows rows = file.open(file.bytes())) {
            for (Optional<CsvRow> row = rows.next(); row.isPresent(); row = rows.next()) {
                if (row.get().problem().isPresent()) {
                    continue;
                }
                List<Object> cells = new ArrayList<>();
                for (int i = 0; i < columns.size(); i++) {
                    if (!columns.get(i).included()) {
                        continue;
                    }
                    String cell = i < row.get().cells().size() ? row.get().cells().get(i) : "";
                    Object value =
                            MissingWords.isNothing(cell) ? "" : columns.get(i).parser().parse(cell);
                    cells.add(
                            switch (value) {
                                case null -> "?";
                                case Long whole -> UglyTable.plain(BigDecimal.valueOf(whole));
                                case BigDecimal number -> UglyTable.plain(number);
                                case Object other -> other.toString();
                            });
                }
                values.add(cells);
            }
        }
        return values;
    }
}
