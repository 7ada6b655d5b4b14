package io.marquetry.ui.sources;

import io.marquetry.audience.Breakdown;
import io.marquetry.audience.Breakdown.Bar;
import io.marquetry.base.Texts;
import io.marquetry.source.Attribute;
import io.marquetry.ui.common.BarsView;
import io.marquetry.ui.common.Formats;
import io.marquetry.ui.common.Parts;

import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.javafx.FontIcon;

/** A column of a source; opened, it tells how full it is and what it holds how often. */
final class ColumnLine extends VBox {

    private final Attribute attribute;
    private final ColumnValues values;
    private final Texts texts;
    private final Formats formats;
    private final FontIcon arrow = new FontIcon("fth-chevron-right");
    private final Label told = new Label();
    private final GridPane bars = new GridPane();
    private final VBox body = new VBox(4, told, bars);
    private boolean asked;

    ColumnLine(HBox line, Attribute attribute, ColumnValues values, Texts texts) {
        this.attribute = attribute;
        this.values = values;
        this.texts = texts;
        this.formats = new Formats(texts.locale());
        line.getChildren().addFirst(arrow);
        line.getStyleClass().add("opens");
        line.setFocusTraversable(true);
        line.setAccessibleRole(AccessibleRole.BUTTON);
        line.setAccessibleText(texts.get("sources.column.accessible", attribute.name()));
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
        Parts.show(body, false);
        getChildren().addAll(line, body);
    }

    private void turn() {
        boolean open = !body.isVisible();
        Parts.show(body, open);
        arrow.setIconLiteral(open ? "fth-chevron-down" : "fth-chevron-right");
        if (open && !asked) {
            asked = true;
            told.setText(texts.get("sources.column.looking"));
            values.ask(
                    attribute.name(),
                    this::show,
                    why -> {
                        asked = false;
                        told.setText(texts.sentence(why));
                    });
        }
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
