package io.marquetry.ui.common.list;

import io.marquetry.base.Texts;
import io.marquetry.ui.common.look.Badge;
import io.marquetry.ui.common.look.Formats;
import io.marquetry.ui.common.screen.Action;
import io.marquetry.ui.common.screen.Desk;
import io.marquetry.ui.common.screen.Follows;
import io.marquetry.ui.common.screen.Views;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.IntegerBinding;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

import org.jspecify.annotations.Nullable;

import java.text.Collator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A list of a screen. It is sorted by its headings, keeps order and choice when it is read afresh,
 * and says what to do where there is nothing. What can be done with the chosen rows stands in its
 * context menu; Enter and a double click do the first of it, Delete removes. Widths and order are
 * remembered under its id.
 *
 * @param <T> what a row tells of
 */
public final class ListTable<T> extends TableView<T> {

    private static final double ROW = 34;

    /** What stands beside the words of a cell. */
    private static final double BESIDE_WORDS = 18;

    private static final double HEADINGS = 44;
    private static final PseudoClass NOTHING = PseudoClass.getPseudoClass("nothing");

    private final Label nothingFound = new Label();
    private final IntegerBinding howMany = Bindings.size(getSelectionModel().getSelectedItems());
    private Texts texts = Texts.in(Locale.ENGLISH);
    private @Nullable Node empty;
    private @Nullable Action opens;
    private @Nullable Action deletes;
    private Runnable arrange = () -> {};

    /** Cells come and go with the height of the window; those that are gone are forgotten. */
    private final Set<ListCells.Telling> cells = Collections.newSetFromMap(new WeakHashMap<>());

    private final Set<ListRow<T>> rows = Collections.newSetFromMap(new WeakHashMap<>());
    private int laidOut;

    private final ColumnRoom<T> room = new ColumnRoom<>(this);

    /** Makes a list without columns; FXML adds them. */
    public ListTable() {
        Views.dress(this, "list-table");
        nothingFound.getStyleClass().add("muted");
        nothingFound.setVisible(false);
        setPlaceholder(nothingFound);
        setFixedCellSize(ROW);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_SUBSEQUENT_COLUMNS);
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        setRowFactory(view -> row());
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        setSortPolicy(
                view -> {
                    arrange.run();
                    return true;
                });
    }

    /** Returns how high a list of so many rows is, headings and borders with it, in pixels. */
    public static double heightOf(int rows) {
        return ROW * rows + HEADINGS;
    }

    /** Hides these columns, the first first, while there is no room for the headings of all. */
    public void spare(List<TableColumn<T, T>> columns) {
        room.spare(columns);
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        if (getItems().size() != laidOut) {
            // With another number of rows these were just filled and styled.
            laidOut = getItems().size();
            rows.forEach(ListRow::settle);
        }
        room.arrange();
    }

    /** Returns what is said where the search leaves nothing. */
    public String getNothingFound() {
        return nothingFound.getText();
    }

    /** Says this where the search leaves nothing. */
    public void setNothingFound(String sentence) {
        nothingFound.setText(sentence);
    }

    /** Returns what is shown where there is nothing at all. */
    public @Nullable Node getEmpty() {
        return empty;
    }

    /** Shows this where there is nothing at all; it says what to do next. */
    public void setEmpty(@Nullable Node shown) {
        empty = shown;
    }

    /**
     * Speaks the language of a desk, and is as it was left there; called before columns are filled.
     */
    public void serve(Desk desk) {
        texts = desk.texts();
        RememberedPlace.of(this, desk.lists());
    }

    /**
     * Shows rows from now on.
     *
     * @param rows in their own order, which holds until a heading is pressed
     * @param identity what makes a row the same after it was read afresh
     */
    public void show(ObservableList<T> rows, Function<T, Object> identity, Follows follows) {
        arrange = () -> arrange(rows, identity);
        follows.changes(rows, arrange);
        arrange.run();
    }

    /** Shows these rows, in their own order until a heading is pressed. */
    public void showAll(List<T> rows) {
        nothingFound.setVisible(true);
        arrange = () -> arrange(rows, row -> row);
        arrange.run();
    }

    /** Shows what there is to do instead while there is nothing at all. */
    public void showEmptyWhile(ObservableBooleanValue nothing, Follows follows) {
        follows.on(
                nothing,
                now -> {
                    setPlaceholder(now && empty != null ? empty : nothingFound);
                    pseudoClassStateChanged(NOTHING, now);
                });
    }

    private void arrange(List<T> rows, Function<T, Object> identity) {
        List<T> wanted = new ArrayList<>(rows);
        if (!wanted.isEmpty()) {
            // Nothing is said before anything was read: it may be on its way.
            nothingFound.setVisible(true);
        }
        if (getComparator() != null) {
            wanted.sort(getComparator());
        }
        if (wanted.equals(getItems())) {
            return;
        }
        cells.forEach(cell -> cell.tellIfItStays(wanted));
        ListRow.replace(this, wanted, identity);
    }

    /**
     * Says anew what is told of the rows that are seen. Quicker by far than {@link #refresh}, which
     * makes every cell anew, and asks nothing of the rows that are not seen.
     */
    public void renew() {
        cells.forEach(ListCells.Telling::tell);
    }

    /** Chooses a row and brings it into view; does nothing where it is not shown. */
    public void choose(T row) {
        int at = getItems().indexOf(row);
        if (at >= 0) {
            getSelectionModel().clearAndSelect(at);
            scrollTo(Math.max(0, at - 3));
        }
    }

    /** Returns the rows that are chosen. */
    public List<T> chosen() {
        return getSelectionModel().getSelectedItems().stream().filter(Objects::nonNull).toList();
    }

    /** Makes an action on the one row that is chosen. */
    public Action one(String label, Consumer<T> run) {
        return Action.of(label, howMany.isEqualTo(1), () -> run.accept(chosen().getFirst()));
    }

    /** Makes an action on all rows that are chosen, at least one. */
    public Action some(String label, Consumer<List<T>> run) {
        return Action.of(label, howMany.greaterThan(0), () -> run.accept(chosen()));
    }

    /** Does this at Enter and at a double click. */
    public void opens(Action action) {
        opens = action;
    }

    /** Does this at Delete. */
    public void deletes(Action action) {
        deletes = action;
    }

    /** Offers the actions in the context menu. */
    public void offer(Action... actions) {
        ContextMenu menu = new ContextMenu();
        for (Action action : actions) {
            MenuItem item = new MenuItem();
            item.textProperty().bind(action.label());
            item.disableProperty().bind(Bindings.not(action.enabled()));
            item.setMnemonicParsing(false);
            item.setOnAction(event -> action.run().run());
            menu.getItems().add(item);
        }
        setContextMenu(menu);
    }

    /** Fills a column with words, in the order of the language. */
    public void text(TableColumn<T, T> column, Function<T, String> words) {
        Collator order = Collator.getInstance(texts.locale());
        text(column, (a, b) -> order.compare(words.apply(a), words.apply(b)), words);
    }

    /** Fills a column with words that have an order of their own. */
    public void text(TableColumn<T, T> column, Comparator<T> order, Function<T, String> words) {
        text(column, order, words, row -> Optional.empty());
    }

    /**
     * Fills a column with words that have an order of their own.
     *
     * @param told what is told of a row when it is pointed at
     */
    public void text(
            TableColumn<T, T> column,
            Comparator<T> order,
            Function<T, String> words,
            Function<T, Optional<String>> told) {
        prepare(column, order);
        column.setCellFactory(ListCells.words(cells::add, words, told));
    }

    /** Fills a column with words that are never cut: a row is as high as they need. */
    public void lines(TableColumn<T, T> column, Function<T, String> words) {
        setFixedCellSize(Region.USE_COMPUTED_SIZE);
        Collator order = Collator.getInstance(texts.locale());
        drawn(
                column,
                (a, b) -> order.compare(words.apply(a), words.apply(b)),
                row -> wrapped(words.apply(row), column),
                words);
    }

    private Node wrapped(String words, TableColumn<T, T> column) {
        Text text = new Text(words);
        text.getStyleClass().add("words");
        text.wrappingWidthProperty().bind(column.widthProperty().subtract(BESIDE_WORDS));
        HBox lines = new HBox(text);
        lines.getStyleClass().add("lines");
        return lines;
    }

    /** Fills a column with keys. */
    public void key(TableColumn<T, T> column, Function<T, String> key) {
        text(column, Comparator.comparing(key), key);
        column.getStyleClass().add("mono-column");
    }

    /** Fills a column with moments; the latest comes first when its heading is pressed twice. */
    public void moment(TableColumn<T, T> column, Function<T, Instant> moment) {
        Formats formats = new Formats(texts.locale());
        text(column, Comparator.comparing(moment), row -> formats.moment(moment.apply(row)));
    }

    /** Fills a column with whole numbers, at its right edge. */
    public void count(TableColumn<T, T> column, Function<T, Long> count) {
        Formats formats = new Formats(texts.locale());
        number(
                column,
                row -> OptionalLong.of(count.apply(row)),
                row -> formats.count(count.apply(row)),
                row -> Optional.empty());
    }

    /**
     * Fills a column with numbers, at its right edge.
     *
     * @param order rows without a number come last, whichever way the column is sorted
     * @param words how a row's number is written
     * @param told what is told of it when it is pointed at
     */
    public void number(
            TableColumn<T, T> column,
            Function<T, OptionalLong> order,
            Function<T, String> words,
            Function<T, Optional<String>> told) {
        figure(column, words);
        column.setCellFactory(ListCells.words(cells::add, words, told));
        column.setComparator(
                (a, b) -> {
                    OptionalLong left = order.apply(a);
                    OptionalLong right = order.apply(b);
                    if (left.isPresent() && right.isPresent()) {
                        return Long.compare(left.getAsLong(), right.getAsLong());
                    }
                    return column.getSortType() == TableColumn.SortType.ASCENDING
                            ? Boolean.compare(left.isEmpty(), right.isEmpty())
                            : Boolean.compare(right.isEmpty(), left.isEmpty());
                });
    }

    /** Fills a column with figures that are not sorted, at its right edge. */
    public void figure(TableColumn<T, T> column, Function<T, String> words) {
        text(column, words);
        column.getStyleClass().add("number-column");
    }

    /** Fills a column with badges. */
    public void badge(TableColumn<T, T> column, Function<T, Badge> badge) {
        Collator order = Collator.getInstance(texts.locale());
        drawn(
                column,
                (a, b) -> order.compare(badge.apply(a).word(), badge.apply(b).word()),
                row -> badge.apply(row).draw(),
                row -> badge.apply(row).word());
    }

    /**
     * Fills a column with drawn things.
     *
     * @param words what is read aloud for one
     */
    public void drawn(
            TableColumn<T, T> column,
            Comparator<T> order,
            Function<T, Node> node,
            Function<T, String> words) {
        prepare(column, order);
        column.setCellFactory(ListCells.nodes(cells::add, node, words));
    }

    private void prepare(TableColumn<T, T> column, Comparator<T> order) {
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        column.setComparator(order);
        column.setReorderable(false);
    }

    private TableRow<T> row() {
        ListRow<T> row = new ListRow<>(() -> perform(opens));
        rows.add(row);
        return row;
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER && perform(opens)
                || event.getCode() == KeyCode.DELETE && perform(deletes)) {
            event.consume();
        }
    }

    private static boolean perform(@Nullable Action action) {
        if (action == null || !action.enabled().get()) {
            return false;
        }
        action.run().run();
        return true;
    }
}
