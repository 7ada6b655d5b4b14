package io.marquetry.ui.sources;

import io.marquetry.ui.common.look.Tip;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;

import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;

/** Columns of tables: of text, which a tooltip shows whole where it is too long, or of controls. */
public final class TextColumns {

    /** Shorter words are always seen whole. */
    private static final int MIN_TIP = 20;

    private TextColumns() {}

    /** Fills a column with text. */
    public static <T> void fill(TableColumn<T, T> column, Function<T, String> text) {
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        column.setComparator(Comparator.comparing(text));
        column.setReorderable(false);
        column.setCellFactory(
                c ->
                        new TableCell<>() {
                            @Override
                            protected void updateItem(@Nullable T item, boolean empty) {
                                super.updateItem(item, empty);
                                String words = empty || item == null ? null : text.apply(item);
                                setText(words);
                                Tip.on(
                                        this,
                                        () ->
                                                Optional.ofNullable(words)
                                                        .filter(all -> all.length() >= MIN_TIP));
                            }
                        });
    }

    /** Fills a column with a control of its own for each row. */
    public static <T> void controls(TableColumn<T, T> column, Function<T, Node> make) {
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        column.setReorderable(false);
        column.setCellFactory(
                c ->
                        new TableCell<>() {
                            @Override
                            protected void updateItem(@Nullable T item, boolean empty) {
                                super.updateItem(item, empty);
                                setGraphic(empty || item == null ? null : make.apply(item));
                            }
                        });
    }
}
