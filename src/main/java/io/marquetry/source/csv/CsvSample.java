package io.marquetry.source.csv;

import io.marquetry.base.Problem;
import io.marquetry.base.ProblemException;
import io.marquetry.source.table.CsvRow;
import io.marquetry.source.table.TableRows;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The first rows of a file as a format reads them, to see whether the format is right.
 *
 * @param names one per column
 * @param rows ragged ones included
 * @param problem why reading stopped before the wanted number of rows, if it did
 */
public record CsvSample(List<String> names, List<CsvRow> rows, Optional<Problem> problem) {

    /** Copies the lists. */
    public CsvSample {
        names = List.copyOf(names);
        rows = List.copyOf(rows);
    }

    /**
     * Reads the first rows; what is wrong with them is in the sample, not thrown.
     *
     * @param wanted how many rows at most
     */
    public static CsvSample read(CsvInput input, CsvFormat format, int wanted) {
        return read(() -> CsvRows.open(input, format), wanted);
    }

    /**
     * Reads the first rows; what is wrong with them is in the sample, not thrown.
     *
     * @param opening opens the rows
     * @param wanted how many rows at most
     */
    public static CsvSample read(Supplier<TableRows> opening, int wanted) {
        List<String> names = new ArrayList<>();
        List<CsvRow> rows = new ArrayList<>();
        try (TableRows all = opening.get()) {
            Optional<CsvRow> row = Optional.empty();
            do {
                row.ifPresent(rows::add);
                names.addAll(all.names().subList(names.size(), all.names().size()));
                row = rows.size() < wanted ? all.next() : Optional.empty();
            } while (row.isPresent());
            names.addAll(all.names().subList(names.size(), all.names().size()));
            return new CsvSample(names, rows, Optional.empty());
        } catch (ProblemException e) {
            return new CsvSample(names, rows, Optional.of(e.problem()));
        }
    }
}
