package io.marquetry.effect.report;

import io.marquetry.effect.chart.mark.Drawing;
import io.marquetry.effect.chart.mark.Ink;
import io.marquetry.effect.chart.mark.Mark;
import io.marquetry.effect.chart.mark.Palette;
import io.marquetry.effect.chart.mark.Point;
import io.marquetry.effect.chart.mark.Stroke;

import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.util.Matrix;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** Draws marks on a page of PDF, whose own places are told from the lower left corner. */
final class PdfBrush implements Closeable {

    /** How far the handles of a Bézier curve are for a quarter of a circle of radius 1. */
    private static final double QUARTER = 0.5522847498;

    private static final double THICKEN = 0.03;

    private final PDPageContentStream out;
    private final PdfFonts fonts;
    private final Palette palette;
    private final double height;
    private boolean closed;

    PdfBrush(PDPageContentStream out, PdfFonts fonts, Palette palette, double height) {
        this.out = out;
        this.fonts = fonts;
        this.palette = palette;
        this.height = height;
    }

    /**
     * Paints a drawing with its upper left corner at a place.
     *
     * @param scale points per unit of the drawing
     */
    void drawing(Drawing drawing, double x, double y, double scale) throws IOException {
        out.saveGraphicsState();
        // The top of the drawing is at the top of the page before it is made smaller and moved.
        double up = height * (1 - scale) - y;
        out.transform(new Matrix((float) scale, 0, 0, (float) scale, (float) x, (float) up));
        for (Mark mark : drawing.visible().toList()) {
            mark(mark);
        }
        out.restoreGraphicsState();
    }

    void mark(Mark mark) throws IOException {
        switch (mark) {
            case Mark.Rect rect -> filled(rect.fill(), () -> path(rect));
            case Mark.Line line ->
                    stroked(line.stroke(), () -> path(List.of(line.from(), line.to())));
            case Mark.Polyline line -> stroked(line.stroke(), () -> path(line.points()));
            case Mark.Polygon area -> filled(area.fill(), () -> path(area.points()));
            case Mark.Dot dot -> filled(dot.fill(), () -> path(circle(dot)));
            case Mark.Words words -> words(words);
            case Mark.Group group -> {
                for (Mark inner : group.marks()) {
                    mark(inner);
                }
            }
        }
    }

    void words(Mark.Words words) throws IOException {
        double wide = fonts.width(words.text(), words.lettering());
        double x =
                switch (words.anchor()) {
                    case START -> words.at().x();
                    case MIDDLE -> words.at().x() - wide / 2;
                    case END -> words.at().x() - wide;
                };
        int rgb = palette.rgb(words.ink().token());
        out.setNonStrokingColor(part(rgb, 16), part(rgb, 8), part(rgb, 0));
        out.setStrokingColor(part(rgb, 16), part(rgb, 8), part(rgb, 0));
        out.beginText();
        out.newLineAtOffset((float) x, up(words.at().y()));
        for (PdfFonts.Run run : fonts.runs(words.text(), words.lettering().bold())) {
            out.setFont(run.font(), (float) words.lettering().size());
            out.setRenderingMode(run.thicken() ? RenderingMode.FILL_STROKE : RenderingMode.FILL);
            out.setLineWidth((float) (words.lettering().size() * THICKEN));
            out.showText(run.text());
        }
        out.setRenderingMode(RenderingMode.FILL);
        out.endText();
    }

    private interface Path {
        void draw() throws IOException;
    }

    private void filled(Ink ink, Path path) throws IOException {
        int rgb = palette.rgb(ink.token());
        out.saveGraphicsState();
        if (ink.opacity() < 1) {
            PDExtendedGraphicsState state = new PDExtendedGraphicsState();
            state.setNonStrokingAlphaConstant((float) ink.opacity());
            out.setGraphicsStateParameters(state);
        }
        out.setNonStrokingColor(part(rgb, 16), part(rgb, 8), part(rgb, 0));
        path.draw();
        out.fill();
        out.restoreGraphicsState();
    }

    private void stroked(Stroke stroke, Path path) throws IOException {
        int rgb = palette.rgb(stroke.ink().token());
        out.saveGraphicsState();
        out.setStrokingColor(part(rgb, 16), part(rgb, 8), part(rgb, 0));
        out.setLineWidth((float) stroke.width());
        if (stroke.dashed()) {
            out.setLineDashPattern(new float[] {(float) Stroke.DASH, (float) Stroke.DASH}, 0);
        }
        path.draw();
        out.stroke();
        out.restoreGraphicsState();
    }

    private void path(List<Point> points) throws IOException {
        out.moveTo((float) points.getFirst().x(), up(points.getFirst().y()));
        for (Point point : points.subList(1, points.size())) {
            out.lineTo((float) point.x(), up(point.y()));
        }
    }

    private void path(Mark.Rect rect) throws IOException {
        double radius = Math.min(rect.corner(), Math.min(rect.width(), rect.height()) / 2);
        rounded(rect.x(), rect.y(), rect.width(), rect.height(), radius);
    }

    private static Mark.Rect circle(Mark.Dot dot) {
        double r = dot.radius();
        return new Mark.Rect(
                dot.centre().x() - r, dot.centre().y() - r, 2 * r, 2 * r, r, dot.fill());
    }

    private void rounded(double x, double y, double width, double high, double r)
            throws IOException {
        double right = x + width;
        double bottom = y + high;
        double handle = r * (1 - QUARTER);
        out.moveTo((float) (x + r), up(y));
        out.lineTo((float) (right - r), up(y));
        curve(right - handle, y, right, y + handle, right, y + r);
        out.lineTo((float) right, up(bottom - r));
        curve(right, bottom - handle, right - handle, bottom, right - r, bottom);
        out.lineTo((float) (x + r), up(bottom));
        curve(x + handle, bottom, x, bottom - handle, x, bottom - r);
        out.lineTo((float) x, up(y + r));
        curve(x, y + handle, x + handle, y, x + r, y);
        out.closePath();
    }

    private void curve(double x1, double y1, double x2, double y2, double x3, double y3)
            throws IOException {
        out.curveTo((float) x1, up(y1), (float) x2, up(y2), (float) x3, up(y3));
    }

    private float up(double down) {
        return (float) (height - down);
    }

    private static float part(int rgb, int shift) {
        return (rgb >> shift & 0xff) / 255f;
    }

    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            out.close();
        }
    }
}
