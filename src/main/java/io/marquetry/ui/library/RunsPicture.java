package io.marquetry.ui.library;

import io.marquetry.effect.stats.Interval;
import io.marquetry.effect.stats.Level;
import io.marquetry.library.Effect;
import io.marquetry.library.LibraryCard;
import io.marquetry.library.Run;
import io.marquetry.ui.common.look.Tip;

import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polygon;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A small forest plot: each run with its interval, all of them together as a diamond, and the line
 * of no effect.
 */
final class RunsPicture extends Pane {

    private static final double ROW = 22;
    private static final double DRAWN = 170;
    private static final double GAP = 12;
    private static final double DIAMOND = 6;

    private final double low;
    private final double high;

    /** Draws the runs of an entry; the last five, where there are more. */
    RunsPicture(LibraryCard card, LibraryWords words) {
        getStyleClass().add("runs-picture");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        List<Run> runs =
                card.runs().subList(Math.max(0, card.runs().size() - 5), card.runs().size());
        Optional<Effect> together = card.verdict().pooled();
        double from = 0;
        double to = 0;
        for (Run run : runs) {
            Interval interval = run.effect().interval(Level.OF_95);
            from = Math.min(from, interval.low());
            to = Math.max(to, interval.high());
        }
        double room = Math.max(to - from, 1e-6) * 0.05;
        low = from - room;
        high = to + room;
        double height = (runs.size() + (together.isPresent() ? 1 : 0)) * ROW;
        Line nothing = new Line(x(0), 0, x(0), height);
        nothing.getStyleClass().add("nothing");
        getChildren().add(nothing);
        List<String> told = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            Run run = runs.get(i);
            double y = i * ROW + ROW / 2;
            Interval interval = run.effect().interval(Level.OF_95);
            Line line = new Line(x(interval.low()), y, x(interval.high()), y);
            line.getStyleClass().add("interval");
            Circle dot = new Circle(x(run.effect().value()), y, 4);
            dot.getStyleClass().add("dot");
            getChildren().addAll(line, dot);
            String text =
                    words.texts()
                            .get(
                                    "library.run",
                                    words.points(run.effect()),
                                    words.texts().known(run.title()));
            write(text, y, "muted");
            told.add(text);
        }
        together.ifPresent(
                effect -> {
                    double y = runs.size() * ROW + ROW / 2;
                    Interval interval = effect.interval(Level.OF_95);
                    Polygon diamond =
                            new Polygon(
                                    x(interval.low()),
                                    y,
                                    x(effect.value()),
                                    y - DIAMOND,
                                    x(interval.high()),
                                    y,
                                    x(effect.value()),
                                    y + DIAMOND);
                    diamond.getStyleClass().add(interval.low() > 0 ? "gain" : "unsure");
                    getChildren().add(diamond);
                    String text = words.texts().get("library.together", words.withInterval(effect));
                    write(text, y, interval.low() > 0 ? "good" : "muted");
                    told.add(text);
                });
        setAccessibleText(String.join("\n", told));
        setMinHeight(height);
        setPrefHeight(height);
    }

    private void write(String text, double middle, String style) {
        Label label = new Label(text);
        label.getStyleClass().addAll("run-words", style);
        Tip.on(label, text);
        label.setLayoutX(DRAWN + GAP);
        label.setLayoutY(middle - 9);
        label.maxWidthProperty().bind(widthProperty().subtract(DRAWN + GAP));
        getChildren().add(label);
    }

    private double x(double value) {
        return (value - low) / (high - low) * DRAWN;
    }
}
