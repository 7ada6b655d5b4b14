package io.marquetry.ui.review;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;

import org.jspecify.annotations.Nullable;

import java.util.function.Consumer;
import java.util.function.Function;

/** Tables whose rows open what they tell of: by a double click, by Enter, by a button. */
final class OpeningRows {

    private static final double ROW = 34;

    private OpeningRows() {}

    /**
     * Lets rows be opened.
     *
     * @param opened gets what the row tells of
     */
    static <T> void of(TableView<T> table, Button button, Consumer<T> opened) {
        table.setFixedCellSize(ROW);
        Runnable openChosen =
                () -> {
                    T chosen = table.getSelectionModel().getSelectedItem();
                    if (chosen != null) {
                        opened.accept(chosen);
                    }
                };
        table.setRowFactory(
                view -> {
                    TableRow<T> row = new TableRow<>();
                    row.setOnMouseClicked(
                            event -> {
                                if (event.getClickCount() == 2 && !row.isEmpty()) {
                                    opened.accept(row.getItem());
                                }
                            });
                    return row;
                });
        table.setOnKeyPressed(
                event -> {
                    if (event.getCode() == KeyCode.ENTER) {
                        openChosen.run();
                        event.consume();
                    }
                });
        button.disableProperty().bind(table.getSelectionModel().selectedItemProperty().isNull());
        button.setOnAction(event -> openChosen.run());
    }

    /**
     * Shows a word in a coloured frame in each row of a column.
     *
     * @param tone the class that colours it
     * @param told what is told of it when it is pointed at
     */
    static <T> void pills(
            TableColumn<T, T> column,
            Function<T, String> word,
            Function<T, String> tone,
            Function<T, String> told) {
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        column.setReorderable(false);
        column.setCellFactory(
                c ->
                        new TableCell<>() {
                            @Override
                            protected void updateItem(@Nullable T item, boolean empty) {
                                super.updateItem(item, empty);
                                if (empty || item == null) {
                                    setGraphic(null);
                                    return;
                                }
                                Label pill = new Label(word.apply(item));
                                pill.getStyleClass().addAll("pill", tone.apply(item));
                                pill.setTooltip(new Tooltip(told.apply(item)));
                                setGraphic(pill);
                            }
                        });
    }
}
