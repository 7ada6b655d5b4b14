package io.marquetry.ui.review.paint;

import io.marquetry.base.Texts;
import io.marquetry.effect.chart.Chart;
import io.marquetry.effect.chart.drawing.Charts;
import io.marquetry.effect.chart.mark.EstimatedWidths;
import io.marquetry.effect.chart.mark.Palette;
import io.marquetry.effect.chart.mark.Space;
import io.marquetry.effect.chart.mark.SvgText;
import io.marquetry.effect.chart.mark.Token;
import io.marquetry.ui.common.look.FramedPicture;

import javafx.scene.image.ImageView;
import javafx.scene.image.WritableImage;

import java.util.List;

/** A chart as it leaves the screen: with its title above, and the basis of its figures below. */
final class FramedChart {

    private static final double MARGIN = 16;
    private static final double HEAD = 34;
    private static final double LINE = 16;

    private final Chart chart;
    private final List<String> caption;

    FramedChart(Chart chart, List<String> caption) {
        this.chart = chart;
        this.caption = List.copyOf(caption);
    }

    /** Draws the chart as the view shows it, sharp enough for paper. Call it on the FX thread. */
    WritableImage picture(ChartView view) {
        ImageView drawn = new ImageView(view.snapshot(FramedPicture.sharp(), null));
        drawn.setFitWidth(FramedPicture.shown(drawn.getImage().getWidth()));
        drawn.setPreserveRatio(true);
        return FramedPicture.of(
                chart.title(), drawn, drawn.getFitWidth(), caption, view.getScene());
    }

    /** Returns the chart as a drawing of its own, as wide as on the screen. */
    String svg(double width, double height, Texts texts) {
        double wide = width + 2 * MARGIN;
        double high = HEAD + height + MARGIN + LINE * caption.size();
        StringBuilder svg = new StringBuilder();
        svg.append(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%.0f\" height=\"%.0f\" viewBox=\"0 0 %.0f %.0f\" font-family=\"%s\">"
                        .formatted(wide, high, wide, high, SvgText.FONTS));
        svg.append(
                "<rect width=\"100%%\" height=\"100%%\" fill=\"%s\"/>"
                        .formatted(Palette.LIGHT.hex(Token.SURFACE)));
        words(svg, 24, 15, "bold", Token.TEXT, chart.title());
        svg.append("<g transform=\"translate(%.0f,%.0f)\">".formatted(MARGIN, HEAD))
                .append(
                        SvgText.of(
                                Charts.draw(
                                        chart,
                                        new Space(width, height, texts, new EstimatedWidths())),
                                Palette.LIGHT,
                                false))
                .append("</g>");
        double y = HEAD + height + LINE;
        for (String line : caption) {
            words(svg, y, 11, "normal", Token.MUTED, line);
            y += LINE;
        }
        return svg.append("</svg>").toString();
    }

    private static void words(
            StringBuilder svg, double y, int size, String weight, Token colour, String text) {
        svg.append(
                "<text x=\"%.0f\" y=\"%.0f\" font-size=\"%d\" font-weight=\"%s\" fill=\"%s\">%s</text>"
                        .formatted(
                                MARGIN,
                                y,
                                size,
                                weight,
                                Palette.LIGHT.hex(colour),
                                SvgText.escaped(text)));
    }
}
