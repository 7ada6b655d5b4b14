package io.marquetry.source.plan;

import io.marquetry.base.Problem;
import io.marquetry.source.AttributeType;
import io.marquetry.source.SourceEngine;
import io.marquetry.source.csv.CsvInput;
import io.marquetry.source.table.CsvRow;
import io.marquetry.source.table.TableRows;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * A file of contacts, each with what another file tells of its answers: the columns {@code answers}
 * and {@code answers.NUMBER} stand before its own.
 *
 * @param by the columns of the contacts that answers name, in the order in which they name them
 */
public record AnsweredFile(TableFile contacts, List<String> by, Answers answers)
        implements TableFile {

    /** Copies the names. */
    public AnsweredFile {
        by = List.copyOf(by);
    }

    @Override
    public String label() {
        return contacts.label();
    }

    @Override
    public Optional<String> table() {
        return contacts.table();
    }

    @Override
    public SourceEngine proposedEngine() {
        return contacts.proposedEngine();
    }

    @Override
    public CsvInput bytes() {
        return contacts.bytes();
    }

    @Override
    public TableRows open(CsvInput bytes) {
        return new Rows(contacts.open(bytes));
    }

    @Override
    public List<Problem> notes() {
        return contacts.notes();
    }

    @Override
    public String facts() {
        return contacts.facts() + ' ' + by + ' ' + answers.facts();
    }

    @Override
    public String raw(List<String> cells) {
        int told = answers.names().size();
        return contacts.raw(cells.size() < told ? cells : cells.subList(told, cells.size()));
    }

    private final class Rows implements TableRows {

        private final TableRows rows;
        private final int told = answers.names().size();
        private int[] positions = {};

        Rows(TableRows rows) {
            this.rows = rows;
        }

        @Override
        public List<String> names() {
            List<String> names = new ArrayList<>(answers.names());
            names.addAll(rows.names());
            return names;
        }

        @Override
        public Optional<AttributeType> declared(int column) {
            return column == 0
                    ? Optional.of(AttributeType.INTEGER)
                    : column < told ? Optional.empty() : rows.declared(column - told);
        }

        @Override
        public boolean isUnnamed(int column) {
            return column >= told && rows.isUnnamed(column - told);
        }

        @Override
        public Optional<CsvRow> next() {
            return rows.next().map(this::answered);
        }

        private CsvRow answered(CsvRow row) {
            if (positions.length == 0) {
                positions = by.stream().mapToInt(this::position).toArray();
            }
            StringBuilder key = new StringBuilder();
            for (int position : positions) {
                Answers.append(key, position < row.cells().size() ? row.cells().get(position) : "");
            }
            List<String> cells = new ArrayList<>(answers.of(key.toString()));
            cells.addAll(row.cells());
            BitSet typed = new BitSet();
            typed.set(0, told);
            row.typed().stream().forEach(column -> typed.set(column + told));
            return new CsvRow(row.line(), cells, typed, row.problem());
        }

        private int position(String name) {
            return ImportColumn.position(
                    label(),
                    rows.names().stream()
                            .map(found -> ImportColumn.of(found, AttributeType.TEXT))
                            .toList(),
                    name);
        }

        @Override
        public long bytes() {
            return rows.bytes();
        }

        @Override
        public List<Problem> notes() {
            List<Problem> notes = new ArrayList<>(rows.notes());
            answers.note().ifPresent(notes::add);
            return notes;
        }

        @Override
        public List<String> leftOut() {
            return rows.leftOut();
        }

        @Override
        public void close() {
            rows.close();
        }
    }
}
