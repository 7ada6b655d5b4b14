package io.marquetry.source.local;

import io.marquetry.base.Problem;
import io.marquetry.source.Attribute;
import io.marquetry.source.local.write.LocalDatabaseFile;
import io.marquetry.source.local.write.TableWriter;
import io.marquetry.source.plan.ImportColumn;
import io.marquetry.source.plan.RowConverter;
import io.marquetry.source.table.CsvRow;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Reads profiles into their table: a dense ordinal, the key, then the attributes. */
final class ProfileTable implements TableLoad.Rows {

    static final int LONGEST_KEY = 256;
    private static final int BEFORE_ATTRIBUTES = 2;

    private final List<ImportColumn> columns;
    private final RowConverter converter;
    private final int keyPosition;
    private final int[] once;
    private final int[] wanted;
    private final int[] counting;
    private final List<Attribute> attributes;
    private final KeyIndex keys;
    private final KeyIndex seen = new KeyIndex();
    private long rows;
    private long accepted;

    ProfileTable(
            String label,
            List<ImportColumn> columns,
            Optional<String> keyColumn,
            List<String> once,
            List<String> counts,
            KeyIndex keys) {
        this.columns = columns;
        this.converter = new RowConverter(columns);
        this.keyPosition =
                keyColumn.map(name -> ImportColumn.position(label, columns, name)).orElse(-1);
        this.once =
                once.stream()
                        .mapToInt(name -> ImportColumn.position(label, columns, name))
                        .toArray();
        this.wanted = TableLoad.included(columns, Set.of());
        this.counting =
                IntStream.range(0, wanted.length)
                        .filter(i -> counts.contains(columns.get(wanted[i]).name()))
                        .toArray();
        this.attributes =
                ModelColumns.attributes(
                        TableLoad.at(columns, wanted),
                        Set.of(ModelColumns.ORDINAL, ModelColumns.KEY));
        this.keys = keys;
    }

    List<Attribute> attributes() {
        return attributes;
    }

    @Override
    public TableWriter table(LocalDatabaseFile database) throws SQLException {
        return database.table(
                ModelColumns.PROFILE,
                ModelColumns.columns(
                        ModelColumns.PROFILE_START, attributes, TableLoad.at(columns, wanted)),
                true);
    }

    @Override
    public int width() {
        return BEFORE_ATTRIBUTES + wanted.length;
    }

    @Override
    public Optional<Problem> convert(CsvRow row, @Nullable Object[] target) {
        rows++;
        Optional<Problem> problem = row.problem();
        if (problem.isEmpty()) {
            problem = converter.convert(row, wanted, target, BEFORE_ATTRIBUTES);
        }
        if (problem.isEmpty()) {
            problem = belowNothing(row, target);
        }
        if (problem.isEmpty()) {
            problem = key(row, target);
        }
        if (problem.isEmpty()) {
            problem = again(row);
        }
        if (problem.isEmpty()) {
            target[0] = accepted;
            accepted++;
        }
        return problem;
    }

    /** Returns why a count cannot be one, if it is below 0. */
    private Optional<Problem> belowNothing(CsvRow row, @Nullable Object[] target) {
        for (int i : counting) {
            boolean below =
                    switch (target[BEFORE_ATTRIBUTES + i]) {
                        case Long whole -> whole < 0;
                        case BigDecimal decimal -> decimal.signum() < 0;
                        case null, default -> false;
                    };
            if (below) {
                return Optional.of(
                        Problem.of(
                                "problem.row.negative",
                                columns.get(wanted[i]).name(),
                                RowConverter.shown(row.cells().get(wanted[i]))));
            }
        }
        return Optional.empty();
    }

    /** Returns why values stand in a row that stood together before, if they did. */
    private Optional<Problem> again(CsvRow row) {
        if (once.length == 0) {
            return Optional.empty();
        }
        List<String> shown = new ArrayList<>();
        StringBuilder together = new StringBuilder();
        for (int position : once) {
            String cell = columns.get(position).keyCase().of(row.cells().get(position));
            if (position == once[once.length - 1]
                    && RowConverter.isMissing(columns.get(position), cell)) {
                return Optional.of(Problem.of("problem.row.noKey", columns.get(position).name()));
            }
            shown.add(RowConverter.shown(cell));
            together.append(cell.length()).append(':').append(cell);
        }
        long before = seen.add(together.toString(), row.line());
        return before == KeyIndex.ABSENT ? Optional.empty() : Optional.of(again(shown, before));
    }

    /** Returns why a row is one too many: its last value stood among the others before. */
    static Problem again(List<String> shown, long line) {
        int last = shown.size() - 1;
        return Problem.of(
                "problem.row.again",
                shown.get(last),
                String.join(", ", shown.subList(0, last)),
                line);
    }

    /** Takes the key last: a row rejected for its values does not use its key up. */
    private Optional<Problem> key(CsvRow row, @Nullable Object[] target) {
        if (keyPosition < 0) {
            target[1] = Long.toString(rows);
            return Optional.empty();
        }
        ImportColumn column = columns.get(keyPosition);
        String key = column.keyCase().of(row.cells().get(keyPosition));
        if (RowConverter.isMissing(column, row.cells().get(keyPosition))) {
            return Optional.of(Problem.of("problem.row.noKey", column.name()));
        }
        if (key.length() > LONGEST_KEY) {
            String shown = RowConverter.shown(key);
            return Optional.of(
                    Problem.of("problem.row.longKey", column.name(), shown, LONGEST_KEY));
        }
        long before = keys.add(key, row.line());
        if (before != KeyIndex.ABSENT) {
            return Optional.of(Problem.of("problem.row.sameKey", RowConverter.shown(key), before));
        }
        target[1] = key;
        return Optional.empty();
    }
}
