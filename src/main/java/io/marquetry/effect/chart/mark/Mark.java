package io.marquetry.effect.chart.mark;

import java.util.List;

/** One thing in a drawing; later marks lie over earlier ones. */
public sealed interface Mark {

    /**
     * A filled rectangle.
     *
     * @param corner radius of its corners
     */
    record Rect(double x, double y, double width, double height, double corner, Ink fill)
            implements Mark {}

    /** A straight line. */
    record Line(Point from, Point to, Stroke stroke) implements Mark {}

    /** Straight lines from point to point. */
    record Polyline(List<Point> points, Stroke stroke) implements Mark {

        /** Copies the points. */
        public Polyline {
            points = List.copyOf(points);
        }
    }

    /** A filled area, closed from the last point to the first. */
    record Polygon(List<Point> points, Ink fill) implements Mark {

        /** Copies the points. */
        public Polygon {
            points = List.copyOf(points);
        }
    }

    /** A filled circle. */
    record Dot(Point centre, double radius, Ink fill) implements Mark {}

    /**
     * One line of words.
     *
     * @param at on the baseline, where the anchor says
     */
    record Words(Point at, String text, Lettering lettering, Anchor anchor, Ink ink)
            implements Mark {}

    /** Marks that belong together; they draw as if they were not in a group. */
    record Group(Meaning meaning, List<Mark> marks) implements Mark {

        /** Copies the marks. */
        public Group {
            marks = List.copyOf(marks);
        }
    }
}
