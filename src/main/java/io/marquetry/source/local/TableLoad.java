package io.marquetry.source.local;

import io.marquetry.base.CancelSignal;
import io.marquetry.base.Problem;
import io.marquetry.source.csv.CsvFormat;
import io.marquetry.source.csv.CsvInput;
import io.marquetry.source.csv.CsvRow;
import io.marquetry.source.csv.CsvRows;
import io.marquetry.source.csv.ImportListener;
import io.marquetry.source.csv.ProgressMeter;

import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Reads one file into one table, and sets aside the rows that do not fit. */
record TableLoad(
        LocalDatabaseFile database,
        RejectedRowsLog rejected,
        ImportListener listener,
        CancelSignal signal) {

    /** What becomes of a file's rows. */
    interface Rows {
        /** Makes the table. */
        TableWriter table(LocalDatabaseFile database) throws SQLException;

        /** Returns how many values a row of the table has. */
        int width();

        /** Fills in the values of a row of the table, or says why the row is rejected. */
        Optional<Problem> convert(CsvRow row, @Nullable Object[] target);
    }

    /** Reads the whole file. */
    TableResult load(CsvInput input, CsvFormat format, List<ImportColumn> columns, Rows target) {
        try (CsvRows rows = CsvRows.open(input, format);
                TableWriter table = target.table(database)) {
            if (rows.names().size() != columns.size()) {
                throw Problem.of(
                                "problem.import.columns",
                                input.label(),
                                rows.names().size(),
                                columns.size())
                        .asException();
            }
            ProgressMeter meter = new ProgressMeter(input, listener, signal);
            @Nullable Object[] values = new Object[target.width()];
            long accepted = 0;
            for (Optional<CsvRow> next = rows.next(); next.isPresent(); next = rows.next()) {
                CsvRow row = next.get();
                meter.row(rows.bytes());
                Optional<Problem> problem = target.convert(row, values);
                if (problem.isPresent()) {
                    rejected.add(
                            new RejectedRow(
                                    input.label(),
                                    row.line(),
                                    problem.get(),
                                    format.join(row.cells())));
                } else {
                    table.add(values);
                    accepted++;
                }
            }
            if (meter.rows() == 0) {
                throw Problem.of("problem.import.noRows", input.label()).asException();
            }
            table.finish();
            meter.end(rows.bytes());
            return new TableResult(input.label(), meter.rows(), accepted);
        } catch (SQLException | DataAccessException e) {
            throw LocalDatabaseFile.failed(e);
        }
    }

    /** Returns the positions of the columns to keep, except some. */
    static int[] included(List<ImportColumn> columns, Set<Integer> except) {
        return IntStream.range(0, columns.size())
                .filter(i -> columns.get(i).included() && !except.contains(i))
                .toArray();
    }

    static List<ImportColumn> at(List<ImportColumn> columns, int[] positions) {
        return IntStream.of(positions).mapToObj(columns::get).toList();
    }
}
