package io.marquetry.ui.compose.numbers;

import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import java.util.List;

/** One combination of sets: its bar with the number, and below it a dot for each set. */
final class UpsetColumn extends VBox {

    private static final double NARROWEST = 34;
    private static final double DIGIT = 6.5;
    private static final double AROUND = 14;
    private static final double NUMBER = 20;

    /**
     * Makes a column.
     *
     * @param sets how many rows there are
     * @param members the rows that the combination is of, ascending
     * @param share of the largest bar, 0 to 1
     * @param count what stands on the bar
     * @param width of the column
     */
    UpsetColumn(int sets, List<Integer> members, double share, String count, double width) {
        getStyleClass().add("upset-column");
        setAccessibleRole(AccessibleRole.TEXT);
        setFocusTraversable(true);
        setMinWidth(width);
        setPrefWidth(width);
        getChildren().add(bar(share, count));
        for (int row = 0; row < sets; row++) {
            getChildren().add(cell(row, members));
        }
    }

    /** Returns how wide a column is whose number has this text. */
    static double width(String count) {
        return Math.max(NARROWEST, AROUND + DIGIT * count.length());
    }

    private static VBox bar(double share, String count) {
        Label number = new Label(count);
        number.getStyleClass().add("count");
        number.setMinWidth(Region.USE_PREF_SIZE);
        Region bar = new Region();
        bar.getStyleClass().add("combination-bar");
        double height = Math.max(1, (UpsetPlot.BARS - NUMBER) * share);
        bar.setMinHeight(height);
        bar.setMaxHeight(height);
        VBox box = new VBox(number, bar);
        box.setAlignment(Pos.BOTTOM_CENTER);
        box.setMinHeight(UpsetPlot.BARS);
        box.setMaxHeight(UpsetPlot.BARS);
        return box;
    }

    private static StackPane cell(int row, List<Integer> members) {
        StackPane cell = new StackPane();
        cell.setMinHeight(UpsetPlot.ROW);
        cell.setMaxHeight(UpsetPlot.ROW);
        cell.getStyleClass().addAll("cell", row % 2 == 0 ? "even" : "odd");
        int first = members.getFirst();
        int last = members.getLast();
        if (row >= first && row <= last && first < last) {
            Region line = new Region();
            line.getStyleClass().add("line");
            boolean whole = row > first && row < last;
            line.setMaxHeight(whole ? UpsetPlot.ROW : UpsetPlot.ROW / 2);
            StackPane.setAlignment(
                    line, whole ? Pos.CENTER : row == first ? Pos.BOTTOM_CENTER : Pos.TOP_CENTER);
            cell.getChildren().add(line);
        }
        Region dot = new Region();
        dot.getStyleClass().addAll("dot", members.contains(row) ? "in" : "out");
        cell.getChildren().add(dot);
        return cell;
    }
}
