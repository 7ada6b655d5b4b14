package io.marquetry.source.csv;

import io.marquetry.base.CancelSignal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What reading a whole file shows before it is imported.
 *
 * @param columns in the order of the file
 * @param rows all of them
 * @param ragged rows with more or fewer values than there are columns; they do not count for types
 * @param leftOut columns of types that rules cannot ask, as name and type
 */
public record ImportInspection(
        List<InspectedColumn> columns, long rows, long ragged, List<String> leftOut) {

    /** Copies the lists. */
    public ImportInspection {
        columns = List.copyOf(columns);
        leftOut = List.copyOf(leftOut);
    }

    /**
     * Reads the whole file.
     *
     * @param missing returns for a column's name the texts that mean "no value" besides the empty
     *     one
     * @throws io.marquetry.base.ProblemException if the file cannot be read as rows
     * @throws CancelSignal.Cancelled if asked to stop
     */
    public static ImportInspection of(
            CsvInput input,
            CsvFormat format,
            Function<String, Set<String>> missing,
            ImportListener listener,
            CancelSignal signal) {
        try (CsvRows rows = CsvRows.open(input, format)) {
            List<ColumnInspection> columns = new ArrayList<>();
            for (String name : rows.names()) {
                columns.add(new ColumnInspection(name, missing.apply(name)));
            }
            ProgressMeter meter = new ProgressMeter(input, listener, signal);
            long ragged = 0;
            for (Optional<CsvRow> row = rows.next(); row.isPresent(); row = rows.next()) {
                meter.row(rows.bytes());
                List<String> cells = row.get().cells();
                if (cells.size() != columns.size()) {
                    ragged++;
                    continue;
                }
                for (int i = 0; i < columns.size(); i++) {
                    columns.get(i).add(cells.get(i));
                }
            }
            meter.end(rows.bytes());
            return new ImportInspection(
                    columns.stream().map(ColumnInspection::result).toList(),
                    meter.rows(),
                    ragged,
                    List.of());
        }
    }
}
