package io.marquetry.ui.tags.centre;

import io.marquetry.effect.watch.TagSize;

import javafx.scene.layout.Pane;
import javafx.scene.shape.Polyline;

import java.util.List;

/** Draws how many people carried a tag over time, from nobody up. */
public final class SizeLine {

    private static final double EDGE = 2;

    private SizeLine() {}

    /** Draws it in a frame of this size in pixels; the days have their true distances. */
    public static Pane of(List<TagSize> sizes, double width, double height) {
        Pane frame = new Pane();
        frame.getStyleClass().add("size-line");
        frame.setMinSize(width, height);
        frame.setPrefSize(width, height);
        frame.setMaxSize(width, height);
        if (sizes.size() < 2) {
            return frame;
        }
        long first = sizes.getFirst().takenOn().toEpochDay();
        double days = Math.max(1, sizes.getLast().takenOn().toEpochDay() - first);
        double most = Math.max(1, sizes.stream().mapToLong(TagSize::profiles).max().orElse(1));
        Polyline line = new Polyline();
        for (TagSize size : sizes) {
            double x = (size.takenOn().toEpochDay() - first) / days;
            double y = size.profiles() / most;
            line.getPoints().add(EDGE + x * (width - 2 * EDGE));
            line.getPoints().add(height - EDGE - y * (height - 2 * EDGE));
        }
        frame.getChildren().add(line);
        return frame;
    }
}
