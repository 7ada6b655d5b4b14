package io.marquetry.ui.compose.canvas;

import io.marquetry.base.Texts;
import io.marquetry.index.question.Waterfall;
import io.marquetry.ui.common.look.Formats;
import io.marquetry.ui.common.look.Tip;

import javafx.beans.value.ObservableDoubleValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

import java.util.Optional;

/** The audience that is left after a row or group: a bar, the number, and what it took out. */
final class StepNumbers extends HBox {

    private static final PseudoClass LAST_KNOWN = PseudoClass.getPseudoClass("last-known");
    private static final double NOTHING_WORTH_SAYING = 0.005;

    private final StepBar bar;
    private final Label count = new Label();
    private final Label change = new Label();
    private Optional<String> lastKnown = Optional.empty();

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
        Tip.on(this, () -> lastKnown);
        clear();
    }

    /**
     * Shows a step.
     *
     * @param drops whether the drop is this row's own; in a group whose members each let people in,
     *     the drop is the group's
     * @param everybody how many profiles the source has
     * @param of from when the number is, where the source does not answer
     */
    void show(
            Waterfall.Step step, boolean drops, long everybody, Texts texts, Optional<String> of) {
        Formats formats = new Formats(texts.locale());
        long before = drops ? step.before() : step.after();
        double lost = drops ? -step.change() : 0;
        count.setText(formats.count(step.after()));
        change.setText(lost < NOTHING_WORTH_SAYING ? "" : "−" + formats.wholePercent(lost));
        say(of);
        bar.setOpacity(1);
        bar.show(share(step.after(), everybody), share(before, everybody));
    }

    void clear() {
        count.setText("");
        change.setText("");
        say(Optional.empty());
        bar.setOpacity(0);
    }

    private void say(Optional<String> of) {
        lastKnown = of;
        pseudoClassStateChanged(LAST_KNOWN, of.isPresent());
        count.setAccessibleText(count.getText() + of.map(words -> ", " + words).orElse(""));
    }

    private static double share(long part, long everybody) {
        return everybody == 0 ? 0 : (double) part / everybody;
    }
}
