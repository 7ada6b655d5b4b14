package io.marquetry.ui.packages.versions;

import io.marquetry.base.Texts;
import io.marquetry.compare.ChangeWords;
import io.marquetry.compare.VersionDifferences.Counted;
import io.marquetry.index.question.Changes.Change;
import io.marquetry.tag.TagNames;
import io.marquetry.ui.common.look.Formats;

import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

import java.util.List;
import java.util.Optional;

/** Tells change by change in what two states of a package differ, and whom each moves. */
final class DifferenceTable {

    private static final double FIGURE = 78;

    private final Texts texts;
    private final Formats formats;
    private final ChangeWords words;

    DifferenceTable(Texts texts, TagNames names) {
        this.texts = texts;
        this.formats = new Formats(texts.locale());
        this.words = new ChangeWords(texts, names::of);
    }

    /** Returns the table; one line that says so where nothing differs. */
    Node of(Comparison comparison) {
        List<Counted> changes = comparison.told().changes();
        if (changes.isEmpty()) {
            return label(texts.get("versions.same"), "muted");
        }
        GridPane grid = new GridPane();
        grid.getStyleClass().add("difference-table");
        ColumnConstraints what = new ColumnConstraints();
        what.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().add(what);
        for (int i = 0; i < 3; i++) {
            ColumnConstraints figure = new ColumnConstraints(FIGURE);
            figure.setHalignment(HPos.RIGHT);
            grid.getColumnConstraints().add(figure);
        }
        grid.addRow(
                0,
                label(texts.get("versions.change"), "head"),
                label(texts.get("versions.gained"), "head"),
                label(texts.get("versions.lost"), "head"),
                label(texts.get("versions.column.audience"), "head"));
        int row = 1;
        for (Counted one : changes) {
            row(grid, row++, words.of(one.change()), one.people(), "difference");
        }
        row(grid, row, texts.get("versions.together"), comparison.told().together(), "together");
        return grid;
    }

    private void row(GridPane grid, int row, String said, Optional<Change> people, String style) {
        Label first = label(said, style);
        first.setWrapText(true);
        first.setMinHeight(Label.USE_PREF_SIZE);
        grid.add(first, 0, row);
        people.ifPresent(
                change -> {
                    grid.add(figure(change.gained(), "+", "come"), 1, row);
                    grid.add(figure(change.lost(), "\u2212", "gone"), 2, row);
                    grid.add(label(formats.count(change.after()), style), 3, row);
                });
    }

    private Label figure(long people, String sign, String style) {
        return people == 0 ? label("0", "muted") : label(sign + formats.count(people), style);
    }

    private static Label label(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().addAll("cell", style);
        return label;
    }
}
