package io.marquetry.source.file;

import io.marquetry.base.FxThread;
import io.marquetry.base.Problem;
import io.marquetry.source.table.CsvRow;
import io.marquetry.source.table.TableRows;
import io.marquetry.source.table.TableShape;

import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A sheet of a spreadsheet in Excel's format {@code .xlsx}.
 *
 * @param path absolute
 * @param sheets the names of all sheets that people see, in their order
 * @param sheet the one with the table
 * @param shape where the table begins in it
 */
public record Workbook(Path path, List<String> sheets, String sheet, TableShape shape) {

    private static final int ROWS = 300;

    /** Copies the names. */
    public Workbook {
        sheets = List.copyOf(sheets);
    }

    /**
     * Looks into a spreadsheet.
     *
     * @param wanted the sheet with the table; empty: the first one that has any
     * @throws io.marquetry.base.ProblemException if it cannot be read, or has no such sheet, or
     *     none with a table
     */
    public static Workbook of(Path path, Optional<String> wanted) {
        Path absolute = path.toAbsolutePath().normalize();
        String label = String.valueOf(absolute.getFileName());
        List<String> sheets = sheets(absolute, label);
        if (wanted.isPresent()) {
            if (!sheets.contains(wanted.get())) {
                throw Problem.of(
                                "problem.datafile.noSheet",
                                label,
                                wanted.get(),
                                String.join(", ", sheets))
                        .asException();
            }
            return looked(absolute, sheets, wanted.get())
                    .orElseThrow(() -> Problem.of("problem.import.emptyFile", label).asException());
        }
        for (String sheet : sheets) {
            Optional<Workbook> found = looked(absolute, sheets, sheet);
            if (found.isPresent()) {
                return found.get();
            }
        }
        throw Problem.of("problem.import.emptyFile", label).asException();
    }

    /** Returns the same spreadsheet with the table elsewhere. */
    public Workbook withShape(TableShape other) {
        return new Workbook(path, sheets, sheet, other);
    }

    /** Returns the file's name. */
    public String label() {
        return String.valueOf(path.getFileName());
    }

    /**
     * Opens the rows.
     *
     * @throws io.marquetry.base.ProblemException if the file cannot be read
     */
    public TableRows open() {
        SheetRows rows = SheetRows.openAhead(path, label(), sheet);
        try {
            return shape.rows(label(), rows, rows::bytes);
        } catch (RuntimeException e) {
            rows.close();
            throw e;
        }
    }

    private static Optional<Workbook> looked(Path path, List<String> sheets, String sheet) {
        String label = String.valueOf(path.getFileName());
        List<CsvRow> first = new ArrayList<>();
        SheetRows rows = SheetRows.open(path, label, sheet);
        try {
            Optional<CsvRow> row = rows.next();
            while (row.isPresent() && first.size() < ROWS) {
                first.add(row.get());
                row = rows.next();
            }
        } finally {
            rows.close();
        }
        return first.isEmpty()
                ? Optional.empty()
                : Optional.of(new Workbook(path, sheets, sheet, TableShape.of(first)));
    }

    private static List<String> sheets(Path path, String label) {
        try (ReadableWorkbook workbook = open(path)) {
            return workbook.getSheets()
                    .filter(sheet -> sheet.getVisibility() == SheetVisibility.VISIBLE)
                    .map(Sheet::getName)
                    .toList();
        } catch (IOException | ExcelReaderException e) {
            throw unreadable(label, e);
        }
    }

    static ReadableWorkbook open(Path path) throws IOException {
        FxThread.refuse();
        return new ReadableWorkbook(path.toFile(), new ReadingOptions(true, true));
    }

    static RuntimeException unreadable(String label, Exception cause) {
        return Problem.of("problem.datafile.unreadable", label, "Excel").asException(cause);
    }
}
