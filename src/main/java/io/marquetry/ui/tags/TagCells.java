package io.marquetry.ui.tags;

import io.marquetry.audience.AudienceSize;
import io.marquetry.base.Texts;
import io.marquetry.tag.Tag;
import io.marquetry.ui.common.Answer;
import io.marquetry.ui.common.CategoryStyle;
import io.marquetry.ui.common.Formats;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;

import java.text.Collator;
import java.util.Comparator;
import java.util.function.Function;

/** The cells of the list of tags. */
final class TagCells {

    private final Texts texts;
    private final Formats formats;
    private final TagSizes sizes;

    TagCells(Texts texts, TagSizes sizes) {
        this.texts = texts;
        this.formats = new Formats(texts.locale());
        this.sizes = sizes;
    }

    /** Shows the key, with a stripe in the colour of the category. */
    void key(TableColumn<Tag, Tag> column) {
        prepare(column, Comparator.comparing(Tag::key));
        column.setCellFactory(
                c ->
                        new TagCell() {
                            @Override
                            void show(Tag tag) {
                                Region stripe = new Region();
                                stripe.getStyleClass()
                                        .setAll(
                                                "category-stripe",
                                                CategoryStyle.cssClass(tag.category()));
                                Label key = new Label(tag.key().value(), stripe);
                                key.getStyleClass().add("mono");
                                setGraphic(key);
                            }
                        });
    }

    void text(TableColumn<Tag, Tag> column, Function<Tag, String> words) {
        Collator order = Collator.getInstance(texts.locale());
        prepare(column, (a, b) -> order.compare(words.apply(a), words.apply(b)));
        column.setCellFactory(
                c ->
                        new TagCell() {
                            @Override
                            void show(Tag tag) {
                                setText(words.apply(tag));
                            }
                        });
    }

    /** Shows how many profiles carry the tag, right-aligned; the others stay empty. */
    void size(TableColumn<Tag, Tag> column) {
        prepare(column, Comparator.comparingLong(this::number));
        column.getStyleClass().add("number-column");
        column.setCellFactory(
                c ->
                        new TagCell() {
                            @Override
                            void show(Tag tag) {
                                showSize(sizes.of(tag));
                            }

                            private void showSize(Answer<AudienceSize> known) {
                                switch (known) {
                                    case Answer.Nothing<AudienceSize> nothing -> {}
                                    case Answer.Awaited<AudienceSize> awaited -> setText("…");
                                    case Answer.Here<AudienceSize>(AudienceSize size) ->
                                            setText(formats.count(size.audience()));
                                    case Answer.Failed<AudienceSize> failed -> {
                                        setText("–");
                                        setTooltip(new Tooltip(texts.sentence(failed.why())));
                                    }
                                }
                            }
                        });
    }

    private long number(Tag tag) {
        return sizes.of(tag).latest().map(AudienceSize::audience).orElse(-1L);
    }

    private static void prepare(TableColumn<Tag, Tag> column, Comparator<Tag> order) {
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        column.setComparator(order);
    }

    /** A cell that starts clean for each tag. */
    private abstract static class TagCell extends TableCell<Tag, Tag> {
        @Override
        protected void updateItem(@Nullable Tag tag, boolean empty) {
            super.updateItem(tag, empty);
            setText(null);
            setGraphic(null);
            setTooltip(null);
            if (!empty && tag != null) {
                show(tag);
            }
        }

        abstract void show(Tag tag);
    }
}
