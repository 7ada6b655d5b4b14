package io.marquetry.effect.chart.mark;

import java.util.List;
import java.util.stream.Stream;

/**
 * A picture that no toolkit knows: it is painted on screens, into SVG and into PDF alike.
 *
 * @param title what it shows, for those who do not see it; not among the marks
 * @param width in units that are pixels on screens and points on paper
 * @param height in the same units
 */
public record Drawing(String title, double width, double height, List<Mark> marks) {

    /** Copies the marks. */
    public Drawing {
        marks = List.copyOf(marks);
    }

    /** Returns all marks that can be seen, those in groups among them, in the order of drawing. */
    public Stream<Mark> visible() {
        return marks.stream().flatMap(Drawing::flat);
    }

    private static Stream<Mark> flat(Mark mark) {
        return mark instanceof Mark.Group group
                ? group.marks().stream().flatMap(Drawing::flat)
                : Stream.of(mark);
    }
}
