package io.marquetry.ui.review.paint;

import io.marquetry.effect.chart.mark.Ink;
import io.marquetry.effect.chart.mark.Stroke;

import javafx.scene.Node;
import javafx.scene.shape.Shape;
import javafx.scene.shape.StrokeLineCap;

import java.util.Locale;

/** Gives shapes the CSS classes by which the theme colours them. */
final class ChartInk {

    private ChartInk() {}

    static void fill(Node shape, Ink ink) {
        shape.getStyleClass().add("fill-" + word(ink));
        shape.setOpacity(ink.opacity());
    }

    static void stroke(Shape shape, Stroke stroke) {
        shape.getStyleClass().add("stroke-" + word(stroke.ink()));
        shape.setOpacity(stroke.ink().opacity());
        shape.setStrokeWidth(stroke.width());
        shape.setStrokeLineCap(StrokeLineCap.BUTT);
        if (stroke.dashed()) {
            shape.getStrokeDashArray().setAll(Stroke.DASH, Stroke.DASH);
        }
    }

    private static String word(Ink ink) {
        return ink.token().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
