package io.marquetry.source.file;

import io.marquetry.base.Problem;
import io.marquetry.base.VisibleText;
import io.marquetry.source.csv.CsvRows;
import io.marquetry.source.table.CsvRow;
import io.marquetry.source.table.TableShape;

import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Iterator;
import java.util.Optional;
import java.util.stream.Stream;

/** The rows of a sheet as they come: formulas by the value that the program kept for them. */
final class SheetRows implements TableShape.Raw {

    private static final int MAX_COLUMNS = 16_384;

    private final String label;
    private final ReadableWorkbook workbook;
    private final SheetCells cells;
    private final Stream<Row> stream;
    private final Iterator<Row> rows;

    /** Told to whoever takes the rows, perhaps on another thread. */
    private volatile long line;

    private SheetRows(String label, ReadableWorkbook workbook, Stream<Row> stream) {
        this.label = label;
        this.workbook = workbook;
        this.cells = new SheetCells(workbook.isDate1904());
        this.stream = stream;
        this.rows = stream.iterator();
    }

    static SheetRows open(Path path, String label, String name) {
        try {
            ReadableWorkbook workbook = Workbook.open(path);
            try {
                Sheet sheet = workbook.findSheet(name).orElseThrow();
                return new SheetRows(label, workbook, sheet.openStream());
            } catch (IOException | RuntimeException e) {
                workbook.close();
                throw e;
            }
        } catch (IOException | ExcelReaderException e) {
            throw Workbook.unreadable(label, e);
        }
    }

    @Override
    public Optional<CsvRow> next() {
        try {
            while (rows.hasNext()) {
                Row row = rows.next();
                line = row.getRowNum();
                Optional<CsvRow> read = read(row);
                if (read.isPresent()) {
                    return read;
                }
            }
            return Optional.empty();
        } catch (UncheckedIOException | ExcelReaderException e) {
            throw Workbook.unreadable(label, e);
        }
    }

    private Optional<CsvRow> read(Row row) {
        int width = Math.min(row.getCellCount(), MAX_COLUMNS);
        String[] texts = new String[width];
        Arrays.fill(texts, "");
        BitSet typed = new BitSet();
        Optional<Problem> problem = Optional.empty();
        int last = 0;
        for (Cell cell : row) {
            if (cell == null || cell.getColumnIndex() >= width) {
                continue;
            }
            int at = cell.getColumnIndex();
            String text = VisibleText.of(cells.text(cell));
            if (text.length() > CsvRows.LONGEST_CELL) {
                problem =
                        Optional.of(
                                Problem.of(
                                        "problem.row.cellTooLong",
                                        at + 1,
                                        text.length(),
                                        CsvRows.LONGEST_CELL));
                text = text.substring(0, 40);
            }
            texts[at] = text;
            typed.set(at, cell.getType() == CellType.NUMBER);
            last = text.isEmpty() ? last : Math.max(last, at + 1);
        }
        // Cells that only have a colour are none.
        return last == 0
                ? Optional.empty()
                : Optional.of(
                        new CsvRow(
                                line, Arrays.asList(Arrays.copyOf(texts, last)), typed, problem));
    }

    long bytes() {
        return line;
    }

    @Override
    public void expect(int columns) {
        // No cell of a sheet can swallow others.
    }

    @Override
    public void close() {
        stream.close();
        try {
            workbook.close();
        } catch (IOException e) {
            throw Workbook.unreadable(label, e);
        }
    }
}
