package io.marquetry.ui.compose.canvas;

import io.marquetry.base.Texts;
import io.marquetry.index.Waterfall;
import io.marquetry.ui.common.Formats;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** The audience that is left after a row, and what the row took out. */
final class StepNumbers extends HBox {

    private static final double NOTHING_WORTH_SAYING = 0.005;

    private final Label count = new Label();
    private final Label change = new Label();

    StepNumbers() {
        getStyleClass().add("step");
        count.getStyleClass().add("number");
        change.getStyleClass().add("change");
        setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(count, change);
    }

    void show(Waterfall.Step step, Texts texts) {
        Formats formats = new Formats(texts.locale());
        count.setText(formats.count(step.after()));
        double lost = -step.change();
        change.setText(lost < NOTHING_WORTH_SAYING ? "" : "−" + formats.wholePercent(lost));
    }

    void clear() {
        count.setText("");
        change.setText("");
    }
}
