package io.marquetry.source.table;

import io.marquetry.base.Problem;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * The table in a file of rows: what stands above and below it is no row of it. Rows that are short
 * are filled with missing values and counted; rows without any value are skipped; rows that say no
 * more than the names do, or that sum up others, cannot be taken.
 */
public final class ShapedRows implements TableRows {

    /** A footer of more lines than this is part of the table. */
    private static final int MAX_BELOW = 12;

    private final TableShape.Raw raw;
    private final LongSupplier bytes;
    private final ColumnNames names;
    private final Optional<List<String>> header;
    private final Deque<CsvRow> held = new ArrayDeque<>();
    private final Deque<CsvRow> free = new ArrayDeque<>();
    private final List<Problem> before;
    private boolean gap;
    private long filledUp;
    private long firstFilledUp;
    private long lastLine;
    private int lastCells;

    /**
     * Reads up to the names.
     *
     * @param skip lines above the table
     * @param notes what is known of the reading before
     * @throws io.marquetry.base.ProblemException if there is no row, or a name is impossible
     */
    public ShapedRows(
            String label,
            TableShape.Raw raw,
            int skip,
            boolean hasHeader,
            LongSupplier bytes,
            List<Problem> notes) {
        this.raw = raw;
        this.bytes = bytes;
        this.before = new ArrayList<>(notes);
        CsvRow first = first(label, skip);
        if (hasHeader) {
            first.problem()
                    .ifPresent(
                            why -> {
                                throw Problem.of(
                                                "problem.import.headerLine",
                                                label,
                                                first.line(),
                                                why)
                                        .asException();
                            });
            names = ColumnNames.inLine(first.cells(), first.line(), label);
            header = Optional.of(first.cells());
        } else {
            names = ColumnNames.numbered(first.cells().size(), label);
            header = Optional.empty();
            free.add(first);
        }
        before.addAll(names.renamed());
        raw.expect(names.names().size());
    }

    private CsvRow first(String label, int skip) {
        while (true) {
            CsvRow row =
                    raw.next()
                            .orElseThrow(
                                    () ->
                                            Problem.of("problem.import.emptyFile", label)
                                                    .asException());
            if (row.line() > skip
                    && !FooterWords.isEmpty(row.cells())
                    && !FooterWords.isRuler(row.cells())) {
                return row;
            }
        }
    }

    @Override
    public List<String> names() {
        return names.names();
    }

    @Override
    public boolean isUnnamed(int column) {
        return names.unnamed().contains(column);
    }

    @Override
    public Optional<CsvRow> next() {
        if (!free.isEmpty()) {
            return Optional.of(shaped(free.poll()));
        }
        while (true) {
            Optional<CsvRow> read = raw.next();
            if (read.isEmpty()) {
                CsvRow below = held.poll();
                return below == null ? Optional.empty() : Optional.of(refused(below));
            }
            CsvRow row = read.get();
            boolean empty = FooterWords.isEmpty(row.cells()) && row.problem().isEmpty();
            gap |= empty || (lastLine > 0 && row.line() > lastLine + 1 && lastCells > 0);
            lastLine = row.line();
            lastCells = row.cells().size();
            boolean ruler = row.problem().isEmpty() && FooterWords.isRuler(row.cells());
            if (empty || ruler) {
                continue;
            }
            boolean below =
                    row.problem().isEmpty()
                            && held.size() < MAX_BELOW
                            && FooterWords.mayBeBelow(
                                    row.cells(), names.names().size(), gap || !held.isEmpty());
            gap = false;
            if (below) {
                held.add(row);
                continue;
            }
            if (!held.isEmpty()) {
                // There are more rows: what might have been the end is in the table.
                free.addAll(held);
                held.clear();
                free.add(row);
                return Optional.of(shaped(free.poll()));
            }
            return Optional.of(shaped(row));
        }
    }

    private CsvRow shaped(CsvRow row) {
        List<String> cells = row.cells();
        int columns = names.names().size();
        if (row.problem().isPresent()) {
            return row;
        }
        if (header.isPresent() && isHeader(cells)) {
            return with(row, Problem.of("problem.row.header"));
        }
        if (FooterWords.isTotal(cells) && FooterWords.filled(cells) < columns) {
            return refused(row);
        }
        if (cells.size() == columns) {
            return row;
        }
        if (cells.size() < columns) {
            filledUp++;
            firstFilledUp = firstFilledUp == 0 ? row.line() : firstFilledUp;
            List<String> full = new ArrayList<>(cells);
            while (full.size() < columns) {
                full.add("");
            }
            return new CsvRow(row.line(), full, row.typed(), row.problem());
        }
        for (int i = columns; i < cells.size(); i++) {
            if (!cells.get(i).isEmpty()) {
                return with(row, Problem.of("problem.row.ragged", cells.size(), columns));
            }
        }
        return new CsvRow(row.line(), cells.subList(0, columns), row.typed(), row.problem());
    }

    private boolean isHeader(List<String> cells) {
        List<String> first = header.orElseThrow();
        return cells.size() == first.size() && cells.equals(first);
    }

    private CsvRow refused(CsvRow row) {
        return with(
                row,
                Problem.of(
                        FooterWords.isTotal(row.cells())
                                ? "problem.row.total"
                                : "problem.row.below"));
    }

    private static CsvRow with(CsvRow row, Problem why) {
        return new CsvRow(row.line(), row.cells(), row.typed(), Optional.of(why));
    }

    @Override
    public long bytes() {
        return bytes.getAsLong();
    }

    @Override
    public List<Problem> notes() {
        List<Problem> notes = new ArrayList<>(before);
        if (filledUp > 0) {
            notes.add(
                    Problem.of(
                            "problem.reading.short",
                            filledUp,
                            names.names().size(),
                            firstFilledUp));
        }
        return notes;
    }

    @Override
    public void close() {
        raw.close();
    }
}
