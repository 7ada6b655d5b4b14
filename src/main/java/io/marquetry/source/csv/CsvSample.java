package io.marquetry.source.csv;

import io.marquetry.base.Problem;
import io.marquetry.base.ProblemException;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
        List<String> names = new ArrayList<>();
        List<CsvRow> rows = new ArrayList<>();
        try (CsvRows all = CsvRows.open(input, format)) {
            names.addAll(all.names());
            while (rows.size() < wanted) {
                Optional<CsvRow> row = all.next();
                if (row.isEmpty()) {
                    break;
                }
                rows.add(row.get());
            }
            return new CsvSample(names, rows, Optional.empty());
        } catch (ProblemException e) {
            return new CsvSample(names, rows, Optional.of(e.problem()));
        }
    }
}
