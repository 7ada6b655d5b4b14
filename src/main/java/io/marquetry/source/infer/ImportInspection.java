package io.marquetry.source.infer;

import io.marquetry.base.CancelSignal;
import io.marquetry.base.Problem;
import io.marquetry.source.cell.DecimalMark;
import io.marquetry.source.csv.CsvInput;
import io.marquetry.source.table.CsvRow;
import io.marquetry.source.table.TableRows;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What reading a whole file shows before it is imported.
 *
 * @param columns in the order of the file
 * @param rows all of them
 * @param lost rows that cannot be taken, whatever their values are; they do not count for types
 * @param lostFor how many of them there are for each kind of reason, each with the first example
 * @param leftOut columns of types that rules cannot ask, as name and type
 * @param notes what people should know of the reading, as sentences
 */
public record ImportInspection(
        List<InspectedColumn> columns,
        long rows,
        long lost,
        List<Problem> lostFor,
        List<String> leftOut,
        List<Problem> notes) {

    /** Copies the lists. */
    public ImportInspection {
        columns = List.copyOf(columns);
        lostFor = List.copyOf(lostFor);
        leftOut = List.copyOf(leftOut);
        notes = List.copyOf(notes);
    }

    /** Returns whether more than half of the rows cannot be taken. */
    public boolean losesMost() {
        return lost * 2 > rows;
    }

    /**
     * Reads the whole file.
     *
     * @param input what is read, for progress
     * @param readings returns for a column's name how people said it is read
     * @throws io.marquetry.base.ProblemException if the file cannot be read as rows
     * @throws CancelSignal.Cancelled if asked to stop
     */
    public static ImportInspection of(
            TableRows rows,
            CsvInput input,
            Function<String, ColumnReading> readings,
            ImportListener listener,
            CancelSignal signal) {
        List<ColumnInspection> columns = new ArrayList<>();
        ProgressMeter meter = new ProgressMeter(input, listener, signal);
        Map<String, Problem> reasons = new TreeMap<>();
        long lost = 0;
        long before = 0;
        grow(columns, rows, readings, before);
        for (Optional<CsvRow> next = rows.next(); next.isPresent(); next = rows.next()) {
            CsvRow row = next.get();
            meter.row(rows.bytes());
            if (row.problem().isPresent()) {
                lost++;
                reasons.putIfAbsent(
                        row.problem().get().key(),
                        Problem.of("problem.reading.line", row.line(), row.problem().get()));
                continue;
            }
            if (rows.names().size() > columns.size()) {
                grow(columns, rows, readings, before);
            }
            before++;
            List<String> cells = row.cells();
            for (int i = 0; i < cells.size(); i++) {
                columns.get(i).add(cells.get(i), row.line(), row.typed().get(i));
            }
            for (int i = cells.size(); i < columns.size(); i++) {
                columns.get(i).addMissing();
            }
        }
        meter.end(rows.bytes());
        DecimalMark proven = proven(columns);
        List<Problem> notes = new ArrayList<>(rows.notes());
        unmet(columns).ifPresent(notes::add);
        nulls(columns).ifPresent(notes::add);
        return new ImportInspection(
                columns.stream().map(column -> column.result(proven)).toList(),
                meter.rows(),
                lost,
                List.copyOf(reasons.values()),
                rows.leftOut(),
                notes);
    }

    private static void grow(
            List<ColumnInspection> columns,
            TableRows rows,
            Function<String, ColumnReading> readings,
            long before) {
        for (int i = columns.size(); i < rows.names().size(); i++) {
            String name = rows.names().get(i);
            columns.add(
                    new ColumnInspection(
                            name,
                            rows.isUnnamed(i),
                            readings.apply(name),
                            rows.declared(i),
                            before));
        }
    }

    private static @Nullable DecimalMark proven(List<ColumnInspection> columns) {
        Set<DecimalMark> marks = EnumSet.noneOf(DecimalMark.class);
        for (ColumnInspection column : columns) {
            DecimalMark mark = column.proof();
            if (mark != null) {
                marks.add(mark);
            }
        }
        return marks.size() == 1 ? marks.iterator().next() : null;
    }

    /** Returns the sentence about the mark that dumps write for "no value". */
    private static Optional<Problem> nulls(List<ColumnInspection> columns) {
        long cells = columns.stream().mapToLong(ColumnInspection::nulls).sum();
        return cells == 0
                ? Optional.empty()
                : Optional.of(
                        Problem.of("problem.reading.nulls", MissingWords.NULL_OF_DUMPS, cells));
    }

    /** Returns the sentence about words for "no value" that stand nowhere. */
    private static Optional<Problem> unmet(List<ColumnInspection> columns) {
        Set<String> everywhere = new TreeSet<>();
        columns.forEach(column -> everywhere.addAll(column.unmet()));
        columns.forEach(column -> everywhere.removeAll(column.met()));
        return everywhere.isEmpty()
                ? Optional.empty()
                : Optional.of(Problem.of("problem.reading.unmet", String.join(", ", everywhere)));
    }
}
