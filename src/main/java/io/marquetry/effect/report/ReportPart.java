package io.marquetry.effect.report;

import io.marquetry.effect.chart.Chart;
import io.marquetry.effect.review.Card;

import java.util.List;

/** A part of a report; it stands below the one before it. */
public sealed interface ReportPart {

    /**
     * A heading.
     *
     * @param level 1 begins a set of outcomes and a page, 2 a part of it, 3 a part of that
     */
    record Heading(int level, String text) implements ReportPart {}

    /** Sentences. */
    record Paragraph(String text, Tone tone) implements ReportPart {}

    /** How sentences are meant. */
    enum Tone {
        PLAIN,
        /** They explain. */
        MUTED,
        /** They must not be overlooked. */
        WARNING
    }

    /** The figures that matter most, side by side. */
    record Cards(List<Card> cards) implements ReportPart {

        /** Copies the cards. */
        public Cards {
            cards = List.copyOf(cards);
        }
    }

    /**
     * A chart under its title.
     *
     * @param height wanted, in points
     */
    record Picture(Chart chart, double height) implements ReportPart {}

    /** A table; its rows have as many cells as its head. */
    record Table(List<Column> columns, List<List<Cell>> rows) implements ReportPart {

        /** Copies the lists and refuses rows with other cells than the head has. */
        public Table {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
            int cells = columns.size();
            if (rows.stream().anyMatch(row -> row.size() != cells)) {
                throw new IllegalArgumentException("rows need " + cells + " cells");
            }
        }
    }

    /**
     * A column.
     *
     * @param number whether its cells stand at its right edge
     */
    record Column(String name, boolean number) {}

    /**
     * A cell.
     *
     * @param detail a second line; may be empty
     */
    record Cell(String text, String detail) {

        /** Makes a cell of one line. */
        public static Cell of(String text) {
            return new Cell(text, "");
        }
    }

    /** Words and what they mean. */
    record Meanings(List<Meant> entries) implements ReportPart {

        /** Copies the entries. */
        public Meanings {
            entries = List.copyOf(entries);
        }
    }

    /** A word and what it means. */
    record Meant(String word, String meaning) {}
}
