package io.marquetry.ui.shell;

import io.marquetry.ui.common.field.FirstFocus;
import io.marquetry.ui.common.screen.Desk;
import io.marquetry.ui.common.screen.Follows;
import io.marquetry.ui.common.screen.OpenSheet;
import io.marquetry.ui.common.screen.Sheets;

import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The layer above the window in which sheets appear; what lies below is out of reach. It outlives a
 * change of language, so that a sheet and what was entered in it stays.
 */
final class SheetLayer extends StackPane implements Sheets {

    private Consumer<Boolean> covers = open -> {};
    private @Nullable Desk desk;
    private @Nullable Node focusBefore;
    private Optional<Shown> shown = Optional.empty();

    private record Shown(Optional<Function<Desk, OpenSheet>> maker, OpenSheet sheet) {}

    SheetLayer() {
        getStyleClass().add("sheet-layer");
        setAlignment(Pos.CENTER);
        setVisible(false);
        addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ESCAPE) {
                        event.consume();
                        shown.ifPresent(open -> open.sheet().onEscape().run());
                    }
                });
    }

    /**
     * Lies above another window from now on.
     *
     * @param covered is told whether a sheet is open, now and whenever that changes
     */
    void lieAbove(Consumer<Boolean> covered) {
        covers = covered;
        covers.accept(shown.isPresent());
    }

    /** Serves a window that was made anew; a sheet that is open is made anew with it. */
    void serve(Desk given) {
        desk = given;
        focusBefore = null;
        @Nullable String focused = focusedId();
        Optional<Shown> before = shown;
        before.flatMap(Shown::maker).ifPresent(maker -> put(made(maker)));
        if (before.isPresent()) {
            Platform.runLater(() -> focus(focused));
        }
    }

    @Override
    public void show(Parent sheet) {
        bring(new Shown(Optional.empty(), new OpenSheet(sheet, this::close, new Follows())));
    }

    @Override
    public void open(Function<Desk, OpenSheet> maker) {
        bring(made(maker));
    }

    /** Returns whether a sheet is open. */
    boolean isOpen() {
        return shown.isPresent();
    }

    private Shown made(Function<Desk, OpenSheet> maker) {
        if (desk == null) {
            throw new IllegalStateException("serves no window yet");
        }
        return new Shown(Optional.of(maker), maker.apply(desk));
    }

    private void bring(Shown next) {
        if (shown.isEmpty()) {
            focusBefore = getScene() == null ? null : getScene().getFocusOwner();
        }
        put(next);
        // Else the toolkit looks for a button of the sheet by itself, before the sheet is asked.
        requestFocus();
        Platform.runLater(() -> focus(null));
    }

    private void put(Shown next) {
        letGo();
        shown = Optional.of(next);
        OpenSheet sheet = next.sheet();
        if (!sheet.root().getStyleClass().contains("sheet")) {
            sheet.root().getStyleClass().add("sheet");
        }
        if (sheet.root() instanceof Region region) {
            region.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        }
        getChildren().setAll(sheet.root());
        setVisible(true);
        covers.accept(true);
    }

    private void letGo() {
        shown.ifPresent(open -> open.sheet().close());
        shown = Optional.empty();
    }

    @Override
    public void close() {
        if (shown.isEmpty()) {
            return;
        }
        letGo();
        setVisible(false);
        getChildren().clear();
        covers.accept(false);
        if (focusBefore != null) {
            focusBefore.requestFocus();
            focusBefore = null;
        }
    }

    private @Nullable String focusedId() {
        Node owner = getScene() == null ? null : getScene().getFocusOwner();
        return owner == null ? null : owner.getId();
    }

    private void focus(@Nullable String id) {
        Node same = id == null ? null : lookup("#" + id);
        if (same != null) {
            same.requestFocus();
        } else {
            shown.ifPresent(open -> FirstFocus.in(open.sheet().root()));
        }
    }
}
