package io.marquetry.ui.compose.palette;

import io.marquetry.base.Problem;
import io.marquetry.base.Texts;
import io.marquetry.source.Attribute;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagKey;
import io.marquetry.ui.common.look.TagTooltip;
import io.marquetry.ui.common.look.Tip;
import io.marquetry.ui.common.look.TypeIcons;
import io.marquetry.ui.compose.drag.DragCargo;
import io.marquetry.ui.compose.drag.DragDesk;

import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A line of the palette: a heading, or a chip that can be dragged out. */
final class PaletteCell extends ListCell<PaletteRow> {

    private static final PseudoClass USED = PseudoClass.getPseudoClass("used");

    private final Texts texts;
    private final ObservableValue<PaletteNumbers> numbers;
    private final PaletteChip chip = new PaletteChip();
    private final Label heading = new Label();
    private final Hyperlink fold = new Hyperlink();
    private final Label column = new Label();

    /**
     * Makes a line.
     *
     * @param numbers what is known of all tags; the line follows it as long as both live
     */
    PaletteCell(
            Texts texts,
            DragDesk drags,
            ObservableValue<PaletteNumbers> numbers,
            PaletteMenu menu,
            PaletteModel palette) {
        this.texts = texts;
        this.numbers = numbers;
        heading.getStyleClass().add("caption");
        fold.getStyleClass().add("fold");
        fold.setFocusTraversable(false);
        fold.setOnAction(event -> turn(palette));
        column.getStyleClass().add("column");
        column.setMaxWidth(Double.MAX_VALUE);
        Tip.on(
                this,
                () ->
                        tag().map(this::told)
                                .or(() -> column().map(c -> texts.get("compose.palette.column"))));
        // A cell as wide as the list: long names end in dots instead of a scroll bar.
        setPrefWidth(0);
        drags.source(
                this,
                this::cargo,
                () ->
                        tag().map(t -> t.name().in(texts.locale()))
                                .or(() -> column().map(Attribute::name))
                                .orElse(""));
        setOnMouseClicked(
                event -> {
                    if (event.getClickCount() == 2) {
                        tag().ifPresent(menu::add);
                        column().ifPresent(menu::filter);
                    }
                });
        setOnContextMenuRequested(
                event -> {
                    tag().map(menu::of)
                            .or(() -> column().map(menu::of))
                            .ifPresent(
                                    shown ->
                                            shown.show(
                                                    this, event.getScreenX(), event.getScreenY()));
                    event.consume();
                });
        numbers.subscribe(now -> showNumbers());
    }

    @Override
    protected void updateItem(@Nullable PaletteRow row, boolean empty) {
        super.updateItem(row, empty);
        setText(null);
        if (empty || row == null) {
            pseudoClassStateChanged(USED, false);
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        switch (row) {
            case PaletteRow.Heading shown -> {
                pseudoClassStateChanged(USED, false);
                heading.setText(shown.name().in(texts.locale()));
                setGraphic(heading);
                setAccessibleText(heading.getText());
            }
            case PaletteRow.Fold shown ->
                    fold(texts.get("compose.palette.others", shown.tags()), shown.open());
            case PaletteRow.Columns shown ->
                    fold(texts.get("compose.palette.columns", shown.columns()), shown.open());
            case PaletteRow.Column shown -> {
                pseudoClassStateChanged(USED, false);
                column.setText(texts.field(shown.attribute().name()));
                column.setGraphic(new FontIcon(TypeIcons.of(shown.attribute().type())));
                setGraphic(column);
                setAccessibleText(texts.get("compose.palette.column.accessible", column.getText()));
            }
            case PaletteRow.Entry shown -> {
                chip.show(shown.tag(), texts);
                setGraphic(chip);
                showNumbers();
            }
        }
    }

    private void fold(String words, boolean open) {
        pseudoClassStateChanged(USED, false);
        fold.setText(words);
        fold.setGraphic(new FontIcon(open ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT));
        setGraphic(fold);
        setAccessibleText(words);
    }

    private void turn(PaletteModel palette) {
        switch (getItem()) {
            case PaletteRow.Fold shown -> palette.others().set(!shown.open());
            case PaletteRow.Columns shown -> palette.columnsOpen().set(!shown.open());
            case PaletteRow.Heading shown -> {}
            case PaletteRow.Entry shown -> {}
            case PaletteRow.Column shown -> {}
        }
    }

    private Optional<DragCargo> cargo() {
        return tag().<DragCargo>map(t -> new DragCargo.NewTag(t.key()))
                .or(() -> column().map(c -> new DragCargo.Column(c.name())));
    }

    private Optional<Attribute> column() {
        return getItem() instanceof PaletteRow.Column shown
                ? Optional.of(shown.attribute())
                : Optional.empty();
    }

    private void showNumbers() {
        tag().ifPresent(
                        tag -> {
                            PaletteNumbers known = numbers.getValue();
                            Optional<String> misfit = misfit(tag.key());
                            if (misfit.isPresent()) {
                                chip.showNoNumber();
                            } else {
                                chip.show(
                                        known.words(tag.key(), texts),
                                        known.isCurrent(),
                                        known.lastKnown());
                            }
                            setAccessibleText(
                                    chip.getAccessibleText()
                                            + misfit.map(why -> ", " + why).orElse(""));
                            pseudoClassStateChanged(USED, known.used().contains(tag.key()));
                        });
    }

    private String told(Tag tag) {
        List<String> lines = new ArrayList<>(List.of(TagTooltip.text(tag, texts)));
        numbers.getValue()
                .words(tag.key(), texts)
                .flatMap(WhatIfWords::excluded)
                .ifPresent(lines::add);
        misfit(tag.key()).or(numbers.getValue()::lastKnown).ifPresent(lines::add);
        return String.join("\n", lines);
    }

    private Optional<String> misfit(TagKey tag) {
        Optional<Problem> why = numbers.getValue().misfit(tag);
        return why.map(texts::sentence);
    }

    private Optional<Tag> tag() {
        return getItem() instanceof PaletteRow.Entry entry
                ? Optional.of(entry.tag())
                : Optional.empty();
    }
}
