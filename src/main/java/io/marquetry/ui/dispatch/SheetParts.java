package io.marquetry.ui.dispatch;

import javafx.scene.control.TableColumn;
import javafx.scene.control.TextField;

/** What several sheets of dispatches are made of. */
final class SheetParts {

    private SheetParts() {}

    /** Says what belongs into a field, in it while it is empty and to screen readers. */
    static void name(TextField field, String id, String words, double width) {
        field.setId(id);
        field.setPromptText(words);
        field.setAccessibleText(words);
        field.setPrefWidth(width);
    }

    /** Returns a column of a list whose cells show a whole row. */
    static <T> TableColumn<T, T> column(String words, double width) {
        TableColumn<T, T> column = new TableColumn<>(words);
        column.setPrefWidth(width);
        return column;
    }
}
