package io.marquetry.source.plan;

import io.marquetry.base.Problem;
import io.marquetry.source.cell.CellParser;
import io.marquetry.source.infer.MissingWords;
import io.marquetry.source.table.CsvRow;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Turns a row's cells into the values of a plan's columns. */
public final class RowConverter {

    private static final int SHOWN = 40;

    private final List<ImportColumn> columns;
    private final List<CellParser> parsers;

    public RowConverter(List<ImportColumn> columns) {
        this.columns = columns;
        this.parsers = columns.stream().map(ImportColumn::parser).toList();
    }

    /**
     * Fills in the value of each wanted column; null where it is missing.
     *
     * @param wanted positions of the columns
     * @param target receives the values
     * @param offset where the first goes
     * @return why the row cannot be taken, if so
     */
    public Optional<Problem> convert(
            CsvRow row, int[] wanted, @Nullable Object[] target, int offset) {
        for (int i = 0; i < wanted.length; i++) {
            ImportColumn column = columns.get(wanted[i]);
            String cell = row.cells().get(wanted[i]);
            if (isMissing(column, cell)) {
                target[offset + i] = null;
                continue;
            }
            Object value = parsers.get(wanted[i]).parse(column.keyCase().of(cell));
            if (value == null) {
                return Optional.of(notOfType(column, cell));
            }
            if (value instanceof BigDecimal number && !fits(number, column.scale())) {
                return Optional.of(
                        Problem.of(
                                "problem.row.decimal",
                                column.name(),
                                shown(cell),
                                38 - column.scale(),
                                column.scale()));
            }
            target[offset + i] = value;
        }
        return Optional.empty();
    }

    /** Returns whether a cell holds no value: blank, or one of the column's markers. */
    public static boolean isMissing(ImportColumn column, String cell) {
        return MissingWords.isNothing(cell)
                || (!column.missing().isEmpty() && column.missing().contains(cell));
    }

    /** Returns a cell's text, cut to what fits into a sentence. */
    public static String shown(String cell) {
        return cell.length() <= SHOWN ? cell : cell.substring(0, SHOWN) + "…";
    }

    private static boolean fits(BigDecimal number, int scale) {
        return number.scale() <= scale && number.precision() - number.scale() <= 38 - scale;
    }

    /** Returns why a cell is no value of its column. */
    static Problem notOfType(ImportColumn column, String cell) {
        String key =
                switch (column.type()) {
                    case TEXT -> throw new IllegalStateException("every cell is a text");
                    case INTEGER -> "problem.row.integer";
                    case DECIMAL -> "problem.row.number";
                    case DATE -> "problem.row.date";
                    case DATETIME -> "problem.row.dateTime";
                    case BOOLEAN -> "problem.row.boolean";
                };
        return switch (column.type()) {
            case DATE -> Problem.of(key, column.name(), shown(cell), column.dates().forms());
            case DATETIME -> Problem.of(key, column.name(), shown(cell), column.dates().example());
            case DECIMAL -> Problem.of(key, column.name(), shown(cell), column.numbers().example());
            case TEXT, INTEGER, BOOLEAN -> Problem.of(key, column.name(), shown(cell));
        };
    }
}
