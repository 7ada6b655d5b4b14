package io.marquetry.source.plan;

import io.marquetry.base.CancelSignal;
import io.marquetry.base.Problem;
import io.marquetry.source.AttributeType;
import io.marquetry.source.table.CsvRow;
import io.marquetry.source.table.TableRows;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a file of answers, of redemptions for example, tells of each contact: how many answers there
 * are, and the sums of their numbers. Answers belong to contacts by columns that are equal, such as
 * the person and the campaign; no time is needed.
 */
public final class Answers {

    /** The column with how many answers a contact has. */
    public static final String COUNT = "answers";

    private final TableFile file;
    private final List<ImportColumn> columns;
    private final List<String> by;
    private final List<Integer> summed = new ArrayList<>();
    private final List<String> names = new ArrayList<>(List.of(COUNT));
    private final Map<String, Sums> sums = new HashMap<>();

    /** Of the answers to one contact. */
    private static final class Sums {
        private final BigDecimal[] totals;
        private long count;
        private boolean met;

        Sums(int columns) {
            totals = new BigDecimal[columns];
        }
    }

    private Answers(TableFile file, List<ImportColumn> columns, List<String> by) {
        this.file = file;
        this.columns = columns;
        this.by = by;
    }

    /**
     * Reads a file of answers.
     *
     * @param columns one per column of the file, in its order
     * @param by the columns that say whose answer it is
     * @throws io.marquetry.base.ProblemException if the file cannot be read as rows, or lacks one
     *     of the columns
     * @throws CancelSignal.Cancelled if asked to stop
     */
    public static Answers read(
            TableFile file, List<ImportColumn> columns, List<String> by, CancelSignal signal) {
        Answers answers = new Answers(file, List.copyOf(columns), List.copyOf(by));
        answers.readAll(signal);
        return answers;
    }

    private void readAll(CancelSignal signal) {
        int[] keys = positions(file.label(), columns, by);
        for (int i = 0; i < columns.size(); i++) {
            AttributeType type = columns.get(i).type();
            if (type == AttributeType.INTEGER || type == AttributeType.DECIMAL) {
                summed.add(i);
                names.add(COUNT + "." + columns.get(i).name());
            }
        }
        try (TableRows rows = file.open(file.bytes())) {
            for (Optional<CsvRow> next = rows.next(); next.isPresent(); next = rows.next()) {
                signal.check();
                CsvRow row = next.get();
                if (row.problem().isEmpty()) {
                    key(row.cells(), columns, keys).ifPresent(key -> add(key, row.cells()));
                }
            }
        }
    }

    private void add(String key, List<String> cells) {
        Sums found = sums.computeIfAbsent(key, _ -> new Sums(summed.size()));
        found.count++;
        for (int i = 0; i < found.totals.length; i++) {
            int position = summed.get(i);
            ImportColumn column = columns.get(position);
            String cell = position < cells.size() ? cells.get(position) : "";
            if (RowConverter.isMissing(column, cell)) {
                continue;
            }
            BigDecimal number =
                    switch (column.parser().parse(cell)) {
                        case Long whole -> BigDecimal.valueOf(whole);
                        case BigDecimal decimal -> decimal;
                        case null, default -> BigDecimal.ZERO;
                    };
            found.totals[i] = found.totals[i] == null ? number : found.totals[i].add(number);
        }
    }

    static int[] positions(String label, List<ImportColumn> columns, List<String> by) {
        return by.stream().mapToInt(name -> ImportColumn.position(label, columns, name)).toArray();
    }

    /** Returns what the columns say together; empty where one of them is missing. */
    private static Optional<String> key(
            List<String> cells, List<ImportColumn> columns, int[] positions) {
        StringBuilder key = new StringBuilder();
        for (int position : positions) {
            String cell = position < cells.size() ? cells.get(position) : "";
            ImportColumn column = columns.get(position);
            if (RowConverter.isMissing(column, cell)) {
                return Optional.empty();
            }
            append(key, cell);
        }
        return Optional.of(key.toString());
    }

    /** Adds a text to a key; letter case does not tell mail addresses apart. */
    static void append(StringBuilder key, String cell) {
        String told = (cell.indexOf('@') > 0 ? KeyCase.FOLDED : KeyCase.AS_WRITTEN).of(cell);
        // Length first: no two pairs of texts then read alike.
        key.append(told.length()).append(':').append(told);
    }

    /** Returns the columns that contacts get. */
    List<String> names() {
        return names;
    }

    /** Returns whose answers there are, as {@link #append} writes it. */
    List<String> of(String key) {
        List<String> cells = new ArrayList<>();
        Sums found = sums.get(key);
        cells.add(found == null ? "0" : Long.toString(found.count));
        for (int i = 0; i < summed.size(); i++) {
            BigDecimal total = found == null ? null : found.totals[i];
            cells.add(total == null ? "" : total.toPlainString());
        }
        if (found != null) {
            found.met = true;
        }
        return cells;
    }

    /** Returns what people should know once all contacts were read. */
    Optional<Problem> note() {
        long strangers =
                sums.values().stream().filter(found -> !found.met).mapToLong(s -> s.count).sum();
        return strangers == 0
                ? Optional.empty()
                : Optional.of(Problem.of("problem.reading.strangers", file.label(), strangers));
    }

    /** Returns what decides what the answers tell. */
    String facts() {
        return "answers " + file.label() + ' ' + file.facts() + ' ' + by + ' ' + sums.size();
    }
}
