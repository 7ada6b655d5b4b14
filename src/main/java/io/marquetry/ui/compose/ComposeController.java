package io.marquetry.ui.compose;

import io.marquetry.ui.common.screen.Views;
import io.marquetry.ui.compose.canvas.CanvasController;
import io.marquetry.ui.compose.draft.ComposeModel;
import io.marquetry.ui.compose.drag.DragDesk;
import io.marquetry.ui.compose.palette.PaletteController;

import javafx.application.Platform;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The main screen: palette, canvas and preview side by side. */
public final class ComposeController {

    /** What the canvas needs; below that the sides give way. */
    private static final double MIN_CANVAS = 430;

    private final ComposeModel compose;
    private final DragDesk drags;
    private boolean divided;
    private double paletteWidth = 300;
    private double previewWidth = 330;

    @FXML private StackPane root;
    @FXML private SplitPane split;
    @FXML private VBox palette;
    @FXML private PaletteController paletteController;
    @FXML private CanvasController canvasController;
    @FXML private ScrollPane preview;
    @FXML private PreviewController previewController;
    @FXML private Label dropHint;
    @FXML private Label dragImage;

    /** Makes the controller of the screen. */
    ComposeController(ComposeModel compose, DragDesk drags) {
        this.compose = compose;
        this.drags = drags;
    }

    @FXML
    void initialize() {
        Views.dress(root, "compose");
        split.widthProperty().subscribe(this::resized);
        split.addEventFilter(MouseEvent.MOUSE_RELEASED, this::moved);
        drags.showIn(dropHint, dragImage);
        previewController.onRow(canvasController::showRow);
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        // Why something was refused is read by now: whoever goes on has seen it.
        root.addEventFilter(KeyEvent.KEY_PRESSED, event -> compose.dismiss());
        root.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> compose.dismiss());
    }

    private void resized(Number width) {
        if (divided) {
            // After the layout: a split pane that is being laid out moves its dividers by itself.
            Platform.runLater(() -> divide(split.getWidth()));
        } else {
            divide(width.doubleValue());
        }
    }

    /** Gives the sides the widths that the user chose, as far as the window has room for them. */
    private void divide(double all) {
        if (all <= MIN_CANVAS) {
            return;
        }
        if (!divided) {
            divided = true;
            recall(all);
        }
        double fit = Math.min(1, (all - MIN_CANVAS) / (paletteWidth + previewWidth));
        split.setDividerPositions(paletteWidth * fit / all, 1 - previewWidth * fit / all);
    }

    /** Dividers that somebody put back to where they were left tell the widths of then. */
    private void recall(double width) {
        double[] at = split.getDividerPositions();
        if (at.length == 2 && at[0] < at[1]) {
            paletteWidth = at[0] * width;
            previewWidth = (1 - at[1]) * width;
        }
    }

    /** A divider that was moved tells which widths the user wants. */
    private void moved(MouseEvent event) {
        Node at = event.getTarget() instanceof Node node ? node : null;
        while (at != null && !split.equals(at)) {
            if (at.getStyleClass().contains("split-pane-divider")) {
                paletteWidth = palette.getWidth();
                previewWidth = preview.getWidth();
            }
            at = at.getParent();
        }
    }

    /** Puts the focus where one types, unless it is in the composer already. */
    void begin() {
        if (!root.isFocusWithin()) {
            find();
        }
    }

    /** Moves the focus to the palette's search field. */
    void find() {
        paletteController.find();
    }

    private void pressed(KeyEvent event) {
        boolean typing = event.getTarget() instanceof TextInputControl;
        if (event.getCode() == KeyCode.SLASH && !typing && !event.isShortcutDown()) {
            find();
            event.consume();
        } else if (event.getCode() == KeyCode.F6) {
            goToNextPart(event.isShiftDown());
            event.consume();
        }
    }

    private void goToNextPart(boolean back) {
        int at = 1;
        for (int i = 0; i < split.getItems().size(); i++) {
            at = holdsFocus(split.getItems().get(i)) ? i : at;
        }
        switch (Math.floorMod(at + (back ? -1 : 1), 3)) {
            case 0 -> paletteController.find();
            case 1 -> canvasController.focusAudience();
            default -> previewController.focusSize();
        }
    }

    private static boolean holdsFocus(Node part) {
        return part.isFocusWithin();
    }
}
