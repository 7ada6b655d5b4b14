package io.marquetry.effect.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Puts marks into a drawing. */
final class Pen {

    private static final String ELLIPSIS = "…";

    private final TextWidths widths;
    private final List<Mark> marks = new ArrayList<>();

    Pen(TextWidths widths) {
        this.widths = widths;
    }

    List<Mark> marks() {
        return marks;
    }

    double width(String text, Lettering lettering) {
        return widths.width(text, lettering);
    }

    void add(Mark mark) {
        marks.add(mark);
    }

    void line(double x1, double y1, double x2, double y2, Stroke stroke) {
        add(new Mark.Line(new Point(x1, y1), new Point(x2, y2), stroke));
    }

    void rect(double x, double y, double width, double height, double corner, Ink fill) {
        add(new Mark.Rect(x, y, Math.max(0, width), Math.max(0, height), corner, fill));
    }

    void dot(double x, double y, double radius, Token token) {
        add(new Mark.Dot(new Point(x, y), radius, Ink.of(token)));
    }

    void words(double x, double y, String text, Lettering lettering, Anchor anchor, Token token) {
        if (!text.isEmpty()) {
            add(new Mark.Words(new Point(x, y), text, lettering, anchor, Ink.of(token)));
        }
    }

    /** Writes words that are cut where they do not fit; all of them are told when pointed at. */
    void fitted(
            double x,
            double y,
            String text,
            double most,
            Lettering lettering,
            Anchor anchor,
            Token token) {
        String cut = cut(text, most, lettering);
        if (cut.equals(text)) {
            words(x, y, text, lettering, anchor, token);
        } else {
            told(text, Optional.empty(), pen -> pen.words(x, y, cut, lettering, anchor, token));
        }
    }

    void told(String hover, Optional<String> target, Consumer<Pen> drawing) {
        group(new Meaning.Told(hover, target), drawing);
    }

    void group(Meaning meaning, Consumer<Pen> drawing) {
        Pen inner = new Pen(widths);
        drawing.accept(inner);
        if (!inner.marks.isEmpty()) {
            add(new Mark.Group(meaning, inner.marks));
        }
    }

    String cut(String text, double most, Lettering lettering) {
        if (widths.width(text, lettering) <= most) {
            return text;
        }
        int low = 0;
        int high = text.codePointCount(0, text.length());
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (widths.width(start(text, middle) + ELLIPSIS, lettering) <= most) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low == 0 ? "" : start(text, low).strip() + ELLIPSIS;
    }

    private static String start(String text, int codePoints) {
        return text.substring(0, text.offsetByCodePoints(0, codePoints));
    }
}
