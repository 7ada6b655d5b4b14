package io.marquetry.ui.common.list;

import javafx.application.Platform;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.TableColumnHeader;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The room of a list's columns: none is narrower than its heading, and those that can be spared
 * leave while there is no room for all. Headings are measured once, as they stand.
 */
final class ColumnRoom<T> {

    /**
     * What stands beside the words of a heading: its padding, and the arrow that tells the order.
     */
    private static final double BESIDE = 18;

    private static final double ARROW = 16;

    /** The edges, and the bar that scrolls the rows. */
    private static final double EDGES = 18;

    private final TableView<T> table;
    private final List<TableColumn<T, T>> spared = new ArrayList<>();
    private final Map<TableColumn<T, ?>, Double> least = new HashMap<>();
    private final Set<TableColumn<T, ?>> gone = new HashSet<>();
    private double arranged = -1;

    ColumnRoom(TableView<T> table) {
        this.table = table;
    }

    void spare(List<TableColumn<T, T>> columns) {
        spared.addAll(columns);
    }

    /** Looks whether all still has room; called with each layout. */
    void arrange() {
        if (least.isEmpty() && !measure()) {
            return;
        }
        double width = table.getWidth();
        if (width == arranged) {
            return;
        }
        arranged = width;
        // Columns must not come and go while the table is laid out.
        Platform.runLater(() -> giveWay(width - EDGES));
    }

    private void giveWay(double width) {
        double needed =
                table.getColumns().stream()
                        .filter(column -> column.isVisible() || gone.contains(column))
                        .mapToDouble(column -> least.getOrDefault(column, column.getMinWidth()))
                        .sum();
        for (TableColumn<T, T> column : spared) {
            // What somebody hid stays hidden, whatever room there is.
            boolean offered = column.isVisible() || gone.contains(column);
            if (!offered) {
                continue;
            }
            boolean fits = needed <= width;
            if (fits) {
                gone.remove(column);
            } else {
                needed -= least.getOrDefault(column, column.getMinWidth());
                gone.add(column);
            }
            column.setVisible(fits);
        }
    }

    private boolean measure() {
        Map<TableColumn<T, ?>, Double> found = new HashMap<>();
        for (var node : table.lookupAll(".column-header")) {
            if (node instanceof TableColumnHeader header
                    && header.getTableColumn() instanceof TableColumn<?, ?> column
                    && header.lookup(".label") instanceof Label label) {
                double words = label.prefWidth(-1);
                if (words <= 0) {
                    return false;
                }
                table.getColumns().stream()
                        .filter(own -> own.equals(column))
                        .forEach(own -> found.put(own, words));
            }
        }
        if (found.size() < table.getVisibleLeafColumns().size()) {
            return false;
        }
        found.forEach(
                (column, words) -> {
                    double heading = words + BESIDE + (column.isSortable() ? ARROW : 0);
                    column.setMinWidth(Math.max(column.getMinWidth(), Math.ceil(heading)));
                    least.put(column, column.getMinWidth());
                });
        return true;
    }
}
