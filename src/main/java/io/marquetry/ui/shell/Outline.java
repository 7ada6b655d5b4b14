package io.marquetry.ui.shell;

import io.marquetry.ui.common.look.Look;
import io.marquetry.ui.common.look.Theme;

import javafx.scene.Parent;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The outline of the window's inside: bar, rail and the place of a screen. Rectangles alone,
 * because styles, fonts and words take as long as all the rest of a start. Measures as in {@code
 * shell.css}.
 */
final class Outline extends Pane {

    private static final double BAR = 46;
    private static final double LINE = 1;
    private static final double RAIL = 72;
    private static final double RAIL_TOP = 8;
    private static final double STEP = 55;
    private static final double MARK = 20;
    private static final int MARKS = 6;

    private final Rectangle bar;
    private final Rectangle line;
    private final Rectangle rail;
    private final Rectangle place;
    private @Nullable Parent inside;

    Outline(Theme theme) {
        bar = filled(Look.colour(theme, "ground"));
        line = filled(Look.colour(theme, "line"));
        rail = filled(Look.colour(theme, "rail"));
        place = filled(Look.colour(theme, "surface"));
        Color mark = Look.colour(theme, "rail-on");
        List<Rectangle> marks =
                IntStream.range(0, MARKS)
                        .mapToObj(
                                i -> {
                                    Rectangle button = filled(mark);
                                    button.setX((RAIL - MARK) / 2);
                                    button.setY(BAR + RAIL_TOP + i * STEP + (STEP - MARK) / 2);
                                    button.setWidth(MARK);
                                    button.setHeight(MARK);
                                    button.setArcWidth(MARK / 2);
                                    button.setArcHeight(MARK / 2);
                                    return button;
                                })
                        .toList();
        getChildren().setAll(place, bar, line, rail);
        getChildren().addAll(marks);
    }

    /** Shows something in the place of a screen. */
    void show(Parent words) {
        words.setManaged(false);
        inside = words;
        getChildren().add(words);
    }

    private static Rectangle filled(Color colour) {
        Rectangle shape = new Rectangle();
        shape.setFill(colour);
        shape.setManaged(false);
        return shape;
    }

    @Override
    protected void layoutChildren() {
        put(bar, 0, 0, getWidth(), BAR - LINE);
        put(line, 0, BAR - LINE, getWidth(), LINE);
        put(rail, 0, BAR, RAIL, getHeight() - BAR);
        put(place, RAIL, BAR, getWidth() - RAIL, getHeight() - BAR);
        if (inside != null) {
            inside.resizeRelocate(RAIL, BAR, place.getWidth(), place.getHeight());
        }
    }

    private static void put(Rectangle shape, double x, double y, double width, double height) {
        shape.setX(x);
        shape.setY(y);
        shape.setWidth(Math.max(0, width));
        shape.setHeight(Math.max(0, height));
    }
}
