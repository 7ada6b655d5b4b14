package io.marquetry.ui.review.choose;

import io.marquetry.base.Problem;
import io.marquetry.base.ProblemException;
import io.marquetry.base.Texts;
import io.marquetry.effect.advice.Targets;
import io.marquetry.effect.advice.Thresholds;
import io.marquetry.effect.advice.WorthText;
import io.marquetry.effect.figures.Measure;
import io.marquetry.effect.stats.Correction;
import io.marquetry.effect.stats.Worth;
import io.marquetry.effect.sums.Economics;
import io.marquetry.ui.common.look.Worded;
import io.marquetry.ui.common.screen.Desk;
import io.marquetry.ui.common.screen.Views;
import io.marquetry.ui.review.ask.ReviewModel;

import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;

/** Asks what money assumes, how many comparisons are corrected, and where advice turns. */
public final class ReviewSettingsController {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final ReviewModel model;
    private final Thresholds before;
    private final Targets aimed;
    private final Desk desk;
    private final Texts texts;

    @FXML private TextField margin;
    @FXML private TextField cost;
    @FXML private ComboBox<Correction> correction;
    @FXML private TextField fewest;
    @FXML private TextField reach;
    @FXML private TextField worthProfit;
    @FXML private TextField worthConversion;
    @FXML private TextField worthHit;
    @FXML private TextField targetReach;
    @FXML private TextField targetHit;
    @FXML private TextField targetConversion;
    @FXML private TextField targetReturn;
    @FXML private TextField pause;
    @FXML private TextField peers;
    @FXML private Label problem;
    @FXML private Button cancel;
    @FXML private Button apply;

    private ReviewSettingsController(
            ReviewModel model, Thresholds before, Targets aimed, Desk desk) {
        this.model = model;
        this.before = before;
        this.aimed = aimed;
        this.desk = desk;
        this.texts = desk.texts();
    }

    /** Shows the settings as a sheet above the window. */
    public static void show(ReviewModel model, Thresholds before, Targets aimed, Desk desk) {
        desk.sheets()
                .show(
                        Views.load(
                                "reviewSettings",
                                desk.texts(),
                                new ReviewSettingsController(model, before, aimed, desk)));
    }

    @FXML
    void initialize() {
        Economics money = model.choices().get().economics();
        margin.setText(percent(money.margin()));
        cost.setText(money.costPerSend().toPlainString());
        correction.getItems().setAll(Correction.values());
        correction.setConverter(new Worded<>(c -> texts.get("effect.correction." + c.name())));
        correction.setValue(model.choices().get().correction());
        fewest.setText(Long.toString(before.fewestTargeted()));
        reach.setText(percent(BigDecimal.valueOf(before.lowestReach())));
        worths().forEach(
                        (goal, field) ->
                                before.worth(goal)
                                        .ifPresent(
                                                size ->
                                                        field.setText(
                                                                WorthText.write(size, goal))));
        targetFields()
                .forEach(
                        (measure, field) ->
                                aimed.of(measure)
                                        .ifPresent(
                                                least ->
                                                        field.setText(
                                                                Targets.write(least, measure))));
        pause.setText(percent(BigDecimal.valueOf(before.pauseBelow())));
        peers.setText(percent(BigDecimal.valueOf(before.peersBelow())));
        problem.setVisible(false);
        problem.setManaged(false);
        cancel.setOnAction(event -> desk.sheets().close());
        apply.setOnAction(event -> apply());
    }

    private void apply() {
        try {
            Thresholds thresholds = thresholds();
            Targets targets = targets();
            Economics economics = economics();
            desk.sheets().close();
            model.settle(thresholds, targets, economics, correction.getValue());
        } catch (ProblemException e) {
            problem.setText(texts.sentence(e.problem()));
            problem.setVisible(true);
            problem.setManaged(true);
        }
    }

    private Economics economics() {
        try {
            return new Economics(share(margin), number(cost));
        } catch (IllegalArgumentException e) {
            throw Problem.of("problem.review.money").asException(e);
        }
    }

    private Map<Measure, TextField> worths() {
        return Map.of(
                Measure.PROFIT, worthProfit,
                Measure.CONVERSION, worthConversion,
                Measure.HIT, worthHit);
    }

    private Map<Measure, TextField> targetFields() {
        return Map.of(
                Measure.REACH, targetReach,
                Measure.HIT, targetHit,
                Measure.CONVERSION, targetConversion,
                Measure.RETURN, targetReturn);
    }

    private Targets targets() {
        Targets wanted = Targets.NONE;
        for (Measure measure : Targets.MEASURES) {
            TextField field = targetFields().get(measure);
            if (field != null) {
                wanted = wanted.with(measure, Targets.parse(field.getText(), measure));
            }
        }
        return wanted;
    }

    private Thresholds thresholds() {
        Map<Measure, Worth> worth = new EnumMap<>(Measure.class);
        worths().forEach((goal, field) -> worth.put(goal, WorthText.parse(field.getText(), goal)));
        try {
            return new Thresholds(
                    number(fewest).longValueExact(),
                    share(reach).doubleValue(),
                    worth,
                    share(pause).doubleValue(),
                    share(peers).doubleValue());
        } catch (NumberFormatException e) {
            throw Problem.of("problem.review.number").asException(e);
        } catch (ArithmeticException e) {
            throw Problem.of("problem.review.number").asException(e);
        }
    }

    private static BigDecimal share(TextField field) {
        return number(field).movePointLeft(2);
    }

    private static BigDecimal number(TextField field) {
        return new BigDecimal(field.getText().strip().replace("%", "").strip());
    }

    private static String percent(BigDecimal share) {
        return share.multiply(HUNDRED).stripTrailingZeros().toPlainString();
    }
}
