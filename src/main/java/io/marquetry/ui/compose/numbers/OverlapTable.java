package io.marquetry.ui.compose.numbers;

import io.marquetry.base.Texts;
import io.marquetry.compare.OtherPackage;
import io.marquetry.compare.PackageOverlap;
import io.marquetry.ui.common.look.BarTrack;
import io.marquetry.ui.common.look.Formats;
import io.marquetry.ui.common.look.Tip;

import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import java.util.List;
import java.util.Optional;

/** The other packages with their size, what they share, and the share of the audience. */
final class OverlapTable {

    private static final double THIN = 4;

    /** Those that share less are only counted, and found among the combinations. */
    private static final int MAX_ROWS = 12;

    private final GridPane grid;
    private final Texts texts;
    private final Formats formats;

    OverlapTable(GridPane grid, Texts texts) {
        this.grid = grid;
        this.texts = texts;
        this.formats = new Formats(texts.locale());
        ColumnConstraints name = new ColumnConstraints(80, 100, Double.MAX_VALUE);
        name.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().setAll(name, number(), number(), number());
    }

    void show(PackageOverlap overlap) {
        grid.getChildren().clear();
        grid.addRow(
                0,
                value("", "muted"),
                head("compose.overlap.size"),
                head("compose.overlap.shared"),
                head("compose.overlap.ofOurs"));
        int row = 1;
        List<PackageOverlap.Shared> largest =
                overlap.shared().subList(0, Math.min(MAX_ROWS, overlap.shared().size()));
        for (PackageOverlap.Shared shared : largest) {
            double share = overlap.size() == 0 ? 0 : (double) shared.both() / overlap.size();
            BarTrack bar = new BarTrack(share, THIN);
            VBox named = new VBox(2, name(shared.other()), bar);
            named.setAccessibleText(
                    texts.get(
                            "compose.overlap.accessible",
                            nameOf(shared.other()),
                            formats.count(shared.both()),
                            formats.shortPercent(share)));
            grid.addRow(
                    row++,
                    named,
                    value(formats.count(shared.size()), "muted"),
                    value(formats.count(shared.both()), "shared"),
                    value(formats.shortPercent(share), "share"));
        }
        int more = overlap.shared().size() - largest.size();
        if (more > 0) {
            grid.addRow(row++, value(texts.get("compose.overlap.more", more), "muted"));
        }
        for (PackageOverlap.Uncounted none : overlap.uncounted()) {
            Label dash = value("–", "muted");
            Tip.on(dash, () -> Optional.of(texts.sentence(none.why())));
            dash.setAccessibleText(texts.sentence(none.why()));
            grid.addRow(row++, name(none.other()), value("", "muted"), dash);
        }
    }

    private HBox name(OtherPackage other) {
        Label name = new Label(nameOf(other));
        name.setMinWidth(0);
        Tip.on(name, () -> Optional.of(nameOf(other) + "\n" + other.key()));
        String state =
                other.version().isPresent()
                        ? texts.get("compose.overlap.version", other.version().getAsInt())
                        : texts.get("compose.overlap.draft");
        Label version = new Label(state);
        version.getStyleClass().add("muted");
        version.setMinWidth(Label.USE_PREF_SIZE);
        return new HBox(5, name, version);
    }

    private String nameOf(OtherPackage other) {
        return other.name().in(texts.locale());
    }

    private Label head(String key) {
        Label label = new Label(texts.get(key));
        label.getStyleClass().add("muted");
        label.setMinWidth(Label.USE_PREF_SIZE);
        return label;
    }

    private static Label value(String text, String style) {
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
