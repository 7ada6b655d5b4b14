package io.marquetry.source.table;

import io.marquetry.base.Problem;
import io.marquetry.base.VisibleText;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/**
 * The columns' names, all different.
 *
 * @param unnamed positions of those that have none in the file and are called by their number
 * @param renamed those that repeat a name, as sentences
 */
public record ColumnNames(List<String> names, Set<Integer> unnamed, List<Problem> renamed) {

    /** The most columns that a file may have. */
    public static final int MAX_COLUMNS = 4_096;

    private static final int LONGEST = 128;

    /** Copies the lists. */
    public ColumnNames {
        names = List.copyOf(names);
        unnamed = Set.copyOf(unnamed);
        renamed = List.copyOf(renamed);
    }

    /**
     * Returns names for columns that have none: {@code column_1} and so on.
     *
     * @throws io.marquetry.base.ProblemException if there are too many
     */
    public static ColumnNames numbered(int columns, String label) {
        refuseTooMany(columns, label);
        return new ColumnNames(
                IntStream.range(0, columns).mapToObj(ColumnNames::numbered).toList(),
                Set.of(),
                List.of());
    }

    /**
     * Returns the names in a row, each in one line; a column without name is numbered, and one with
     * the name of another gets a number behind it.
     *
     * @throws io.marquetry.base.ProblemException if one is too long, or there are too many
     */
    public static ColumnNames of(List<String> header, String label) {
        return named(
                header,
                label,
                (column, name) ->
                        Problem.of("problem.import.longName", label, column, name, LONGEST));
    }

    /**
     * Returns the names in a line that was taken for names, as above.
     *
     * @param line where the names stand, counted from 1
     * @throws io.marquetry.base.ProblemException if one is too long, or there are too many
     */
    public static ColumnNames inLine(List<String> header, long line, String label) {
        return named(
                header,
                label,
                (column, name) ->
                        Problem.of(
                                "problem.import.longHeader", label, column, name, LONGEST, line));
    }

    private static ColumnNames named(
            List<String> header, String label, BiFunction<Integer, String, Problem> tooLong) {
        refuseTooMany(header.size(), label);
        List<String> wanted = new ArrayList<>();
        Set<Integer> unnamed = new HashSet<>();
        for (int i = 0; i < header.size(); i++) {
            String name = VisibleText.inOneLine(header.get(i));
            if (name.isEmpty()) {
                unnamed.add(i);
                name = numbered(i);
            }
            if (name.length() > LONGEST) {
                throw tooLong.apply(i + 1, name.substring(0, 40)).asException();
            }
            wanted.add(name);
        }
        List<String> names = new ArrayList<>();
        List<Problem> renamed = new ArrayList<>();
        Set<String> all = new HashSet<>(wanted);
        Set<String> used = new HashSet<>();
        for (int i = 0; i < wanted.size(); i++) {
            String name = wanted.get(i);
            if (!used.add(name)) {
                int n = 2;
                while (all.contains(name + "_" + n) || used.contains(name + "_" + n)) {
                    n++;
                }
                renamed.add(Problem.of("problem.reading.renamed", i + 1, name, name + "_" + n));
                name = name + "_" + n;
                used.add(name);
            }
            names.add(name);
        }
        return new ColumnNames(names, unnamed, renamed);
    }

    /** Returns whether these are names of a file that names none of its columns. */
    public static boolean areNumbers(List<String> names) {
        return !names.isEmpty()
                && IntStream.range(0, names.size()).allMatch(i -> names.get(i).equals(numbered(i)));
    }

    /** Returns whether a name is one that columns without names get. */
    public static boolean isNumber(String name) {
        return name.matches("column_[1-9]\\d{0,4}");
    }

    private static String numbered(int column) {
        return "column_" + (column + 1);
    }

    /**
     * Refuses more columns than a source can have.
     *
     * @param label what people call the file
     * @throws io.marquetry.base.ProblemException if there are more than {@link #MAX_COLUMNS}
     */
    public static void refuseTooMany(int columns, String label) {
        if (columns > MAX_COLUMNS) {
            throw Problem.of("problem.import.tooManyColumns", label, columns, MAX_COLUMNS)
                    .asException();
        }
    }
}
