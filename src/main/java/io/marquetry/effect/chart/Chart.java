package io.marquetry.effect.chart;

import io.marquetry.effect.stats.Difference;
import io.marquetry.effect.stats.Estimate;
import io.marquetry.effect.stats.Interval;
import io.marquetry.effect.stats.Verdict;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a chart says, before anything is drawn. Names are as people read them, in their language;
 * targets are texts by which whoever made the chart knows what a click is to open.
 */
public sealed interface Chart {

    /** Returns what it shows. */
    String title();

    /** A figure over time, what was to be expected, and where it began to wear off. */
    record Trend(String title, Quantity quantity, List<Course> courses) implements Chart {

        /** Copies the courses. */
        public Trend {
            courses = List.copyOf(courses);
        }
    }

    /**
     * One line over time.
     *
     * @param steps in the order of their days
     * @param decayedFrom the day where a decay began; empty: none was found
     */
    record Course(String name, List<Step> steps, Optional<LocalDate> decayedFrom) {

        /** Copies the steps. */
        public Course {
            steps = List.copyOf(steps);
        }
    }

    /**
     * A figure at a time.
     *
     * @param expected between what it was to be; empty: nothing is known
     */
    record Step(
            LocalDate day, Estimate value, Optional<Interval> expected, Optional<String> target) {}

    /** How many got how far; its target is whom it counts. */
    record Funnel(String title, List<Stage> stages, Optional<String> target) implements Chart {

        /** Copies the stages. */
        public Funnel {
            stages = List.copyOf(stages);
        }
    }

    /** So many got so far. */
    record Stage(String name, long count) {}

    /** How far arms are apart, with intervals, around 0. */
    record Forest(String title, Quantity quantity, List<Gap> gaps) implements Chart {

        /** Copies the gaps. */
        public Forest {
            gaps = List.copyOf(gaps);
        }
    }

    /**
     * How far two arms are apart.
     *
     * @param difference as it is shown, corrected where several were looked at
     * @param verdict what may be concluded; empty where there is no difference
     * @param remarks what more is to be told when it is pointed at
     */
    record Gap(
            String name,
            Difference difference,
            Optional<Verdict> verdict,
            List<String> remarks,
            Optional<String> target) {

        /** Copies the remarks. */
        public Gap {
            remarks = List.copyOf(remarks);
        }
    }

    /** A figure of several packages, arms or segments, with intervals. */
    record Compared(String title, Quantity quantity, List<Figure> figures) implements Chart {

        /** Copies the figures. */
        public Compared {
            figures = List.copyOf(figures);
        }
    }

    /** What each part brought, as bars, the largest first. */
    record Contribution(String title, Quantity quantity, List<Figure> figures) implements Chart {

        /** Copies the figures. */
        public Contribution {
            figures = List.copyOf(figures);
        }
    }

    /**
     * A figure of one package, arm, segment or tag.
     *
     * @param control whether it is of those held out
     * @param remark what more is to be told when it is pointed at; may be empty
     */
    record Figure(
            String name, Estimate value, boolean control, String remark, Optional<String> target) {}

    /**
     * A figure by segment and time.
     *
     * @param columns what stands over the cells, from left to right
     */
    record HeatMap(String title, Quantity quantity, List<String> columns, List<HeatRow> rows)
            implements Chart {

        /** Copies the lists and refuses rows that do not have one cell per column. */
        public HeatMap {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
            int cells = columns.size();
            if (rows.stream().anyMatch(row -> row.cells().size() != cells)) {
                throw new IllegalArgumentException("rows need " + cells + " cells");
            }
        }
    }

    /** The cells of one segment, in the order of the columns. */
    record HeatRow(String name, List<HeatCell> cells) {

        /** Copies the cells. */
        public HeatRow {
            cells = List.copyOf(cells);
        }
    }

    /**
     * One cell.
     *
     * @param of how many the figure rests on
     */
    record HeatCell(Estimate value, long of, Optional<String> target) {}
}
