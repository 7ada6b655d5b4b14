package io.marquetry.ui.review;

import io.marquetry.base.Texts;
import io.marquetry.effect.OutcomeRole;
import io.marquetry.effect.OutcomeSet;
import io.marquetry.effect.figures.EffectAnswer;
import io.marquetry.effect.figures.EffectReview;
import io.marquetry.effect.figures.Measure;
import io.marquetry.effect.report.ReportForm;
import io.marquetry.effect.review.EffectWords;
import io.marquetry.effect.review.Reviewed;
import io.marquetry.effect.sums.Dimension;
import io.marquetry.effect.sums.GroupValue;
import io.marquetry.ui.common.field.DateField;
import io.marquetry.ui.common.look.Formats;
import io.marquetry.ui.common.look.Tip;
import io.marquetry.ui.common.look.Worded;
import io.marquetry.ui.common.screen.Desk;
import io.marquetry.ui.common.screen.Follows;
import io.marquetry.ui.common.screen.Parts;
import io.marquetry.ui.review.answer.ReviewChartsController;
import io.marquetry.ui.review.ask.Period;
import io.marquetry.ui.review.ask.Periods;
import io.marquetry.ui.review.ask.ReviewChoices;
import io.marquetry.ui.review.ask.ReviewModel;
import io.marquetry.ui.review.choose.ReviewComparisons;
import io.marquetry.ui.review.choose.ReviewOutcomesController;
import io.marquetry.ui.review.choose.ReviewSettingsController;
import io.marquetry.ui.review.paint.ChartPanel;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Steers what is looked at, and says what the figures rest on. */
final class ReviewController {

    private final ReviewModel model;
    private final EffectWords words;
    private final ReviewChartsController charts;
    private final Desk desk;
    private final Texts texts;
    private final Follows follows;
    private boolean showing;

    @FXML private ComboBox<OutcomeSet> sets;
    @FXML private ComboBox<Optional<GroupValue>> packs;
    @FXML private Button meaning;
    @FXML private Button importing;
    @FXML private MenuButton saveChart;
    @FXML private MenuButton report;
    @FXML private Node choices;
    @FXML private ComboBox<Measure> measure;
    @FXML private ComboBox<Dimension> segment;
    @FXML private Node times;
    @FXML private ComboBox<Dimension.TimeStep> step;
    @FXML private DateField from;
    @FXML private DateField to;
    @FXML private MenuButton periods;
    @FXML private MenuButton compare;
    @FXML private Button money;
    @FXML private Label problem;
    @FXML private Label findings;
    @FXML private Node content;
    @FXML private Label noControl;
    @FXML private Label basis;
    @FXML private Node empty;
    @FXML private Button importFirst;
    @FXML private Node progressLine;
    @FXML private ProgressBar bar;
    @FXML private Button stop;

    ReviewController(
            ReviewModel model,
            EffectWords words,
            ReviewChartsController charts,
            Desk desk,
            Follows follows) {
        this.model = model;
        this.follows = follows;
        this.words = words;
        this.charts = charts;
        this.desk = desk;
        this.texts = desk.texts();
    }

    @FXML
    void initialize() {
        sets.setItems(model.sets());
        sets.setConverter(new Worded<>(this::titled));
        Tip.on(sets, () -> Optional.ofNullable(sets.getValue()).map(this::titled));
        packs.setConverter(
                new Worded<>(
                        pack ->
                                pack.map(words.names()::value)
                                        .orElseGet(() -> texts.get("review.packages.all"))));
        measure.setConverter(new Worded<>(words::measure));
        segment.setConverter(new Worded<>(words::dimension));
        step.getItems().setAll(Dimension.TimeStep.values());
        step.setConverter(new Worded<>(s -> words.dimension(new Dimension.Time(s))));
        listen();
        money.setOnAction(
                event ->
                        model.goals(
                                (found, targets) ->
                                        ReviewSettingsController.show(
                                                model, found, targets, desk)));
        Tip.on(meaning, texts.get("review.outcomes.heading"));
        meaning.setOnAction(event -> tellMeaning());
        periods.getItems()
                .setAll(Arrays.stream(Periods.Usual.values()).map(this::periodItem).toList());
        compare.setOnShowing(event -> offerComparisons());
        offerComparisons();
        stop.setOnAction(event -> model.cancel());
        saveChart.setOnShowing(event -> offerCharts());
        // A menu without items never asks for them.
        saveChart.getItems().setAll(List.of(new MenuItem(texts.get("review.saveChart"))));
        follows.changes(model.sets(), this::show);
        follows.changes(model.packages(), this::show);
        List.of(
                        model.set(),
                        model.loaded(),
                        model.busy(),
                        model.choices(),
                        model.measure(),
                        model.problem(),
                        model.answer())
                .forEach(value -> follows.on(value, now -> show()));
    }

    private String titled(OutcomeSet set) {
        return texts.known(set.title());
    }

    private void tellMeaning() {
        model.set()
                .get()
                .ifPresent(
                        now ->
                                model.known(
                                        known ->
                                                ReviewOutcomesController.show(
                                                        model, now, known, desk)));
    }

    /** Offers the import of outcomes. */
    void offerImport(Runnable begin) {
        importing.setOnAction(event -> begin.run());
        importFirst.setOnAction(event -> begin.run());
    }

    /** Offers the report in each of its forms. */
    void offerReport(ReviewReport reports) {
        report.getItems()
                .setAll(
                        Arrays.stream(ReportForm.values())
                                .map(form -> reportItem(reports, form))
                                .toList());
    }

    private MenuItem reportItem(ReviewReport reports, ReportForm form) {
        MenuItem item = new MenuItem(texts.get("review.report." + form.name()));
        item.setOnAction(
                event ->
                        model.answer()
                                .get()
                                .ifPresent(
                                        found -> reports.ask(model.check().beside(found), form)));
        return item;
    }

    /** Reads the list of outcomes afresh. */
    void shown() {
        model.load();
        desk.navigation().speaksOf(Optional.empty());
    }

    private void listen() {
        sets.setOnAction(event -> chosen(sets.getValue(), model::choose));
        packs.setOnAction(
                event ->
                        chosen(
                                packs.getValue(),
                                pack ->
                                        model.look(
                                                model.choices()
                                                        .get()
                                                        .withPack(
                                                                pack.flatMap(GroupValue::word)))));
        measure.setOnAction(event -> chosen(measure.getValue(), model.measure()::set));
        segment.setOnAction(
                event ->
                        chosen(
                                segment.getValue(),
                                by ->
                                        model.look(
                                                model.choices()
                                                        .get()
                                                        .withSegment(Optional.of(by)))));
        step.setOnAction(
                event ->
                        chosen(
                                step.getValue(),
                                s -> model.look(model.choices().get().withStep(Optional.of(s)))));
        from.serve(texts);
        to.serve(texts);
        from.setOnAction(event -> period());
        to.setOnAction(event -> period());
    }

    private <T> void chosen(@Nullable T value, Consumer<T> step) {
        if (!showing && value != null) {
            step.accept(value);
        }
    }

    private void period() {
        if (!showing && !from.wrong().get() && !to.wrong().get()) {
            model.look(
                    model.choices()
                            .get()
                            .withPeriod(
                                    new Period(
                                            Optional.ofNullable(from.getValue()),
                                            Optional.ofNullable(to.getValue()))));
        }
    }

    private MenuItem periodItem(Periods.Usual usual) {
        MenuItem item = new MenuItem(texts.get("review.period." + usual.name()));
        item.setOnAction(
                event ->
                        model.days()
                                .ifPresent(
                                        days ->
                                                model.look(
                                                        model.choices()
                                                                .get()
                                                                .withPeriod(
                                                                        Periods.usual(
                                                                                usual, days)))));
        return item;
    }

    private void offerComparisons() {
        compare.getItems()
                .setAll(
                        new ReviewComparisons(model, words, desk)
                                .items(pack -> packs.getConverter().toString(Optional.of(pack))));
    }

    private void show() {
        showing = true;
        boolean nothing = model.loaded().get() && model.sets().isEmpty();
        Optional<Reviewed> answer = model.answer().get();
        empty.setVisible(nothing);
        content.setVisible(!nothing && answer.isPresent());
        Parts.show(choices, !nothing);
        Parts.show(sets, !nothing);
        Parts.show(meaning, !nothing);
        saveChart.setDisable(answer.isEmpty());
        report.setDisable(answer.isEmpty());
        // A bar that runs in an invisible box would still cost time.
        bar.setProgress(model.busy().get() ? ProgressBar.INDETERMINATE_PROGRESS : 0);
        Parts.show(progressLine, model.busy().get());
        sentence(problem, model.problem().get().map(texts::sentence));
        showChoices(answer);
        showAnswer(answer.map(Reviewed::answer));
        showing = false;
    }

    private void showChoices(Optional<Reviewed> answer) {
        ReviewChoices now = model.choices().get();
        Optional<OutcomeSet> set = model.set().get();
        set.ifPresent(sets::setValue);
        List<Optional<GroupValue>> offered = new ArrayList<>(List.of(Optional.empty()));
        model.packages().forEach(pack -> offered.add(Optional.of(pack)));
        packs.getItems().setAll(offered);
        packs.setValue(
                offered.stream()
                        .filter(pack -> pack.flatMap(GroupValue::word).equals(now.pack()))
                        .findFirst()
                        .orElse(Optional.empty()));
        Parts.show(packs, !model.packages().isEmpty());
        measure.getItems().setAll(set.map(ReviewController::measures).orElse(List.of()));
        measure.setValue(model.measure().get());
        segment.getItems().setAll(answer.map(Reviewed::offered).orElse(List.of()));
        segment.setValue(answer.flatMap(Reviewed::segment).orElse(null));
        step.setValue(now.step().or(() -> answer.flatMap(Reviewed::step)).orElse(null));
        Parts.show(times, set.filter(EffectReview::isTimed).isPresent());
        from.opensAt(model.days().flatMap(Period::from));
        to.opensAt(model.days().flatMap(Period::to));
        from.setValue(now.period().from().orElse(null));
        to.setValue(now.period().to().orElse(null));
        money.setText(
                texts.get(
                        "review.money",
                        now.economics().margin().movePointRight(2).stripTrailingZeros(),
                        now.economics().costPerSend().stripTrailingZeros()));
    }

    private void showAnswer(Optional<EffectAnswer> answer) {
        sentence(
                findings,
                answer.filter(found -> !found.findings().isEmpty())
                        .map(
                                found ->
                                        found.findings().stream()
                                                .map(words::finding)
                                                .collect(Collectors.joining("\n"))));
        sentence(
                noControl,
                answer.flatMap(
                        found ->
                                words.noControl(found.all().uplift())
                                        .map(
                                                why ->
                                                        texts.together(
                                                                why,
                                                                words.split(found.split())
                                                                        .orElse("")))));
        sentence(basis, answer.map(this::basis));
    }

    private String basis(EffectAnswer answer) {
        String data =
                texts.get(
                        "review.basis",
                        new Formats(texts.locale()).moment(answer.asOf()),
                        texts.get("effect.correction." + answer.request().correction().name()));
        return words.planned(answer.set().design())
                .map(told -> texts.together(told, data))
                .orElse(data);
    }

    private void offerCharts() {
        saveChart
                .getItems()
                .setAll(
                        charts.panels().stream()
                                .filter(panel -> panel.view().isVisible())
                                .map(this::chartMenu)
                                .toList());
    }

    private MenuItem chartMenu(ChartPanel panel) {
        Menu menu = new Menu(panel.title());
        menu.getItems().setAll(charts.menu(panel).items());
        return menu;
    }

    private static List<Measure> measures(OutcomeSet set) {
        List<Measure> recorded = new ArrayList<>();
        add(recorded, set, OutcomeRole.DELIVERED, Measure.REACH);
        add(recorded, set, OutcomeRole.HIT, Measure.HIT);
        add(recorded, set, OutcomeRole.CONVERTED, Measure.CONVERSION);
        if (set.mapping().records(OutcomeRole.REVENUE)) {
            recorded.add(Measure.REVENUE);
            recorded.add(Measure.PROFIT);
        }
        return recorded;
    }

    private static void add(
            List<Measure> recorded, OutcomeSet set, OutcomeRole role, Measure measure) {
        if (set.mapping().records(role)) {
            recorded.add(measure);
        }
    }

    private static void sentence(Label label, Optional<String> sentence) {
        label.setText(sentence.orElse(""));
        Parts.show(label, sentence.isPresent());
    }
}
