package io.marquetry.ui.review.choose;

import io.marquetry.base.LocalizedText;
import io.marquetry.base.Problem;
import io.marquetry.base.ProblemException;
import io.marquetry.base.Texts;
import io.marquetry.effect.Design;
import io.marquetry.effect.OutcomeRole;
import io.marquetry.effect.OutcomeSet;
import io.marquetry.effect.PackageRef;
import io.marquetry.effect.Plan;
import io.marquetry.pack.PackageKey;
import io.marquetry.ui.common.look.Worded;
import io.marquetry.ui.common.screen.Confirmation;
import io.marquetry.ui.common.screen.Desk;
import io.marquetry.ui.common.screen.Parts;
import io.marquetry.ui.common.screen.Views;
import io.marquetry.ui.review.ask.OutcomeChoices;
import io.marquetry.ui.review.ask.ReviewModel;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;

/** Changes what imported outcomes mean: their name, arms, plan and package. */
public final class ReviewOutcomesController {

    private final ReviewModel model;
    private final OutcomeSet before;
    private final OutcomeChoices known;
    private final Desk desk;
    private final Texts texts;
    private final Map<String, TextField> parts = new LinkedHashMap<>();

    @FXML private TextField title;
    @FXML private Label packLabel;
    @FXML private ComboBox<Optional<PackageKey>> pack;
    @FXML private CheckBox randomised;
    @FXML private Label noArms;
    @FXML private Node chance;
    @FXML private ComboBox<String> control;
    @FXML private GridPane shares;
    @FXML private TextField people;
    @FXML private Label problem;
    @FXML private Button forget;
    @FXML private Button cancel;
    @FXML private Button apply;

    private ReviewOutcomesController(
            ReviewModel model, OutcomeSet before, OutcomeChoices known, Desk desk) {
        this.model = model;
        this.before = before;
        this.known = known;
        this.desk = desk;
        this.texts = desk.texts();
    }

    /** Shows what the outcomes mean as a sheet above the window. */
    public static void show(ReviewModel model, OutcomeSet set, OutcomeChoices known, Desk desk) {
        desk.sheets()
                .show(
                        Views.load(
                                "reviewOutcomes",
                                desk.texts(),
                                new ReviewOutcomesController(model, set, known, desk)));
    }

    @FXML
    void initialize() {
        title.setText(shownTitle());
        boolean told = before.mapping().column(OutcomeRole.PACKAGE).isPresent();
        Parts.show(packLabel, !told);
        Parts.show(pack, !told);
        pack.setConverter(
                new Worded<>(
                        key ->
                                key.map(this::named)
                                        .orElseGet(() -> texts.get("outcomes.pack.none"))));
        pack.getItems().add(Optional.empty());
        known.packages().keySet().forEach(key -> pack.getItems().add(Optional.of(key)));
        pack.setValue(Optional.ofNullable(before.packages().get("")).map(PackageRef::key));
        control.setConverter(new Worded<>(texts::known));
        control.getItems().setAll(known.arms());
        known.arms().forEach(this::offerShare);
        boolean arms = !known.arms().isEmpty();
        randomised.setDisable(!arms);
        Parts.show(noArms, !arms);
        if (before.design() instanceof Design.Randomised(String arm, Plan plan)) {
            randomised.setSelected(true);
            control.setValue(arm);
            plan.shares().forEach(this::showShare);
            plan.people().ifPresent(n -> people.setText(Long.toString(n)));
        }
        Parts.show(chance, randomised.isSelected());
        randomised.setOnAction(event -> Parts.show(chance, randomised.isSelected()));
        Parts.show(problem, false);
        cancel.setOnAction(event -> desk.sheets().close());
        apply.setOnAction(event -> apply());
        forget.setOnAction(event -> forget());
    }

    private String named(PackageKey key) {
        LocalizedText name = known.packages().get(key);
        return name == null ? key.value() : name.in(texts.locale());
    }

    private String shownTitle() {
        return texts.known(before.title());
    }

    private void offerShare(String arm) {
        Label label = new Label(texts.known(arm));
        TextField part = new TextField();
        part.setId("reviewShare-" + arm);
        part.setAccessibleText(texts.get("review.outcomes.part", texts.known(arm)));
        part.getStyleClass().add("number");
        label.setLabelFor(part);
        shares.addRow(parts.size(), label, part);
        parts.put(arm, part);
    }

    private void showShare(String arm, double part) {
        TextField field = parts.get(arm);
        if (field != null) {
            field.setText(BigDecimal.valueOf(part).stripTrailingZeros().toPlainString());
        }
    }

    private void apply() {
        try {
            model.change(wanted(), desk.sheets()::close, why -> tell(texts.sentence(why)));
        } catch (ProblemException e) {
            tell(texts.sentence(e.problem()));
        }
    }

    private void tell(String sentence) {
        problem.setText(sentence);
        Parts.show(problem, true);
    }

    private OutcomeSet wanted() {
        return new OutcomeSet(
                before.name(),
                title.getText().equals(shownTitle()) ? before.title() : title.getText().strip(),
                before.origin(),
                before.mapping(),
                randomised.isSelected() ? chance() : new Design.Observed(),
                packages(),
                before.addedAt());
    }

    private Design chance() {
        if (control.getValue() == null) {
            throw Problem.of("problem.review.noControl").asException();
        }
        boolean adjusted =
                before.design() instanceof Design.Randomised(_, Plan plan) && plan.adjusted();
        try {
            Map<String, Double> planned = new TreeMap<>();
            parts.forEach(
                    (arm, field) -> {
                        if (!field.getText().isBlank()) {
                            planned.put(arm, number(field).doubleValue());
                        }
                    });
            return new Design.Randomised(
                    control.getValue(),
                    new Plan(
                            planned,
                            people.getText().isBlank()
                                    ? OptionalLong.empty()
                                    : OptionalLong.of(number(people).longValueExact()),
                            adjusted));
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw Problem.of("problem.review.plan").asException(e);
        }
    }

    private static BigDecimal number(TextField field) {
        String text = field.getText().strip();
        return text.endsWith("%")
                ? new BigDecimal(text.substring(0, text.length() - 1).strip()).movePointLeft(2)
                : new BigDecimal(text);
    }

    private Map<String, PackageRef> packages() {
        Map<String, PackageRef> links = new TreeMap<>(before.packages());
        if (!pack.isManaged()) {
            return links;
        }
        Optional<PackageKey> now = pack.getValue();
        if (!now.equals(Optional.ofNullable(links.get("")).map(PackageRef::key))) {
            links.remove("");
            now.ifPresent(key -> links.put("", new PackageRef(key, OptionalInt.empty())));
        }
        return links;
    }

    private void forget() {
        Confirmation.ask(
                desk.sheets(),
                texts,
                texts.get("review.outcomes.forget.heading", shownTitle()),
                texts.get("review.outcomes.forget.words"),
                texts.get("review.outcomes.forget"),
                () -> model.forget(before, desk.notices()::problem));
    }
}
