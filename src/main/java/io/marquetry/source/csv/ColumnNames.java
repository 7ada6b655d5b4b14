package io.marquetry.source.csv;

import io.marquetry.base.Problem;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Takes the columns' names from a file's first row. */
final class ColumnNames {

    private static final int LONGEST = 128;

    private ColumnNames() {}

    /** Returns names for columns that have none: {@code column_1} and so on. */
    static List<String> numbered(int columns) {
        return IntStream.rangeClosed(1, columns).mapToObj(i -> "column_" + i).toList();
    }

    /**
     * Returns the names in a row, blanks around them taken off; a column without name is numbered.
     *
     * @throws io.marquetry.base.ProblemException if two are alike or one is too long
     */
    static List<String> of(CsvRow header, String label) {
        Map<String, Integer> positions = new HashMap<>();
        List<String> names = new ArrayList<>();
        for (String cell : header.cells()) {
            int position = names.size() + 1;
            String name = cell.strip();
            if (name.isEmpty()) {
                name = "column_" + position;
            }
            if (name.length() > LONGEST) {
                throw Problem.of(
                                "problem.import.longName",
                                label,
                                position,
                                name.substring(0, 40),
                                LONGEST)
                        .asException();
            }
            Integer other = positions.putIfAbsent(name, position);
            if (other != null) {
                throw Problem.of("problem.import.sameName", label, other, position, name)
                        .asException();
            }
            names.add(name);
        }
        return List.copyOf(names);
    }
}
