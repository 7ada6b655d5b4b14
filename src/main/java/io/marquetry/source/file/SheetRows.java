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
    private final SheetCells cells;
    private final RowSource<Row> rows;
    private long line;

    private SheetRows(String label, SheetCells cells, RowSource<Row> rows) {
        this.label = label;
        this.cells = cells;
        this.rows = rows;
    }

    /** Opens a sheet of which somebody wants the first rows. */
    static SheetRows open(Path path, String label, String name) {
        InFile rows = InFile.open(path, label, name);
        return new SheetRows(label, rows.cells(), rows);
    }

    /** Opens a sheet that is read to its end: the file by a thread of its own. */
    static SheetRows openAhead(Path path, String label, String name) {
        InFile rows = InFile.open(path, label, name);
        return new SheetRows(label, rows.cells(), ReadAhead.of(rows));
    }

    @Override
    public Optional<CsvRow> next() {
        try {
            Optional<Row> row = rows.next();
            while (row.isPresent()) {
                line = row.get().getRowNum();
                Optional<CsvRow> read = read(row.get());
                if (read.isPresent()) {
                    return read;
                }
                row = rows.next();
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
        rows.close();
    }

    /** The rows as the file has them. */
    private record InFile(
            String label, ReadableWorkbook workbook, Stream<Row> stream, Iterator<Row> rows)
            implements RowSource<Row> {

        static InFile open(Path path, String label, String name) {
            try {
                ReadableWorkbook workbook = Workbook.open(path);
                try {
                    Stream<Row> stream = workbook.findSheet(name).orElseThrow().openStream();
                    return new InFile(label, workbook, stream, stream.iterator());
                } catch (IOException | RuntimeException e) {
                    workbook.close();
                    throw e;
                }
            } catch (IOException | ExcelReaderException e) {
                throw Workbook.unreadable(label, e);
            }
        }

        SheetCells cells() {
            return new SheetCells(workbook.isDate1904());
        }

        @Override
        public Optional<Row> next() {
            return rows.hasNext() ? Optional.of(rows.next()) : Optional.empty();
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
}
