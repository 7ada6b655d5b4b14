package io.marquetry.source.plan;

import io.marquetry.base.NameList;
import io.marquetry.base.Problem;
import io.marquetry.base.VisibleText;
import io.marquetry.source.infer.MissingWords;
import io.marquetry.source.table.CsvRow;
import io.marquetry.source.table.TableRows;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A list of values in a file of any kind that is imported: one a line, all in one line, or a column
 * of a table.
 */
public final class ListFile {

    private ListFile() {}

    /**
     * Returns the values, each once, in their order. Blocks.
     *
     * @param column whose values are wanted where the file has several columns
     * @param most how many values there may be
     * @throws io.marquetry.base.ProblemException if the file cannot be read, has several columns
     *     but none of this name, no value or too many
     */
    public static List<String> values(Path file, String column, int most) {
        TableFile found = FileReading.AS_FOUND.look(file);
        boolean table = found.sample(2).names().size() > 1 && hasSeveralRows(found);
        TableFile bare = found;
        if (!table && found instanceof TableFile.Separated text) {
            // A list has no names: what looks like one is the first value.
            bare = text.withFormat(text.format().withHeader(false).withSkip(0));
        }
        Set<String> values = new LinkedHashSet<>();
        try (TableRows rows = bare.open(bare.bytes())) {
            int wanted = table ? position(found, rows.names(), column) : -1;
            for (Optional<CsvRow> next = rows.next(); next.isPresent(); next = rows.next()) {
                CsvRow row = next.get();
                if (row.problem().isPresent()) {
                    throw Problem.of("problem.reading.line", row.line(), row.problem().get())
                            .asException();
                }
                take(row.cells(), wanted, values);
                if (values.size() > most) {
                    throw Problem.of("problem.import.listTooLong", found.label(), most)
                            .asException();
                }
            }
        }
        if (!table && values.size() > 1 && isName(values.iterator().next(), column)) {
            values.remove(values.iterator().next());
        }
        if (values.isEmpty()) {
            throw Problem.of("problem.import.listEmpty", found.label()).asException();
        }
        return List.copyOf(values);
    }

    private static boolean hasSeveralRows(TableFile file) {
        if (file instanceof TableFile.Separated text) {
            TableFile bare = text.withFormat(text.format().withHeader(false));
            return bare.sample(2).rows().size() > 1;
        }
        return true;
    }

    private static int position(TableFile file, List<String> names, String column) {
        for (int i = 0; i < names.size(); i++) {
            if (isName(names.get(i), column)) {
                return i;
            }
        }
        throw Problem.of("problem.import.noColumn", file.label(), column, NameList.of(names))
                .asException();
    }

    private static boolean isName(String text, String column) {
        return VisibleText.folded(text).equals(VisibleText.folded(column));
    }

    private static void take(List<String> cells, int wanted, Set<String> values) {
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i);
            if ((wanted < 0 || wanted == i) && !MissingWords.isNothing(cell)) {
                values.add(cell);
            }
        }
    }
}
