package io.marquetry.ui.compose.numbers;

import io.marquetry.base.Texts;
import io.marquetry.index.question.Overlap.Combination;
import io.marquetry.ui.common.look.BarTrack;
import io.marquetry.ui.common.look.Formats;
import io.marquetry.ui.common.look.Tip;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * How sets overlap: a row for each set, a column for each combination of them, with a bar for who
 * is in just that combination. The arrow keys go from column to column.
 *
 * <p>After A. Lex, N. Gehlenborg, H. Strobelt, R. Vuillemot, H. Pfister: UpSet: Visualization of
 * Intersecting Sets, IEEE TVCG 20 (2014).
 */
final class UpsetPlot extends HBox {

    /** Smaller ones are summed up in words: nobody compares bars of a pixel. */
    static final int MAX_COLUMNS = 40;

    static final double ROW = 24;
    static final double BARS = 150;
    private static final double SETS = 300;
    private static final double SIZE_BAR = 60;
    private static final double THIN = 6;

    private final List<String> names;
    private final List<UpsetColumn> columns = new ArrayList<>();
    private final Texts texts;
    private final Formats formats;

    /**
     * Makes a plot.
     *
     * @param names of the sets
     * @param sizes of the sets
     * @param combinations the largest first
     * @param most how many of them have a column
     * @param told hears the words of the column that is looked at
     */
    UpsetPlot(
            List<String> names,
            List<Long> sizes,
            List<Combination> combinations,
            int most,
            Texts texts,
            Consumer<String> told) {
        this.names = names;
        this.texts = texts;
        this.formats = new Formats(texts.locale());
        setId("upsetPlot");
        getStyleClass().add("upset");
        getChildren().add(sets(sizes));
        long largest = combinations.isEmpty() ? 1 : combinations.getFirst().profiles();
        double width = UpsetColumn.width(formats.count(largest));
        for (Combination shown : combinations.subList(0, Math.min(most, combinations.size()))) {
            UpsetColumn column =
                    new UpsetColumn(
                            names.size(),
                            shown.members(),
                            (double) shown.profiles() / largest,
                            formats.count(shown.profiles()),
                            width);
            String words = words(shown);
            column.setAccessibleText(words);
            Tip.on(column, () -> Optional.of(words));
            column.focusedProperty()
                    .subscribe(
                            focused -> {
                                if (focused) {
                                    told.accept(words);
                                }
                            });
            column.setOnMouseEntered(event -> told.accept(words));
            column.setOnMousePressed(event -> column.requestFocus());
            columns.add(column);
        }
        getChildren().addAll(columns);
        if (combinations.size() > most) {
            getChildren().add(rest(combinations.subList(most, combinations.size())));
        }
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    /**
     * Returns how many columns have room, with the words for those that have none.
     *
     * @param room how wide the plot may be
     */
    static int fitting(double room, List<Combination> combinations, Formats formats) {
        if (combinations.isEmpty()) {
            return 0;
        }
        double width = UpsetColumn.width(formats.count(combinations.getFirst().profiles()));
        int all = Math.min(MAX_COLUMNS, combinations.size());
        return SETS + all * width <= room && all == combinations.size()
                ? all
                : Math.clamp((int) ((room - SETS - BARS) / width), 1, all);
    }

    private VBox sets(List<Long> sizes) {
        VBox sets = new VBox();
        Region above = new Region();
        above.setMinHeight(BARS);
        sets.getChildren().add(above);
        long largest = Math.max(1, sizes.stream().mapToLong(Long::longValue).max().orElse(1));
        for (int i = 0; i < names.size(); i++) {
            Label name = new Label(names.get(i));
            name.getStyleClass().add(i == 0 ? "own" : "set");
            name.setMaxWidth(Double.MAX_VALUE);
            Tip.on(name, () -> Optional.of(name.getText()));
            HBox.setHgrow(name, Priority.ALWAYS);
            Label size = new Label(formats.count(sizes.get(i)));
            size.getStyleClass().add("size");
            size.setMinWidth(Region.USE_PREF_SIZE);
            BarTrack bar = new BarTrack((double) sizes.get(i) / largest, THIN);
            bar.setMinWidth(SIZE_BAR);
            bar.setMaxWidth(SIZE_BAR);
            HBox row = new HBox(8, name, size, bar);
            row.setAlignment(Pos.CENTER_LEFT);
            row.setMinHeight(ROW);
            row.setMaxHeight(ROW);
            row.getStyleClass().addAll("set-row", i % 2 == 0 ? "even" : "odd");
            sets.getChildren().add(row);
        }
        sets.getStyleClass().add("sets");
        return sets;
    }

    private Label rest(List<Combination> left) {
        long people = left.stream().mapToLong(Combination::profiles).sum();
        Label label =
                new Label(texts.get("compose.upset.rest", left.size(), formats.count(people)));
        label.getStyleClass().addAll("muted", "upset-rest");
        label.setWrapText(true);
        label.setPrefWidth(BARS);
        return label;
    }

    private String words(Combination shown) {
        String in = shown.members().stream().map(names::get).collect(Collectors.joining(" + "));
        return texts.get(
                shown.members().size() == 1 ? "compose.upset.one" : "compose.upset.several",
                in,
                formats.count(shown.profiles()));
    }

    private void pressed(KeyEvent event) {
        int at = -1;
        for (int i = 0; i < columns.size(); i++) {
            at = columns.get(i).isFocused() ? i : at;
        }
        int step = event.getCode() == KeyCode.RIGHT ? 1 : event.getCode() == KeyCode.LEFT ? -1 : 0;
        if (at < 0 || step == 0) {
            return;
        }
        columns.get(Math.clamp(at + step, 0, columns.size() - 1)).requestFocus();
        event.consume();
    }
}
