package io.marquetry.source.local;

import io.marquetry.base.CancelSignal;
import io.marquetry.base.Problem;
import io.marquetry.source.csv.CsvInput;
import io.marquetry.source.infer.ImportListener;
import io.marquetry.source.infer.ProgressMeter;
import io.marquetry.source.local.rejected.RejectedRow;
import io.marquetry.source.local.rejected.RejectedRowsLog;
import io.marquetry.source.local.write.LocalDatabaseFile;
import io.marquetry.source.local.write.TableWriter;
import io.marquetry.source.plan.ImportColumn;
import io.marquetry.source.plan.TableFile;
import io.marquetry.source.table.CsvRow;
import io.marquetry.source.table.TableRows;

import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
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

    /**
     * Reads the whole file.
     *
     * @param bytes its bytes, watched on the way
     */
    TableResult load(TableFile file, CsvInput bytes, List<ImportColumn> columns, Rows target) {
        try (TableRows rows = file.open(bytes);
                TableWriter table = target.table(database)) {
            ProgressMeter meter = new ProgressMeter(bytes, listener, signal);
            @Nullable Object[] values = new Object[target.width()];
            long accepted = 0;
            for (Optional<CsvRow> next = rows.next(); next.isPresent(); next = rows.next()) {
                CsvRow row = whole(next.get(), columns.size(), file.label());
                meter.row(rows.bytes());
                Optional<Problem> problem = target.convert(row, values);
                if (problem.isPresent()) {
                    rejected.add(
                            new RejectedRow(
                                    file.label(),
                                    row.line(),
                                    problem.get(),
                                    file.raw(row.cells())));
                } else {
                    table.add(values);
                    accepted++;
                }
            }
            refuseOtherColumns(file.label(), rows.names().size(), columns.size());
            if (meter.rows() == 0) {
                throw Problem.of("problem.import.noRows", file.label()).asException();
            }
            table.finish();
            meter.end(rows.bytes());
            return new TableResult(file.label(), meter.rows(), accepted);
        } catch (SQLException | DataAccessException e) {
            throw LocalDatabaseFile.failed(e);
        }
    }

    /** Rows that name their own columns lack those that come up later. */
    private static CsvRow whole(CsvRow row, int columns, String label) {
        int cells = row.cells().size();
        if (cells == columns || row.problem().isPresent()) {
            return row;
        }
        refuseOtherColumns(label, Math.max(cells, columns), columns);
        List<String> full = new ArrayList<>(row.cells());
        full.addAll(Collections.nCopies(columns - cells, ""));
        return new CsvRow(row.line(), full, row.typed(), row.problem());
    }

    private static void refuseOtherColumns(String label, int now, int planned) {
        if (now != planned) {
            throw Problem.of("problem.import.columns", label, now, planned).asException();
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
