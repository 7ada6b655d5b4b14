package io.marquetry.ui.common.list;

import io.marquetry.ui.common.look.Tip;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.util.Callback;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** The cells of lists; words that are cut off are told whole when they are pointed at. */
final class ListCells {

    private ListCells() {}

    /** A cell that can say anew what it tells of its row. */
    interface Telling {
        void tell();

        /**
         * Says anew what it tells where its row stays in its place: JavaFX does not ask it then.
         */
        void tellIfItStays(List<?> rows);
    }

    private static boolean stays(TableCell<?, ?> cell, List<?> rows) {
        int at = cell.getIndex();
        return at >= 0 && at < rows.size() && rows.get(at).equals(cell.getItem());
    }

    /**
     * Makes cells of words.
     *
     * @param made takes each cell that is made
     * @param told what is told of a row when it is pointed at; empty: nothing beyond its words
     */
    static <T> Callback<TableColumn<T, T>, TableCell<T, T>> words(
            Consumer<Telling> made, Function<T, String> words, Function<T, Optional<String>> told) {
        return column -> {
            Words<T> cell = new Words<>(words, told);
            made.accept(cell);
            return cell;
        };
    }

    /**
     * Makes cells of drawn things.
     *
     * @param made takes each cell that is made
     */
    static <T> Callback<TableColumn<T, T>, TableCell<T, T>> nodes(
            Consumer<Telling> made, Function<T, Node> node, Function<T, String> words) {
        return column -> {
            Drawn<T> cell = new Drawn<>(node, words);
            made.accept(cell);
            return cell;
        };
    }

    private static final class Words<T> extends TableCell<T, T> implements Telling {
        private final Function<T, String> words;

        Words(Function<T, String> words, Function<T, Optional<String>> told) {
            this.words = words;
            Tip.on(
                    this,
                    () ->
                            isEmpty() || getItem() == null
                                    ? Optional.empty()
                                    : told.apply(getItem()).or(this::whole));
        }

        private Optional<String> whole() {
            return isTextTruncated() ? Optional.ofNullable(getText()) : Optional.empty();
        }

        @Override
        protected void updateItem(@Nullable T item, boolean empty) {
            super.updateItem(item, empty);
            tell();
        }

        @Override
        public void tellIfItStays(List<?> rows) {
            if (stays(this, rows)) {
                tell();
            }
        }

        @Override
        public void tell() {
            T item = getItem();
            setText(isEmpty() || item == null ? null : words.apply(item));
        }
    }

    private static final class Drawn<T> extends TableCell<T, T> implements Telling {
        private final Function<T, Node> node;
        private final Function<T, String> words;
        private @Nullable T drawn;

        Drawn(Function<T, Node> node, Function<T, String> words) {
            this.node = node;
            this.words = words;
            Tip.on(this, this::whole);
        }

        private Optional<String> whole() {
            boolean cut =
                    getGraphic() instanceof Parent drawn
                            && drawn.lookupAll(".label").stream()
                                    .anyMatch(
                                            part ->
                                                    part instanceof Labeled label
                                                            && label.isTextTruncated());
            return cut ? Optional.ofNullable(getItem()).map(words) : Optional.empty();
        }

        @Override
        protected void updateItem(@Nullable T item, boolean empty) {
            super.updateItem(item, empty);
            // The table asks several times for one row, and new nodes are styled anew each time.
            if (empty || item == null || !item.equals(drawn)) {
                tell();
            }
        }

        @Override
        public void tellIfItStays(List<?> rows) {
            if (stays(this, rows)) {
                tell();
            }
        }

        @Override
        public void tell() {
            T item = getItem();
            boolean none = isEmpty() || item == null;
            drawn = none ? null : item;
            setGraphic(none ? null : node.apply(item));
            setAccessibleText(none ? null : words.apply(item));
        }
    }
}
