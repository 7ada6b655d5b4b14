package io.marquetry.ui.review.paint;

import io.marquetry.base.Texts;
import io.marquetry.effect.chart.Chart;
import io.marquetry.effect.chart.drawing.Charts;
import io.marquetry.effect.chart.mark.Drawing;
import io.marquetry.effect.chart.mark.Mark;
import io.marquetry.effect.chart.mark.Meaning;
import io.marquetry.effect.chart.mark.Space;
import io.marquetry.ui.common.look.Tip;

import javafx.geometry.Bounds;
import javafx.scene.AccessibleRole;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.util.Duration;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Paints a chart. What can be told of a part appears beside it when the pointer or the arrow keys
 * reach that part. A click or Enter opens the part. The legend switches series.
 */
public final class ChartView extends Pane {

    private static final Duration SOON = Duration.millis(150);
    private static final double EASY = 12;

    /** What rows, their surroundings, and the stages of a funnel take at most. */
    private static final double ROW = 32;

    private static final double TALL_ROW = 36;
    private static final double HEAT_ROW = 26;
    private static final double LITTLE = 40;
    private static final double AROUND = 60;
    private static final double MUCH = 90;
    private static final double STAGE = 40;

    private final Texts texts;
    private final Consumer<String> opened;
    private final Set<String> hidden = new HashSet<>();
    private final List<Stop> stops = new ArrayList<>();
    private final Rectangle mark = new Rectangle();
    private final Tooltip told = Tip.popup();
    private @Nullable Chart chart;
    private @Nullable Drawing drawing;
    private double height;
    private int at = -1;

    /** One part that the arrow keys go to. */
    private record Stop(Node node, String words, Runnable open) {}

    /**
     * Makes an empty view.
     *
     * @param height in pixels; a chart that needs more gets more
     * @param opened gets the target of what is clicked
     */
    ChartView(Texts texts, double height, Consumer<String> opened) {
        this.texts = texts;
        this.height = height;
        this.opened = opened;
        getStyleClass().add("chart-view");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMinWidth(160);
        mark.getStyleClass().add("chart-mark");
        mark.setMouseTransparent(true);
        mark.setVisible(false);
        widthProperty().subscribe((before, now) -> paint());
        sceneProperty().subscribe((before, now) -> paint());
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        setOnMousePressed(event -> requestFocus());
        focusedProperty().subscribe(this::focus);
    }

    /** Shows a chart. */
    void show(Chart shown) {
        chart = shown;
        hidden.clear();
        at = -1;
        paint();
    }

    /** Returns what is shown. */
    public @Nullable Chart chart() {
        return chart;
    }

    /** Returns what is painted. */
    @Nullable Drawing drawing() {
        return drawing;
    }

    @Override
    protected double computePrefHeight(double width) {
        return drawing == null ? height : drawing.height();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefWidth(double height) {
        return 320;
    }

    private void paint() {
        told.hide();
        if (chart == null || getWidth() < 10 || getScene() == null) {
            return;
        }
        ChartShapes shapes = new ChartShapes(family());
        Drawing now = Charts.draw(chart, new Space(getWidth(), wanted(chart), texts, shapes));
        drawing = now;
        stops.clear();
        mark.setVisible(false);
        List<Node> nodes = new ArrayList<>();
        now.marks().forEach(m -> nodes.add(shapes.of(m, group -> group(group, shapes))));
        nodes.add(mark);
        getChildren().setAll(nodes);
        // Often painted while the width is laid out, when the styles of this frame are done
        // already.
        applyCss();
        setAccessibleText(now.title());
        at = Math.min(at, stops.size() - 1);
        requestLayout();
    }

    /** A chart of few rows needs no more room than they do. */
    private double wanted(Chart shown) {
        return switch (shown) {
            case Chart.Compared compared -> rows(compared.figures().size(), ROW, LITTLE);
            case Chart.Contribution contribution ->
                    rows(contribution.figures().size(), ROW, LITTLE);
            case Chart.Forest forest -> rows(forest.gaps().size(), TALL_ROW, AROUND);
            case Chart.HeatMap map -> rows(map.rows().size(), HEAT_ROW, MUCH);
            case Chart.Funnel funnel -> Math.min(height, STAGE * funnel.stages().size());
            case Chart.Trend _ -> height;
        };
    }

    private double rows(int count, double each, double around) {
        return Math.min(height, around + each * count);
    }

    private Node group(Mark.Group group, ChartShapes shapes) {
        Group node = new Group();
        int before = stops.size();
        group.marks()
                .forEach(m -> node.getChildren().add(shapes.of(m, inner -> group(inner, shapes))));
        switch (group.meaning()) {
            case Meaning.Series series -> {
                node.setVisible(!hidden.contains(series.key()));
                if (!node.isVisible()) {
                    stops.subList(before, stops.size()).clear();
                }
            }
            case Meaning.Legend legend -> {
                Runnable toggle = () -> toggle(legend.key());
                node.getStyleClass().add("chart-legend");
                node.setPickOnBounds(true);
                node.setOpacity(hidden.contains(legend.key()) ? 0.35 : 1);
                node.setOnMouseClicked(event -> toggle.run());
                stops.add(new Stop(node, texts.get("review.chart.legend", words(group)), toggle));
            }
            case Meaning.Told one -> {
                node.getChildren().addFirst(around(node.getBoundsInLocal()));
                Runnable open = () -> one.target().ifPresent(opened);
                node.getStyleClass().add(one.target().isPresent() ? "chart-open" : "chart-told");
                Tip.on(node, () -> Optional.of(one.hover()), SOON);
                node.setOnMouseClicked(event -> open.run());
                stops.add(new Stop(node, one.hover(), open));
            }
        }
        return node;
    }

    /** A small part is hit by a pointer that is near. */
    private static Node around(Bounds part) {
        double wider = Math.max(0, EASY - part.getWidth()) / 2;
        double higher = Math.max(0, EASY - part.getHeight()) / 2;
        Rectangle place =
                new Rectangle(
                        part.getMinX() - wider,
                        part.getMinY() - higher,
                        part.getWidth() + 2 * wider,
                        part.getHeight() + 2 * higher);
        place.setFill(Color.TRANSPARENT);
        return place;
    }

    private void toggle(String key) {
        if (!hidden.remove(key)) {
            hidden.add(key);
        }
        int kept = at;
        paint();
        at = kept;
        if (isFocused()) {
            stand();
        }
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case RIGHT, DOWN -> at = Math.min(stops.size() - 1, at + 1);
            case LEFT, UP -> at = Math.max(0, at - 1);
            case HOME -> at = 0;
            case END -> at = stops.size() - 1;
            case ENTER, SPACE -> {
                // The words are not to cover what a click opens.
                told.hide();
                if (at >= 0 && at < stops.size()) {
                    stops.get(at).open().run();
                }
                event.consume();
                return;
            }
            case ESCAPE -> {
                if (told.isShowing()) {
                    told.hide();
                    event.consume();
                }
                return;
            }
            default -> {
                return;
            }
        }
        event.consume();
        stand();
    }

    private void focus(boolean focused) {
        if (focused && at >= 0) {
            stand();
        } else {
            mark.setVisible(false);
            told.hide();
        }
    }

    /** Marks the part that the arrow keys stand at, and tells screen readers of that part. */
    private void stand() {
        if (at < 0 || at >= stops.size()) {
            return;
        }
        Stop stop = stops.get(at);
        Bounds part = sceneToLocal(stop.node().localToScene(stop.node().getLayoutBounds()));
        mark.setX(part.getMinX() - 2);
        mark.setY(part.getMinY() - 2);
        mark.setWidth(part.getWidth() + 4);
        mark.setHeight(part.getHeight() + 4);
        mark.setVisible(true);
        told.setText(stop.words());
        setAccessibleText(stop.words().replace('\n', ' '));
        Bounds place = localToScreen(part);
        if (place != null) {
            told.show(this, place.getMinX(), place.getMaxY() + 6);
        }
    }

    /** The letters of the window: a text node of our own would not be told them in time. */
    private String family() {
        Text probe = new Text("x");
        probe.getStyleClass().add("chart-probe");
        getChildren().add(probe);
        probe.applyCss();
        Font font = probe.getFont();
        getChildren().remove(probe);
        return font.getFamily();
    }

    private static String words(Mark.Group group) {
        return new Drawing("", 1, 1, group.marks())
                .visible()
                .filter(Mark.Words.class::isInstance)
                .map(m -> ((Mark.Words) m).text())
                .findFirst()
                .orElse("");
    }
}
