package io.marquetry.ui.compose.canvas;

import io.marquetry.base.Texts;
import io.marquetry.index.question.Waterfall;
import io.marquetry.ui.common.look.Formats;

import javafx.beans.value.ObservableDoubleValue;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** The audience that is left after a row or group: a bar, the number, and what it took out. */
final class StepNumbers extends HBox {

    private static final double NOTHING_WORTH_SAYING = 0.005;

    private final StepBar bar;
    private final Label count = new Label();
    private final Label change = new Label();

    /**
     * Makes numbers that are not known yet.
     *
     * @param barWidth how much room the bar has; none hides it
     */
    StepNumbers(ObservableDoubleValue barWidth) {
        bar = new StepBar(barWidth);
        getStyleClass().add("step");
        count.getStyleClass().add("number");
        change.getStyleClass().add("change");
        setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(bar, count, change);
        clear();
    }

    /**
     * Shows a step.
     *
     * @param drops whether the drop is this row's own; in a group that lets any of its members in,
     *     it is the group's
     * @param everybody how many profiles the source has
     */
    void show(Waterfall.Step step, boolean drops, long everybody, Texts texts) {
        Formats formats = new Formats(texts.locale());
        long before = drops ? step.before() : step.after();
        double lost = drops ? -step.change() : 0;
        count.setText(formats.count(step.after()));
        change.setText(lost < NOTHING_WORTH_SAYING ? "" : "−" + formats.wholePercent(lost));
        bar.setOpacity(1);
        bar.show(share(step.after(), everybody), share(before, everybody));
    }

    void clear() {
        count.setText("");
        change.setText("");
        bar.setOpacity(0);
    }

    private static double share(long part, long everybody) {
        return everybody == 0 ? 0 : (double) part / everybody;
    }
}
