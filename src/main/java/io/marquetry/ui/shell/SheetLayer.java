package io.marquetry.ui.shell;

import io.marquetry.ui.common.Sheets;

import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

import org.jspecify.annotations.Nullable;

/** The layer above the window in which sheets appear; what lies below is out of reach. */
final class SheetLayer extends StackPane implements Sheets {

    private final Node below;
    private @Nullable Node focusBefore;
    private Runnable onEscape = this::close;

    SheetLayer(Node below) {
        this.below = below;
        getStyleClass().add("sheet-layer");
        setAlignment(Pos.CENTER);
        setVisible(false);
        addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ESCAPE) {
                        event.consume();
                        onEscape.run();
                    }
                });
    }

    @Override
    public void show(Parent sheet, Runnable whenEscaped) {
        if (!isVisible()) {
            focusBefore = getScene() == null ? null : getScene().getFocusOwner();
        }
        onEscape = whenEscaped;
        sheet.getStyleClass().add("sheet");
        if (sheet instanceof Region region) {
            region.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        }
        getChildren().setAll(sheet);
        setVisible(true);
        below.setDisable(true);
        Platform.runLater(() -> focusFirst(sheet));
    }

    @Override
    public void close() {
        if (!isVisible()) {
            return;
        }
        setVisible(false);
        getChildren().clear();
        below.setDisable(false);
        if (focusBefore != null) {
            focusBefore.requestFocus();
            focusBefore = null;
        }
    }

    private static boolean focusFirst(Parent parent) {
        for (Node child : parent.getChildrenUnmodifiable()) {
            if (!child.isVisible() || child.isDisabled()) {
                continue;
            }
            if (child.isFocusTraversable() && !(child instanceof ScrollPane)) {
                child.requestFocus();
                return true;
            }
            if (child instanceof Parent inner && focusFirst(inner)) {
                return true;
            }
        }
        return false;
    }
}
