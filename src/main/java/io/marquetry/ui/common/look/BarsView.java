package io.marquetry.ui.common.look;

import io.marquetry.audience.Breakdown;
import io.marquetry.base.Texts;

import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Shows a break-down as bars, each with its count and its share of the audience. */
public final class BarsView {

    private static final double NAME_WIDTH = 100;

    private final GridPane grid;
    private final Texts texts;
    private final Formats formats;

    public BarsView(GridPane grid, Texts texts) {
        this.grid = grid;
        this.texts = texts;
        this.formats = new Formats(texts.locale());
        ColumnConstraints name = new ColumnConstraints(40, NAME_WIDTH, NAME_WIDTH);
        ColumnConstraints bar = new ColumnConstraints(30, 60, Double.MAX_VALUE);
        bar.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().setAll(name, bar, number(), number());
    }

    public void show(Breakdown breakdown) {
        grid.getChildren().clear();
        long total = breakdown.bars().stream().mapToLong(Breakdown.Bar::count).sum();
        long largest =
                Math.max(
                        1,
                        breakdown.bars().stream().mapToLong(Breakdown.Bar::count).max().orElse(1));
        int row = 0;
        for (Breakdown.Bar bar : breakdown.bars()) {
            String called = nameOf(bar);
            String share = formats.percent(total == 0 ? 0 : (double) bar.count() / total);
            Label name = new Label(called);
            Tip.on(name, () -> Optional.of(called));
            name.setMinWidth(0);
            if (!(bar instanceof Breakdown.OfValue || bar instanceof Breakdown.OfRange)) {
                name.getStyleClass().add("muted");
            }
            grid.addRow(
                    row++,
                    name,
                    new BarTrack((double) bar.count() / largest),
                    numberLabel(formats.count(bar.count())),
                    numberLabel(share));
        }
        copyMenu(breakdown.bars());
    }

    public void clear() {
        grid.getChildren().clear();
    }

    private String nameOf(Breakdown.Bar bar) {
        return switch (bar) {
            case Breakdown.OfValue v -> v.value().isEmpty() ? texts.get("bars.blank") : v.value();
            case Breakdown.OfRange r -> texts.get("bars.range", r.low(), r.high());
            case Breakdown.OfOthers o -> texts.get("bars.others", o.values());
            case Breakdown.OfMissing m -> texts.get("bars.missing");
        };
    }

    private void copyMenu(List<Breakdown.Bar> bars) {
        MenuItem copy = new MenuItem(texts.get("bars.copy"));
        copy.setOnAction(
                event -> {
                    ClipboardContent content = new ClipboardContent();
                    content.putString(
                            bars.stream()
                                    .map(bar -> nameOf(bar) + "\t" + bar.count())
                                    .collect(Collectors.joining("\n")));
                    Clipboard.getSystemClipboard().setContent(content);
                });
        ContextMenu menu = new ContextMenu(copy);
        grid.setOnContextMenuRequested(
                event -> menu.show(grid, event.getScreenX(), event.getScreenY()));
    }

    private static Label numberLabel(String text) {
        Label label = new Label(text);
        label.setAlignment(Pos.CENTER_RIGHT);
        label.setMinWidth(Label.USE_PREF_SIZE);
        return label;
    }

    private static ColumnConstraints number() {
        ColumnConstraints column = new ColumnConstraints();
        column.setHalignment(HPos.RIGHT);
        return column;
    }
}
