package io.marquetry.ui.shell;

import io.marquetry.base.Texts;
import io.marquetry.ui.common.screen.Notices;
import io.marquetry.ui.common.screen.Sheets;
import io.marquetry.ui.common.screen.Views;

import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;

/** The root of the window's scene: the shell at the bottom, then notices, then sheets. */
final class Frame extends StackPane {

    private final StackPane body = new StackPane();
    private final NoticeLayer notices;
    private final SheetLayer sheets;

    /** Makes the root with sheets of its own. */
    Frame(Texts texts) {
        this(texts, new SheetLayer());
    }

    /**
     * Makes the root.
     *
     * @param sheets lie above it: those of the root before, where the language changed
     */
    Frame(Texts texts, SheetLayer sheets) {
        this.sheets = sheets;
        notices = new NoticeLayer(texts);
        sheets.lieAbove(this::cover);
        getChildren().setAll(body, sheets, notices);
        Views.dress(this, "frame");
    }

    /** Notices go out of the way of a sheet's buttons, which are at its bottom. */
    private void cover(boolean covered) {
        body.setDisable(covered);
        setAlignment(notices, covered ? Pos.TOP_RIGHT : Pos.BOTTOM_RIGHT);
        notices.setAlignment(covered ? Pos.TOP_RIGHT : Pos.BOTTOM_RIGHT);
    }

    void show(Parent content) {
        body.getChildren().setAll(content);
    }

    Notices notices() {
        return notices;
    }

    Sheets sheets() {
        return sheets;
    }
}
