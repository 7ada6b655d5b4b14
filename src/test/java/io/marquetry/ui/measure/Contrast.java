package io.marquetry.ui.measure;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;

import org.kordamp.ikonli.javafx.FontIcon;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How well the words of a scene stand out: the fill of each text against what is drawn below it,
 * after WCAG 2.2, 1.4.3 and 1.4.11. Controls that are disabled are left out, as there.
 */
public final class Contrast {

    private static final double OF_TEXT = 4.5;
    private static final double OF_PICTURES = 3;

    /** A ground counts from this share of the area of a text. */
    private static final double SHARE = 0.1;

    private Contrast() {}

    /** Returns what stands out too little. Call it on the FX thread. */
    public static List<String> tooFaint(Scene scene) {
        List<Text> texts =
                Seen.nodes(scene, node -> node instanceof Text).stream()
                        .map(Text.class::cast)
                        .filter(text -> !text.getText().isBlank())
                        .filter(text -> Seen.part(text).isPresent())
                        .toList();
        WritableImage ground = withoutTexts(scene, texts);
        List<String> found = new ArrayList<>();
        for (Text text : texts) {
            double least = text instanceof FontIcon ? OF_PICTURES : OF_TEXT;
            worst(text, ground)
                    .filter(ratio -> ratio < least)
                    .ifPresent(
                            ratio ->
                                    found.add(
                                            "%.2f “%s” %s %s"
                                                    .formatted(
                                                            ratio,
                                                            text.getText(),
                                                            text.getFill(),
                                                            Seen.name(text))));
        }
        return found;
    }

    private static WritableImage withoutTexts(Scene scene, List<Text> texts) {
        Map<Text, Double> before = new HashMap<>();
        texts.forEach(text -> before.put(text, text.getOpacity()));
        texts.forEach(text -> text.setOpacity(0));
        WritableImage ground = scene.snapshot(null);
        before.forEach(Text::setOpacity);
        return ground;
    }

    private static Optional<Double> worst(Text text, WritableImage ground) {
        Bounds part = Seen.part(text).orElseThrow();
        if (!(text.getFill() instanceof Color fill)) {
            return Optional.empty();
        }
        double opacity = fill.getOpacity();
        for (Node at = text; at != null; at = at.getParent()) {
            opacity *= at.getOpacity();
        }
        Map<Integer, Integer> counted = new HashMap<>();
        PixelReader pixels = ground.getPixelReader();
        int all = 0;
        for (int y = (int) part.getMinY(); y < Math.min(part.getMaxY(), ground.getHeight()); y++) {
            for (int x = (int) part.getMinX();
                    x < Math.min(part.getMaxX(), ground.getWidth());
                    x++) {
                counted.merge(pixels.getArgb(x, y), 1, Integer::sum);
                all++;
            }
        }
        double fewest = SHARE * all;
        double ink = opacity;
        return counted.entrySet().stream()
                .filter(one -> one.getValue() >= fewest)
                .map(one -> color(one.getKey()))
                .map(below -> ratio(below.interpolate(opaque(fill), ink), below))
                .min(Double::compare);
    }

    private static Color color(int argb) {
        return Color.rgb(argb >> 16 & 0xff, argb >> 8 & 0xff, argb & 0xff);
    }

    private static Color opaque(Color color) {
        return Color.color(color.getRed(), color.getGreen(), color.getBlue());
    }

    /** Returns the contrast ratio of WCAG 2.2: 1 to 21. */
    static double ratio(Color one, Color other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed())
                + 0.7152 * linear(color.getGreen())
                + 0.0722 * linear(color.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}
