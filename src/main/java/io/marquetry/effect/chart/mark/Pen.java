package io.marquetry.effect.chart.mark;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Puts marks into a drawing. */
public final class Pen {

    private static final String ELLIPSIS = "…";

    private final TextWidths widths;
    private final List<Mark> marks = new ArrayList<>();

    /** Begins an empty drawing; texts are as wide as the widths say. */
    public Pen(TextWidths widths) {
        this.widths = widths;
    }

    /** Returns what was drawn so far, in its order. */
    public List<Mark> marks() {
        return marks;
    }

    /** Returns how wide a text is, in units of the drawing. */
    public double width(String text, Lettering lettering) {
        return widths.width(text, lettering);
    }

    /** Adds a mark. */
    public void add(Mark mark) {
        marks.add(mark);
    }

    /** Draws a line between two points. */
    public void line(double x1, double y1, double x2, double y2, Stroke stroke) {
        add(new Mark.Line(new Point(x1, y1), new Point(x2, y2), stroke));
    }

    /** Draws a filled rectangle; a width or height below 0 is none. */
    public void rect(double x, double y, double width, double height, double corner, Ink fill) {
        add(new Mark.Rect(x, y, Math.max(0, width), Math.max(0, height), corner, fill));
    }

    /** Draws a dot around a point. */
    public void dot(double x, double y, double radius, Token token) {
        add(new Mark.Dot(new Point(x, y), radius, Ink.of(token)));
    }

    /** Writes a text at its anchor; an empty one is none. */
    public void words(
            double x, double y, String text, Lettering lettering, Anchor anchor, Token token) {
        if (!text.isEmpty()) {
            add(new Mark.Words(new Point(x, y), text, lettering, anchor, Ink.of(token)));
        }
    }

    /** Writes words that are cut where they do not fit; all of them are told when pointed at. */
    public void fitted(
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

    /** Groups what is drawn: pointing at any of it tells the text, a click leads to the target. */
    public void told(String hover, Optional<String> target, Consumer<Pen> drawing) {
        group(new Meaning.Told(hover, target), drawing);
    }

    /** Groups what is drawn under a meaning; nothing drawn makes no group. */
    public void group(Meaning meaning, Consumer<Pen> drawing) {
        Pen inner = new Pen(widths);
        drawing.accept(inner);
        if (!inner.marks.isEmpty()) {
            add(new Mark.Group(meaning, inner.marks));
        }
    }

    /** Returns the text, or its longest beginning that fits, with an ellipsis; empty: none fits. */
    public String cut(String text, double most, Lettering lettering) {
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
