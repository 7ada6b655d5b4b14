package io.marquetry.ui.propose;

import io.marquetry.base.Texts;
import io.marquetry.propose.ProposedGroup;
import io.marquetry.propose.ProposedTag;
import io.marquetry.ui.common.look.Formats;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** Shows a column with its tick for all, or a tag with its tick, its key and its size. */
final class ProposeCell extends ListCell<ProposeRow> {

    private final ProposeModel model;
    private final Texts texts;
    private final Formats formats;

    ProposeCell(ProposeModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        this.formats = new Formats(texts.locale());
        setText(null);
    }

    @Override
    protected void updateItem(@Nullable ProposeRow row, boolean isEmpty) {
        super.updateItem(row, isEmpty);
        getStyleClass().removeAll("group", "proposal");
        if (isEmpty || row == null) {
            setGraphic(null);
            return;
        }
        switch (row) {
            case ProposeRow.Heading heading -> show(heading.group());
            case ProposeRow.Line line -> show(line.proposed());
        }
    }

    private void show(ProposedGroup group) {
        getStyleClass().add("group");
        CheckBox all = box();
        long ticked = group.tags().stream().filter(model::isTicked).count();
        all.setSelected(ticked == group.tags().size());
        all.setIndeterminate(ticked > 0 && ticked < group.tags().size());
        all.setAccessibleText(texts.get("propose.all", group.label().in(texts.locale())));
        all.setOnAction(event -> model.tick(group.tags(), ticked < group.tags().size()));
        Label name = new Label(group.label().in(texts.locale()));
        name.getStyleClass().add("group-name");
        Label key = new Label(group.name());
        key.getStyleClass().addAll("muted", "mono");
        key.setVisible(!group.name().equalsIgnoreCase(name.getText()));
        setGraphic(line(all, name, key, gap()));
    }

    private void show(ProposedTag proposed) {
        getStyleClass().add("proposal");
        CheckBox tick = box();
        tick.setSelected(model.isTicked(proposed));
        tick.setOnAction(event -> model.tick(List.of(proposed), tick.isSelected()));
        String words = proposed.tag().name().in(texts.locale());
        tick.setAccessibleText(words);
        Label name = new Label(words);
        Label key = new Label(proposed.tag().key().value());
        key.getStyleClass().addAll("muted", "mono");
        Label size = new Label(formats.count(proposed.size()));
        size.getStyleClass().add("size");
        size.setMinWidth(Region.USE_PREF_SIZE);
        Label share = new Label(formats.shortPercent((double) proposed.size() / profiles()));
        share.getStyleClass().addAll("muted", "share");
        share.setMinWidth(Region.USE_PREF_SIZE);
        setGraphic(line(tick, name, key, gap(), size, share));
    }

    private long profiles() {
        return model.proposals().get().orElseThrow().profiles();
    }

    private static CheckBox box() {
        CheckBox box = new CheckBox();
        // The list itself has the focus: arrows move, the space bar ticks.
        box.setFocusTraversable(false);
        return box;
    }

    private static Region gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }

    private static HBox line(Node... parts) {
        HBox line = new HBox(parts);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("line");
        return line;
    }
}
