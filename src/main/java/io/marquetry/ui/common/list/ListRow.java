package io.marquetry.ui.common.list;

import javafx.collections.ObservableList;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView.TableViewSelectionModel;
import javafx.scene.input.MouseButton;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** A row of a list; what JavaFX would do twice to those that are seen is done once. */
final class ListRow<T> extends TableRow<T> {

    ListRow(Runnable opens) {
        setOnMouseClicked(
                event -> {
                    if (event.getButton() == MouseButton.PRIMARY
                            && event.getClickCount() == 2
                            && !isEmpty()) {
                        opens.run();
                    }
                });
    }

    /** Is laid out now, before the list comes to it: it would style one that is not once more. */
    void settle() {
        layout();
        setNeedsLayout(false);
    }

    /** Puts rows in the place of others; what was chosen and is there still stays so. */
    static <T> void replace(ListTable<T> list, List<T> wanted, Function<T, Object> identity) {
        Set<Object> chosen = new HashSet<>();
        list.chosen().forEach(row -> chosen.add(identity.apply(row)));
        int focused = list.getFocusModel().getFocusedIndex();
        TableViewSelectionModel<T> selection = list.getSelectionModel();
        selection.clearSelection();
        replace(list.getItems(), wanted);
        list.getFocusModel().focus(Math.min(focused, wanted.size() - 1));
        for (int i = 0; i < wanted.size(); i++) {
            if (chosen.contains(identity.apply(wanted.get(i)))) {
                selection.select(i);
            }
        }
    }

    /** Where all go at once, JavaFX fills each row that is seen anew, then again: one goes last. */
    private static <T> void replace(ObservableList<T> items, List<T> wanted) {
        if (items.size() < 2 || wanted.isEmpty()) {
            items.setAll(wanted);
            return;
        }
        items.remove(1, items.size());
        items.addAll(wanted);
        items.removeFirst();
    }
}
