package io.marquetry.ui.common.look;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Label;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.transform.Transform;

import java.util.List;

/** Something drawn, as it is taken along: its title above it, and below it what it rests on. */
public final class FramedPicture {

    private static final double SHARP = 2;

    private FramedPicture() {}

    /** Returns how a snapshot is taken that is sharp enough for paper. */
    public static SnapshotParameters sharp() {
        SnapshotParameters sharp = new SnapshotParameters();
        sharp.setTransform(Transform.scale(SHARP, SHARP));
        sharp.setFill(Color.TRANSPARENT);
        return sharp;
    }

    /** Returns how large a snapshot is to be shown so that it is as large as what it is of. */
    public static double shown(double pixels) {
        return pixels / SHARP;
    }

    /**
     * Draws it. Call it on the FX thread.
     *
     * @param drawn in no scene
     * @param width how wide it is
     * @param like the scene whose theme it has
     */
    public static WritableImage of(
            String title, Node drawn, double width, List<String> caption, Scene like) {
        Label heading = new Label(title);
        heading.setStyle("-fx-font-size: 15px; -fx-font-weight: bold; -fx-padding: 0 0 8 0;");
        VBox frame = new VBox(heading, drawn);
        for (String line : caption) {
            Label below = new Label(line);
            below.getStyleClass().add("muted");
            below.setWrapText(true);
            below.setMaxWidth(width);
            frame.getChildren().add(below);
        }
        frame.setStyle("-fx-background-color: -mq-surface; -fx-padding: 16;");
        Scene scene = new Scene(frame);
        scene.getStylesheets().setAll(like.getStylesheets());
        frame.applyCss();
        frame.layout();
        return frame.snapshot(sharp(), null);
    }
}
