package io.marquetry.effect.chart.mark;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Drawings as SVG 1.1: words stay words, what is told when pointed at is a title. */
public final class SvgText {

    /** The fonts of words, the first that is there; Chinese ones among them. */
    public static final String FONTS =
            "'Noto Sans','Segoe UI','Helvetica Neue',Arial,'Noto Sans CJK SC','Source Han Sans SC',"
                    + "'PingFang SC','Microsoft YaHei',sans-serif";

    private final Palette palette;
    private final StringBuilder svg = new StringBuilder();

    private SvgText(Palette palette) {
        this.palette = palette;
    }

    /**
     * Returns a drawing as an {@code svg} element, which is also a document.
     *
     * @param ground whether the surface is drawn below it, as for a file of its own
     */
    public static String of(Drawing drawing, Palette palette, boolean ground) {
        return new SvgText(palette).write(drawing, ground);
    }

    private String write(Drawing drawing, boolean ground) {
        String width = number(drawing.width());
        String height = number(drawing.height());
        svg.append(
                ("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" width=\"%s\" height=\"%s\""
                                + " viewBox=\"0 0 %s %s\" font-family=\"%s\">")
                        .formatted(width, height, width, height, FONTS));
        svg.append("<title>%s</title>".formatted(escaped(drawing.title())));
        if (ground) {
            svg.append(
                    "<rect width=\"%s\" height=\"%s\" fill=\"%s\"/>"
                            .formatted(width, height, palette.hex(Token.SURFACE)));
        }
        drawing.marks().forEach(this::mark);
        return svg.append("</svg>").toString();
    }

    private void mark(Mark mark) {
        switch (mark) {
            case Mark.Rect rect ->
                    svg.append(
                            "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"%s\" %s/>"
                                    .formatted(
                                            number(rect.x()),
                                            number(rect.y()),
                                            number(rect.width()),
                                            number(rect.height()),
                                            number(rect.corner()),
                                            fill(rect.fill())));
            case Mark.Line line ->
                    svg.append(
                            "<line x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\" %s/>"
                                    .formatted(
                                            number(line.from().x()),
                                            number(line.from().y()),
                                            number(line.to().x()),
                                            number(line.to().y()),
                                            stroke(line.stroke())));
            case Mark.Polyline line ->
                    svg.append(
                            "<polyline points=\"%s\" fill=\"none\" stroke-linejoin=\"round\" %s/>"
                                    .formatted(points(line.points()), stroke(line.stroke())));
            case Mark.Polygon area ->
                    svg.append(
                            "<polygon points=\"%s\" %s/>"
                                    .formatted(points(area.points()), fill(area.fill())));
            case Mark.Dot dot ->
                    svg.append(
                            "<circle cx=\"%s\" cy=\"%s\" r=\"%s\" %s/>"
                                    .formatted(
                                            number(dot.centre().x()),
                                            number(dot.centre().y()),
                                            number(dot.radius()),
                                            fill(dot.fill())));
            case Mark.Words words -> words(words);
            case Mark.Group group -> group(group);
        }
    }

    private void words(Mark.Words words) {
        String anchor =
                switch (words.anchor()) {
                    case START -> "start";
                    case MIDDLE -> "middle";
                    case END -> "end";
                };
        svg.append(
                "<text x=\"%s\" y=\"%s\" font-size=\"%s\"%s text-anchor=\"%s\" %s>%s</text>"
                        .formatted(
                                number(words.at().x()),
                                number(words.at().y()),
                                number(words.lettering().size()),
                                words.lettering().bold() ? " font-weight=\"600\"" : "",
                                anchor,
                                fill(words.ink()),
                                escaped(words.text())));
    }

    private void group(Mark.Group group) {
        svg.append("<g>");
        switch (group.meaning()) {
            case Meaning.Series _, Meaning.Legend _ -> {}
            case Meaning.Told told ->
                    svg.append("<title>%s</title>".formatted(escaped(told.hover())));
        }
        group.marks().forEach(this::mark);
        svg.append("</g>");
    }

    private String fill(Ink ink) {
        String fill = "fill=\"" + palette.hex(ink.token()) + '"';
        return ink.opacity() < 1 ? fill + " fill-opacity=\"" + number(ink.opacity()) + '"' : fill;
    }

    private String stroke(Stroke stroke) {
        String line =
                String.format(
                        Locale.ROOT,
                        "stroke=\"%s\" stroke-width=\"%s\"",
                        palette.hex(stroke.ink().token()),
                        number(stroke.width()));
        String dash = number(Stroke.DASH);
        return stroke.dashed() ? line + " stroke-dasharray=\"" + dash + ' ' + dash + '"' : line;
    }

    private static String points(List<Point> points) {
        return points.stream()
                .map(point -> number(point.x()) + ',' + number(point.y()))
                .collect(Collectors.joining(" "));
    }

    private static String number(double value) {
        return BigDecimal.valueOf(value)
                .setScale(2, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }

    /** Returns text as XML and HTML may hold it; characters that XML forbids are left out. */
    public static String escaped(String text) {
        StringBuilder safe = new StringBuilder();
        text.codePoints()
                .forEach(
                        c -> {
                            switch (c) {
                                case '&' -> safe.append("&amp;");
                                case '<' -> safe.append("&lt;");
                                case '>' -> safe.append("&gt;");
                                case '"' -> safe.append("&quot;");
                                case '\'' -> safe.append("&#39;");
                                default -> {
                                    if (isXml(c)) {
                                        safe.appendCodePoint(c);
                                    }
                                }
                            }
                        });
        return safe.toString();
    }

    private static boolean isXml(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || c >= 0x20 && c <= 0xd7ff
                || c >= 0xe000 && c <= 0xfffd
                || c >= 0x10000;
    }
}
