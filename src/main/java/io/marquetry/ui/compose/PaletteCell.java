package io.marquetry.ui.compose;

import io.marquetry.base.Texts;
import io.marquetry.index.WhatIfs;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagKey;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;

import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A line of the palette: a heading, or a chip that can be dragged out. */
final class PaletteCell extends ListCell<PaletteRow> {

    private static final PseudoClass USED = PseudoClass.getPseudoClass("used");

    private final Texts texts;
    private final Supplier<Set<TagKey>> used;
    private final Supplier<PreviewState<WhatIfs>> whatIfs;
    private final PaletteChip chip = new PaletteChip();
    private final Label heading = new Label();
    private final Tooltip tooltip = new Tooltip();

    PaletteCell(
            Texts texts,
            DragDesk drags,
            Supplier<Set<TagKey>> used,
            Supplier<PreviewState<WhatIfs>> whatIfs,
            Consumer<TagKey> chosen) {
        this.texts = texts;
        this.whatIfs = whatIfs;
        this.used = used;
        heading.getStyleClass().add("caption");
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(360);
        // A cell as wide as the list: long names end in dots instead of a scroll bar.
        setPrefWidth(0);
        drags.source(
                this,
                () -> tag().map(t -> new DragCargo.NewTag(t.key())),
                () -> tag().map(t -> t.key().value()).orElse(""));
        setOnMouseClicked(
                event -> {
                    if (event.getClickCount() == 2) {
                        tag().map(Tag::key).ifPresent(chosen);
                    }
                });
    }

    @Override
    protected void updateItem(@Nullable PaletteRow row, boolean empty) {
        super.updateItem(row, empty);
        setText(null);
        pseudoClassStateChanged(USED, false);
        if (empty || row == null) {
            setGraphic(null);
            setTooltip(null);
            setAccessibleText(null);
            return;
        }
        switch (row) {
            case PaletteRow.Heading shown -> {
                heading.setText(shown.name().in(texts.locale()));
                setGraphic(heading);
                setTooltip(null);
                setAccessibleText(heading.getText());
            }
            case PaletteRow.Entry shown -> {
                Tag tag = shown.tag();
                PreviewState<WhatIfs> known = whatIfs.get();
                chip.show(
                        tag,
                        known.latest().flatMap(w -> WhatIfWords.of(w, tag.key(), texts)),
                        known instanceof PreviewState.Current,
                        texts);
                tooltip.setText(TagTooltip.text(tag, texts));
                setTooltip(tooltip);
                setGraphic(chip);
                setAccessibleText(chip.getAccessibleText());
                pseudoClassStateChanged(USED, used.get().contains(tag.key()));
            }
        }
    }

    private Optional<Tag> tag() {
        return getItem() instanceof PaletteRow.Entry entry
                ? Optional.of(entry.tag())
                : Optional.empty();
    }
}
