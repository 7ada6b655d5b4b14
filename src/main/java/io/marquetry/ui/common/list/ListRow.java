package io.marquetry.ui.common.list;

import javafx.collections.ObservableList;
import javafx.scene.control.TableRow;

import java.util.List;

/** A row of a list; what JavaFX would do twice to those that are seen is done once. */
final class ListRow<T> extends TableRow<T> {

    /** Is laid out now, before the list comes to it: it would style one that is not once more. */
    void settle() {
        layout();
        setNeedsLayout(false);
    }

    /**
     * Puts rows in the place of others. Where all go at once, JavaFX fills each row that is seen
     * anew, then a second time: so one goes last.
     */
    static <T> void replace(ObservableList<T> items, List<T> wanted) {
        if (items.size() < 2 || wanted.isEmpty()) {
            items.setAll(wanted);
            return;
        }
        items.remove(1, items.size());
        items.addAll(wanted);
        items.removeFirst();
    }
}
