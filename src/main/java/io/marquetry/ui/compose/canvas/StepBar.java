package io.marquetry.ui.compose.canvas;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableDoubleValue;
import javafx.scene.layout.Region;

/** A bar on its track: who stays, and beside it who is lost. */
final class StepBar extends Region {

    private static final double HEIGHT = 12;

    private final Region lost = new Region();
    private final Region kept = new Region();
    private double stays;
    private double was;

    /** Makes an empty bar that is as wide as it is told; of no width it is not there at all. */
    StepBar(ObservableDoubleValue width) {
        getStyleClass().add("step-bar");
        lost.getStyleClass().add("lost");
        kept.getStyleClass().add("kept");
        lost.setManaged(false);
        kept.setManaged(false);
        getChildren().addAll(lost, kept);
        setMinHeight(HEIGHT);
        setMaxHeight(HEIGHT);
        prefWidthProperty().bind(width);
        minWidthProperty().bind(width);
        visibleProperty().bind(Bindings.greaterThan(width, 0));
        managedProperty().bind(visibleProperty());
    }

    /**
     * Shows shares of everybody, 0 to 1.
     *
     * @param now who stays
     * @param before who was there before
     */
    void show(double now, double before) {
        stays = now;
        was = before;
        lay();
    }

    @Override
    protected void layoutChildren() {
        lay();
    }

    private void lay() {
        lost.resizeRelocate(0, 0, width(was), getHeight());
        kept.resizeRelocate(0, 0, width(stays), getHeight());
    }

    /** Whoever is there at all can be seen. */
    private double width(double share) {
        return share <= 0 ? 0 : Math.max(2, getWidth() * share);
    }
}
