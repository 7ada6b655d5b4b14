package io.marquetry.ui.shell;

import io.marquetry.base.Problem;
import io.marquetry.base.Texts;
import io.marquetry.ui.common.look.CategoryStyle;
import io.marquetry.ui.common.screen.Desk;
import io.marquetry.ui.common.screen.Follows;
import io.marquetry.ui.common.screen.OpenSheet;
import io.marquetry.ui.common.screen.Parts;
import io.marquetry.ui.common.screen.Views;

import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/** A field, and below it whatever its words mean; all of it by keyboard. */
final class SearchController {

    private static final double KIND = 86;

    private final SearchModel model;
    private final Desk desk;
    private final Texts texts;
    private final Follows follows = new Follows();

    @FXML private TextField words;
    @FXML private ListView<Hit> hits;
    @FXML private Label state;

    private SearchController(SearchModel model, Desk desk) {
        this.model = model;
        this.desk = desk;
        this.texts = desk.texts();
    }

    /** Makes the sheet. */
    static OpenSheet sheet(SearchModel model, Desk desk) {
        SearchController search = new SearchController(model, desk);
        return new OpenSheet(
                Views.load("search", desk.texts(), search), desk.sheets()::close, search.follows);
    }

    @FXML
    void initialize() {
        follows.both(words.textProperty(), model.words());
        hits.setItems(model.hits());
        hits.setCellFactory(list -> new HitCell());
        hits.setOnMouseClicked(event -> open());
        // The focus stays in the field: whoever sees too much types on.
        hits.setFocusTraversable(false);
        words.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        follows.on(model.answered(), now -> show());
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case DOWN -> move(1);
            case UP -> move(-1);
            case PAGE_DOWN -> move(hits.getItems().size());
            case PAGE_UP -> move(-hits.getItems().size());
            case ENTER -> open();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void move(int by) {
        int last = hits.getItems().size() - 1;
        if (last >= 0) {
            int at = Math.clamp(hits.getSelectionModel().getSelectedIndex() + (long) by, 0, last);
            hits.getSelectionModel().select(at);
            hits.scrollTo(Math.max(0, at - 3));
        }
    }

    private void open() {
        @Nullable Hit chosen = hits.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            desk.sheets().close();
            chosen.open().run();
        }
    }

    private void show() {
        if (!model.answered().get()) {
            return;
        }
        Optional<Problem> failed = model.problem().get();
        boolean nothing = model.hits().isEmpty();
        hits.getSelectionModel().selectFirst();
        state.setText(
                failed.map(texts::sentence)
                        .orElseGet(() -> texts.get(nothing ? "search.nothing" : "search.hint")));
    }

    private static final class HitCell extends ListCell<Hit> {

        private final Label kind = new Label();
        private final Label name = new Label();
        private final Label detail = new Label();
        private final HBox line = new HBox(kind, name, detail);

        HitCell() {
            kind.getStyleClass().add("kind");
            kind.setMinWidth(KIND);
            kind.setMaxWidth(KIND);
            name.getStyleClass().add("name");
            name.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(name, Priority.ALWAYS);
            detail.getStyleClass().addAll("mono", "detail");
            detail.setMinWidth(Region.USE_PREF_SIZE);
            line.getStyleClass().add("hit");
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Hit hit, boolean empty) {
            super.updateItem(hit, empty);
            Parts.show(line, hit != null);
            setGraphic(line);
            line.getStyleClass().setAll("hit");
            if (hit == null) {
                setAccessibleText(null);
                return;
            }
            hit.category().ifPresent(of -> line.getStyleClass().add(CategoryStyle.cssClass(of)));
            kind.setText(hit.kind());
            name.setText(hit.name());
            detail.setText(hit.detail());
            setAccessibleText(hit.kind() + ": " + hit.name() + ", " + hit.detail());
        }
    }
}
