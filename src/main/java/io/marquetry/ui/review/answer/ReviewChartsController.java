package io.marquetry.ui.review.answer;

import io.marquetry.base.Texts;
import io.marquetry.effect.chart.Chart;
import io.marquetry.effect.review.EffectWords;
import io.marquetry.effect.review.Reviewed;
import io.marquetry.ui.common.look.Worded;
import io.marquetry.ui.common.screen.Desk;
import io.marquetry.ui.common.screen.Follows;
import io.marquetry.ui.review.ask.OpenedGroup;
import io.marquetry.ui.review.ask.ReviewModel;
import io.marquetry.ui.review.paint.ChartMenu;
import io.marquetry.ui.review.paint.ChartPanel;

import javafx.fxml.FXML;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

import java.util.List;
import java.util.Optional;

/** Shows the charts of an answer, and opens what is clicked. */
public final class ReviewChartsController {

    private static final double HIGH = 230;
    private static final double LOW = 200;
    private static final double FUNNEL = 150;

    private final ReviewModel model;
    private final EffectWords words;
    private final Texts texts;
    private final Desk desk;
    private final Follows follows;
    private Optional<ReviewCharts> shown = Optional.empty();
    private final ChartPanel effect;
    private final ChartPanel funnel;
    private final ChartPanel trend;
    private final ChartPanel packages;
    private final ComboBox<PackageOrder> order = new ComboBox<>();
    private final ChartPanel tags;
    private final ChartPanel heat;

    @FXML private GridPane grid;
    @FXML private VBox left;
    @FXML private VBox right;

    public ReviewChartsController(
            ReviewModel model, EffectWords words, Desk desk, Follows follows) {
        this.model = model;
        this.follows = follows;
        this.words = words;
        this.texts = words.texts();
        this.desk = desk;
        this.effect =
                new ChartPanel(
                        "chartEffect",
                        texts,
                        HIGH,
                        target -> open(shown.flatMap(charts -> charts.inEffect(target))));
        this.funnel = panel("chartFunnel", FUNNEL);
        this.trend = panel("chartTrend", HIGH);
        this.packages = panel("chartPackages", LOW);
        this.tags = panel("chartTags", LOW);
        this.heat = panel("chartHeat", LOW);
    }

    @FXML
    void initialize() {
        // Each column by itself: a tall chart beside a low one leaves no hole.
        left.getChildren().setAll(List.of(effect, trend, packages));
        right.getChildren().addFirst(funnel);
        right.getChildren().addLast(tags);
        order.setId("reviewPackageOrder");
        order.setAccessibleText(texts.get("review.order"));
        order.getItems().setAll(PackageOrder.values());
        order.setConverter(new Worded<>(one -> texts.get("review.order." + one.name())));
        order.setValue(PackageOrder.LARGEST);
        order.setOnAction(event -> show());
        packages.add(order);
        grid.add(heat, 0, 1, 2, 1);
        panels().forEach(panel -> panel.offer(menu(panel).items()));
        follows.on(model.answer(), answer -> show());
        follows.on(model.measure(), measure -> show());
    }

    /** Returns the panels in the order of the screen. */
    public List<ChartPanel> panels() {
        return List.of(effect, funnel, trend, packages, tags, heat);
    }

    /** Returns what can be done with the chart of a panel. */
    public ChartMenu menu(ChartPanel panel) {
        return new ChartMenu(
                panel.view(),
                () ->
                        model.answer()
                                .get()
                                .map(answer -> Captions.of(answer.answer(), words))
                                .orElse(List.of()),
                desk);
    }

    private ChartPanel panel(String id, double height) {
        return new ChartPanel(
                id, texts, height, target -> open(shown.flatMap(charts -> charts.group(target))));
    }

    private void show() {
        Reviewed answer = model.answer().get().orElse(null);
        if (answer == null) {
            return;
        }
        ReviewCharts charts = new ReviewCharts(texts, answer, model.measure().get());
        shown = Optional.of(charts);
        effect.show(charts.effect());
        effect.remark(charts.isMeasured() ? texts.get("review.chart.corrected", correction()) : "");
        funnel.show(charts.funnel());
        funnel.remark(charts.isMeasured() ? texts.get("review.chart.treatedOnly") : "");
        Optional<Chart> over = charts.trend();
        showOr(
                trend,
                over.filter(ReviewChartsController::goesOn),
                over.isPresent() ? "review.chart.oneTime" : "review.chart.noTrend");
        Chart beside = charts.packages();
        // Without packages this chart shows arms: they are few, and the control is one of them.
        boolean many = charts.hasPackages();
        order.setVisible(many);
        order.setManaged(many);
        packages.show(
                many && beside instanceof Chart.Compared compared
                        ? order.getValue().of(compared)
                        : beside);
        showOr(tags, charts.tags(), "review.chart.noTags");
        showOr(heat, charts.heat(), "review.chart.noHeat");
    }

    /** One point is no course. */
    private static boolean goesOn(Chart chart) {
        return !(chart instanceof Chart.Trend found)
                || found.courses().stream().anyMatch(course -> course.steps().size() > 1);
    }

    private String correction() {
        return texts.get("effect.correction." + model.choices().get().correction().name());
    }

    private void showOr(ChartPanel panel, Optional<Chart> chart, String lacking) {
        chart.ifPresentOrElse(
                panel::show, () -> panel.lack(texts.get(lacking + ".heading"), texts.get(lacking)));
    }

    private void open(Optional<OpenedGroup> group) {
        group.ifPresent(found -> ReviewGroupController.show(model, words, desk, found));
    }
}
