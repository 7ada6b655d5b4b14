package io.marquetry.ui.compose.numbers;

import io.marquetry.base.Texts;
import io.marquetry.compare.VersionChanges;
import io.marquetry.index.question.Changes.Change;
import io.marquetry.pack.EditNames;
import io.marquetry.tag.TagNames;
import io.marquetry.ui.common.look.Formats;
import io.marquetry.ui.common.look.Tip;

import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

import java.util.Optional;

/** One line for each change of the audience: what it was, who went, who came. */
final class ChangesTable {

    /** Earlier edits are only counted: nobody reads on. */
    private static final int MAX_LINES = 20;

    private final GridPane grid;
    private final Texts texts;
    private final TagNames tags;
    private final EditNames names;
    private final Formats formats;

    ChangesTable(GridPane grid, TagNames tags, Texts texts) {
        this.tags = tags;
        this.grid = grid;
        this.texts = texts;
        this.names = new EditNames(texts, tags::of);
        this.formats = new Formats(texts.locale());
        ColumnConstraints what = new ColumnConstraints(80, 120, Double.MAX_VALUE);
        what.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().setAll(what, number(), number());
    }

    void show(VersionChanges changes) {
        grid.getChildren().clear();
        grid.addRow(
                0,
                label("", "muted"),
                label(texts.get("compose.since.lost"), "muted"),
                label(texts.get("compose.since.gained"), "muted"));
        int row = 1;
        int folded = Math.max(0, changes.lines().size() - MAX_LINES);
        if (folded > 0) {
            grid.addRow(row++, label(texts.get("compose.since.earlier", folded), "muted"));
        }
        for (VersionChanges.Line line : changes.lines().subList(folded, changes.lines().size())) {
            add(row++, nameOf(line), line.change(), "change-name");
        }
        add(row, texts.get("compose.since.total"), changes.total(), "total");
    }

    private String nameOf(VersionChanges.Line line) {
        return switch (line) {
            case VersionChanges.RuleEdited edited ->
                    texts.get("compose.since.rule", tags.of(edited.tag()));
            case VersionChanges.Edited edited -> names.of(edited.edit(), edited.before());
            case VersionChanges.Otherwise other -> texts.get("compose.since.otherwise");
        };
    }

    private void add(int row, String name, Change change, String style) {
        Label named = label(name, style);
        named.setMinWidth(0);
        Tip.on(named, () -> Optional.of(name));
        Label lost = label(formats.signed(-change.lost()), style);
        Label gained = label(formats.signed(change.gained()), style);
        if (change.lost() > 0) {
            lost.getStyleClass().add("lost");
        }
        if (change.gained() > 0) {
            gained.getStyleClass().add("gained");
        }
        grid.addRow(row, named, lost, gained);
    }

    private static Label label(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        label.setMinWidth(Label.USE_PREF_SIZE);
        return label;
    }

    private static ColumnConstraints number() {
        ColumnConstraints column = new ColumnConstraints();
        column.setHalignment(HPos.RIGHT);
        return column;
    }
}
