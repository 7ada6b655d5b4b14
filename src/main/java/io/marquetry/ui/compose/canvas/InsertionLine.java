package io.marquetry.ui.compose.canvas;

import javafx.css.PseudoClass;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/** The line between two things that shows where a dragged one would go. */
final class InsertionLine extends Region {

    private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");
    private static final PseudoClass RECEIVING = PseudoClass.getPseudoClass("receiving");
    static final double THICKNESS = 3;

    private final Pane pane;

    /** Makes a line, not yet seen, that lies over the pane's children. */
    InsertionLine(Pane pane) {
        this.pane = pane;
        getStyleClass().add("insertion-line");
        setManaged(false);
        setMouseTransparent(true);
        setVisible(false);
        pane.getChildren().add(this);
    }

    /** Shows the line in the pane's coordinates; a refused drop shows no line but an outline. */
    void show(double x, double y, double width, double height, boolean allowed) {
        resizeRelocate(x, y, width, height);
        setVisible(allowed);
        pane.pseudoClassStateChanged(RECEIVING, allowed);
        pane.pseudoClassStateChanged(REFUSED, !allowed);
        toFront();
    }

    /** Shows neither line nor outline. */
    void clear() {
        setVisible(false);
        pane.pseudoClassStateChanged(RECEIVING, false);
        pane.pseudoClassStateChanged(REFUSED, false);
    }
}
