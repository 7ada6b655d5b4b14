package io.marquetry.ui.compose.canvas;

import io.marquetry.audience.AudienceExpression.AnyOf;
import io.marquetry.audience.AudienceExpression.Group;
import io.marquetry.base.Texts;
import io.marquetry.index.question.Waterfall;
import io.marquetry.index.question.WhatIfs;
import io.marquetry.pack.NodePath;

import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.DoubleBinding;
import javafx.geometry.Insets;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The numbers at the right of the audience: one column, however deep a row lies. */
final class StepColumn {

    /** What the frame of a group takes at its right: padding and border. */
    private static final double FRAME = 9;

    /** Narrower audiences have no room for bars. */
    private static final double MIN_FOR_BARS = 520;

    private static final double BAR_SHARE = 0.24;
    private static final double MAX_BAR = 280;

    private final Texts texts;
    private final DoubleBinding barWidth;
    private final Map<NodePath, Row> rows = new HashMap<>();
    private int deepest;

    StepColumn(Pane audience, Texts texts) {
        this.texts = texts;
        this.barWidth =
                Bindings.createDoubleBinding(
                        () ->
                                audience.getWidth() < MIN_FOR_BARS
                                        ? 0
                                        : Math.min(MAX_BAR, audience.getWidth() * BAR_SHARE),
                        audience.widthProperty());
        // Bars change while their rows are laid out: what lies around still holds the old width.
        barWidth.subscribe(width -> Platform.runLater(audience::requestLayout));
    }

    /** Begins anew, for an audience. */
    void begin(Group audience) {
        rows.clear();
        deepest = depth(audience);
    }

    /** Returns the numbers of a row or group. */
    StepNumbers of(NodePath path, Group parent) {
        StepNumbers numbers = new StepNumbers(barWidth);
        rows.put(path, new Row(numbers, !(parent instanceof AnyOf)));
        return numbers;
    }

    /** Lets the right end of a row stand where that of the deepest stands. */
    void align(Region row, int depth) {
        row.setPadding(new Insets(0, (deepest - depth) * FRAME, 0, 0));
    }

    /**
     * Shows what is left after each row; nothing while that is unknown.
     *
     * @param first how many of the outermost rows and groups are known, from the first on
     * @param lastKnown from when the numbers are, where the source does not answer
     */
    void show(Optional<WhatIfs> known, int first, Optional<String> lastKnown) {
        rows.values().forEach(row -> row.numbers().clear());
        known.ifPresent(
                found ->
                        found.steps().stream()
                                .filter(step -> isAmong(first, step.path()))
                                .forEach(step -> show(step, found.profiles(), lastKnown)));
    }

    private static boolean isAmong(int first, List<Integer> path) {
        return path.isEmpty() || path.getFirst() < first;
    }

    private void show(Waterfall.Step step, long everybody, Optional<String> lastKnown) {
        Optional.ofNullable(rows.get(new NodePath(step.path())))
                .ifPresent(
                        row -> row.numbers().show(step, row.drops(), everybody, texts, lastKnown));
    }

    private static int depth(Group group) {
        return group.members().stream()
                .mapToInt(member -> member instanceof Group inner ? 1 + depth(inner) : 0)
                .max()
                .orElse(0);
    }

    private record Row(StepNumbers numbers, boolean drops) {}
}
