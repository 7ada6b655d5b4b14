package io.marquetry.ui.review.answer;

import io.marquetry.base.Texts;
import io.marquetry.effect.advice.Advice;
import io.marquetry.effect.advice.Advised;
import io.marquetry.effect.advice.Advisory;
import io.marquetry.effect.advice.Basis;
import io.marquetry.effect.chart.EffectCharts;
import io.marquetry.effect.chart.Quantity;
import io.marquetry.effect.figures.Division;
import io.marquetry.effect.figures.Figures;
import io.marquetry.effect.figures.Group;
import io.marquetry.effect.figures.Measure;
import io.marquetry.effect.review.AdviceWords;
import io.marquetry.effect.review.Checked;
import io.marquetry.effect.review.EffectWords;
import io.marquetry.effect.review.Reviewed;
import io.marquetry.effect.stats.Difference;
import io.marquetry.effect.stats.Estimate;
import io.marquetry.effect.sums.Dimension;
import io.marquetry.ui.common.list.ListTable;
import io.marquetry.ui.common.look.Badge;
import io.marquetry.ui.common.screen.Action;
import io.marquetry.ui.common.screen.Desk;
import io.marquetry.ui.common.screen.Follows;
import io.marquetry.ui.common.screen.Parts;
import io.marquetry.ui.review.ask.CheckModel;
import io.marquetry.ui.review.ask.OpenedGroup;
import io.marquetry.ui.review.ask.ReviewModel;

import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableColumn;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Lists what to do next; a row opens the figures that the advice rests on. */
public final class ReviewAdviceController {

    private static final Comparator<Advised> URGENT_FIRST =
            Comparator.comparingInt(advised -> rank(advised.advice()));

    private static final int LEAST_ROWS = 2;
    private static final int MOST_ROWS = 8;

    private final ReviewModel model;
    private final EffectWords words;
    private final AdviceWords advice;
    private final Desk desk;
    private final Follows follows;

    @FXML private ListTable<Advised> table;
    @FXML private TableColumn<Advised, Advised> nameColumn;
    @FXML private TableColumn<Advised, Advised> figureColumn;
    @FXML private TableColumn<Advised, Advised> adviceColumn;
    @FXML private Button open;
    @FXML private MenuButton act;
    @FXML private Button check;
    @FXML private Label checked;
    @FXML private Label why;

    public ReviewAdviceController(
            ReviewModel model, EffectWords words, Desk desk, Follows follows) {
        this.model = model;
        this.follows = follows;
        this.words = words;
        this.advice = new AdviceWords(words.texts());
        this.desk = desk;
    }

    @FXML
    void initialize() {
        table.serve(desk);
        table.setNothingFound(words.texts().get("review.advice.none"));
        table.text(nameColumn, advice::subject);
        table.figure(figureColumn, this::figure);
        table.badge(
                adviceColumn,
                one ->
                        Badge.of(
                                advice.brief(one.advice()),
                                tone(one.advice()),
                                String.join("\n", advice.lines(one.advice()))));
        Action opening = table.one(open.getText(), this::open);
        opening.onto(open);
        table.opens(opening);
        table.offer(opening);
        AdviceActions actions = new AdviceActions(model, desk);
        table.getSelectionModel()
                .selectedItemProperty()
                .subscribe(chosen -> offer(Optional.ofNullable(chosen), actions));
        check.setOnAction(event -> check());
        follows.on(model.check().state(), this::show);
        follows.on(model.answer(), answer -> list(answer.map(Reviewed::advised).orElse(List.of())));
    }

    /** Lists advice, as high as there are rows, and chooses the most urgent. */
    private void list(List<Advised> advised) {
        List<Advised> urgentFirst = advised.stream().sorted(URGENT_FIRST).toList();
        table.showAll(urgentFirst);
        table.setPrefHeight(
                ListTable.heightOf(Math.clamp(urgentFirst.size(), LEAST_ROWS, MOST_ROWS)));
        if (table.chosen().isEmpty() && !urgentFirst.isEmpty()) {
            table.choose(urgentFirst.getFirst());
        }
    }

    private void offer(Optional<Advised> chosen, AdviceActions actions) {
        why.setText(chosen.map(one -> String.join("\n", advice.lines(one.advice()))).orElse(""));
        List<MenuItem> items = chosen.map(actions::items).orElse(List.of());
        act.setDisable(items.isEmpty());
        act.getItems().setAll(items);
    }

    private void check() {
        if (model.check().state().get() instanceof CheckModel.State.Running) {
            model.check().stop();
        } else {
            model.check().check();
        }
    }

    private void show(CheckModel.State state) {
        Texts texts = words.texts();
        boolean running = state instanceof CheckModel.State.Running;
        check.setText(texts.get(running ? "import.stop" : "review.check"));
        Parts.show(check, !(state instanceof CheckModel.State.Impossible));
        checked.setText(
                switch (state) {
                    case CheckModel.State.Impossible _ -> texts.get("review.advice.words");
                    case CheckModel.State.Open _ ->
                            texts.together(
                                    texts.get("review.advice.words"),
                                    texts.get("review.check.open"));
                    case CheckModel.State.Running _ ->
                            texts.get("review.check.running", Checked.TIMES);
                    case CheckModel.State.Done done -> advice.checked(done.checked());
                    case CheckModel.State.Failed failed -> texts.sentence(failed.why());
                });
    }

    private void open(Advised advised) {
        model.answer()
                .get()
                .ifPresent(
                        answer ->
                                ReviewGroupController.show(
                                        model, words, desk, opened(answer, advised)));
    }

    private OpenedGroup opened(Reviewed answer, Advised advised) {
        List<String> lines = advice.lines(advised.advice());
        if (advised.values().isEmpty()) {
            return new OpenedGroup(List.of(), answer.answer().all(), lines);
        }
        List<Dimension> dimensions = Advisory.PACKAGES.dimensions();
        Group group =
                answer.by(Advisory.PACKAGES).stream()
                        .map(Division::groups)
                        .flatMap(List::stream)
                        .filter(g -> g.values().equals(advised.values()))
                        .findFirst()
                        .orElseThrow();
        return new OpenedGroup(dimensions, group, lines);
    }

    /** Returns the figure that decided; where none did, the conversion rate. */
    private String figure(Advised advised) {
        for (Basis basis : advised.advice().basis()) {
            if (basis instanceof Basis.Compared compared
                    && compared.comparison().difference() instanceof Difference.Measured m) {
                Measure measure = compared.comparison().measure();
                return words.measure(measure)
                        + " "
                        + words.amounts()
                                .value(EffectCharts.difference(measure), m.value(), m.interval());
            }
        }
        Figures figures = advised.known().figures();
        Measure measure =
                figures.conversion().estimate() instanceof Estimate.Unknown
                        ? Measure.HIT
                        : Measure.CONVERSION;
        return words.measure(measure)
                + " "
                + words.value(Quantity.SHARE, EffectCharts.figure(figures, measure));
    }

    /** Returns the class that colours the advice. */
    private static String tone(Advice advice) {
        return switch (advice) {
            case Advice.Promote _ -> "good";
            case Advice.Rework _, Advice.Pause _ -> "warn";
            case Advice.Retire _ -> "bad";
            case Advice.TestFurther _, Advice.NotEnoughEvidence _ -> "neutral";
        };
    }

    /** Returns where the advice stands among others: what to act on first. */
    private static int rank(Advice advice) {
        return switch (advice) {
            case Advice.Promote _ -> 0;
            case Advice.Rework _ -> 1;
            case Advice.Pause _ -> 2;
            case Advice.Retire _ -> 3;
            case Advice.TestFurther _ -> 4;
            case Advice.NotEnoughEvidence _ -> 5;
        };
    }
}
