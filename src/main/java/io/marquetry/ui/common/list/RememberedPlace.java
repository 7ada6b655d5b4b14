package io.marquetry.ui.common.list;

import io.marquetry.ui.common.screen.ListPlace;

import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** How a list was left: the widths of its columns, and what it is sorted by. */
final class RememberedPlace {

    private RememberedPlace() {}

    /**
     * Brings a list back to how it was left, and notes from now on how it is left.
     *
     * @param list has an id and all of its columns
     * @param places by the ids of lists
     */
    static <T> void of(TableView<T> list, Map<String, ListPlace> places) {
        ListPlace known = places.get(list.getId());
        if (known != null) {
            comeBack(list, known);
        }
        Runnable note = () -> places.put(list.getId(), place(list));
        list.getColumns()
                .forEach(
                        column -> {
                            column.widthProperty().subscribe(note);
                            column.sortTypeProperty().subscribe(note);
                        });
        list.getSortOrder().subscribe(note);
    }

    private static <T> void comeBack(TableView<T> list, ListPlace known) {
        List<TableColumn<T, ?>> columns = list.getColumns();
        List<Double> widths = Objects.requireNonNullElse(known.widths(), List.of());
        for (int i = 0; i < columns.size() && widths.size() == columns.size(); i++) {
            columns.get(i).setPrefWidth(widths.get(i));
        }
        if (known.sorted() >= 0 && known.sorted() < columns.size()) {
            TableColumn<T, ?> column = columns.get(known.sorted());
            column.setSortType(
                    known.descending()
                            ? TableColumn.SortType.DESCENDING
                            : TableColumn.SortType.ASCENDING);
            list.getSortOrder().setAll(List.of(column));
        }
    }

    private static <T> ListPlace place(TableView<T> list) {
        Optional<TableColumn<T, ?>> sorted = list.getSortOrder().stream().findFirst();
        return new ListPlace(
                list.getColumns().stream().map(TableColumn::getWidth).toList(),
                sorted.map(list.getColumns()::indexOf).orElse(-1),
                sorted.map(c -> c.getSortType() == TableColumn.SortType.DESCENDING).orElse(false));
    }
}
