package io.marquetry.ui.sources;

import io.marquetry.audience.Breakdown;
import io.marquetry.audience.Breakdown.Bar;
import io.marquetry.base.FieldName;
import io.marquetry.base.Texts;
import io.marquetry.ui.common.look.BarsView;
import io.marquetry.ui.common.look.Formats;
import io.marquetry.ui.common.screen.Parts;

import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.javafx.FontIcon;

import java.util.Optional;
import java.util.Set;

/** A column of a source; opened, it tells how full it is and what it holds how often. */
final class ColumnLine extends VBox {

    private final FieldName what;
    private final Optional<ColumnValues> values;
    private final Set<FieldName> opened;
    private final Texts texts;
    private final Formats formats;
    private final FontIcon arrow = new FontIcon("fth-chevron-right");
    private final Label told = new Label();
    private final GridPane bars = new GridPane();
    private final VBox body = new VBox(4);
    private boolean asked;

    /**
     * Makes a line.
     *
     * @param labels says what the column is called
     * @param values tells the values of the column; empty where nobody can
     * @param opened which lines are open; changes are remembered
     */
    ColumnLine(
            HBox line,
            FieldName what,
            LabelFields labels,
            Optional<ColumnValues> values,
            Set<FieldName> opened,
            Texts texts) {
        this.what = what;
        this.values = values;
        this.opened = opened;
        this.texts = texts;
        this.formats = new Formats(texts.locale());
        line.getChildren().addFirst(arrow);
        line.getStyleClass().add("opens");
        line.setFocusTraversable(true);
        line.setAccessibleRole(AccessibleRole.BUTTON);
        line.setAccessibleText(texts.get("sources.column.accessible", texts.called(what)));
        line.setOnMouseClicked(event -> turn());
        line.setOnKeyPressed(
                event -> {
                    if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                        turn();
                        event.consume();
                    }
                });
        told.getStyleClass().add("muted");
        told.setWrapText(true);
        bars.setHgap(8);
        bars.setVgap(3);
        body.getStyleClass().add("column-values");
        body.getChildren().add(labels);
        if (values.isPresent()) {
            body.getChildren().addAll(told, bars);
        }
        Parts.show(body, false);
        getChildren().addAll(line, body);
        if (opened.contains(what)) {
            show(true);
        }
    }

    private void turn() {
        boolean open = !body.isVisible();
        if (open) {
            opened.add(what);
        } else {
            opened.remove(what);
        }
        show(open);
    }

    private void show(boolean open) {
        Parts.show(body, open);
        arrow.setIconLiteral(open ? "fth-chevron-down" : "fth-chevron-right");
        if (open && !asked) {
            asked = true;
            told.setText(texts.get("sources.column.looking"));
            values.ifPresent(this::ask);
        }
    }

    private void ask(ColumnValues of) {
        of.ask(
                what.name(),
                this::show,
                why -> {
                    asked = false;
                    told.setText(texts.sentence(why));
                });
    }

    private void show(Breakdown found) {
        long rows = found.bars().stream().mapToLong(Bar::count).sum();
        long missing = 0;
        long distinct = 0;
        boolean counted = true;
        for (Bar bar : found.bars()) {
            switch (bar) {
                case Breakdown.OfMissing none -> missing += none.count();
                case Breakdown.OfValue one -> distinct++;
                case Breakdown.OfOthers others -> distinct += others.values();
                case Breakdown.OfRange range -> counted = false;
            }
        }
        String full = formats.percent(rows == 0 ? 0 : (double) (rows - missing) / rows);
        told.setText(
                counted
                        ? texts.get("sources.column.values", full, distinct)
                        : texts.get("sources.column.filled", full));
        new BarsView(bars, texts).show(found);
    }
}
