package io.marquetry.ui.packages.life;

import io.marquetry.base.Problem;
import io.marquetry.base.ProblemException;
import io.marquetry.base.Texts;
import io.marquetry.check.CheckKind;
import io.marquetry.check.CheckRules;
import io.marquetry.check.CheckWeight;
import io.marquetry.check.Checks;
import io.marquetry.ui.common.look.Worded;
import io.marquetry.ui.common.screen.Desk;
import io.marquetry.ui.common.screen.Parts;
import io.marquetry.ui.common.screen.Views;

import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Asks how much the checks before approval weigh, and from where on they find something. */
public final class CheckRulesSheet {

    /** Room for the bar that scrolls. */
    private static final double BAR = 16;

    private final Checks checks;

    /** Makes the opener over the checks of a workspace. */
    public CheckRulesSheet(Checks checks) {
        this.checks = checks;
    }

    /**
     * Opens it.
     *
     * @param closed runs on the FX thread once it is closed
     */
    public void open(Desk desk, Runnable closed) {
        desk.background()
                .run(
                        signal -> checks.rules(),
                        rules -> new Asked(desk, closed).show(rules),
                        desk.notices()::problem);
    }

    private final class Asked {

        private final Desk desk;
        private final Texts texts;
        private final Runnable closed;
        private final Map<CheckKind, ComboBox<CheckWeight>> weights =
                new EnumMap<>(CheckKind.class);
        private final Label problem = new Label();
        private final TextField overlap = new TextField();
        private final TextField jump = new TextField();
        private final TextField base = new TextField();
        private final TextField worthwhile = new TextField();
        private final TextField redeemed = new TextField();
        private final TextField budget = new TextField();

        Asked(Desk desk, Runnable closed) {
            this.desk = desk;
            this.texts = desk.texts();
            this.closed = closed;
        }

        void show(CheckRules rules) {
            Label heading = new Label(texts.get("checkRules.heading"));
            heading.getStyleClass().add("heading");
            // In a small window the checks scroll, and heading and buttons stay.
            HBox all = new HBox(28, weights(rules), figures(rules));
            all.setPadding(new Insets(0, BAR, 0, 0));
            ScrollPane halves = new ScrollPane(all);
            halves.setFitToWidth(true);
            halves.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
            halves.setMinHeight(0);
            halves.setFocusTraversable(false);
            VBox.setVgrow(halves, Priority.ALWAYS);
            problem.getStyleClass().add("problem");
            problem.setWrapText(true);
            problem.setMinHeight(Label.USE_PREF_SIZE);
            Parts.show(problem, false);
            Button save = new Button(texts.get("checkRules.save"));
            save.setId("checkRulesSave");
            save.getStyleClass().add("primary");
            save.setDefaultButton(true);
            save.setOnAction(event -> save());
            Button cancel = new Button(texts.get("button.cancel"));
            cancel.setCancelButton(true);
            cancel.setOnAction(event -> close());
            HBox buttons = new HBox(8, save, cancel);
            buttons.getStyleClass().add("buttons");
            VBox sheet = new VBox(12, heading, halves, problem, buttons);
            sheet.setId("checkRules");
            Views.dress(sheet, "checkRules");
            desk.sheets().show(sheet);
        }

        private GridPane weights(CheckRules rules) {
            GridPane grid = grid();
            int row = 0;
            for (CheckKind kind : CheckKind.values()) {
                ComboBox<CheckWeight> weight = new ComboBox<>();
                weight.setId("checkWeight-" + kind.code());
                weight.getItems().setAll(CheckWeight.values());
                weight.setConverter(new Worded<>(one -> texts.sentence(one.word())));
                weight.setValue(rules.weight(kind));
                weight.setDisable(kind == CheckKind.READY);
                weight.setMaxWidth(Double.MAX_VALUE);
                weight.setMinWidth(Region.USE_PREF_SIZE);
                weights.put(kind, weight);
                Label name = new Label(texts.sentence(kind.word()));
                name.setLabelFor(weight);
                name.setMinWidth(Region.USE_PREF_SIZE);
                weight.setAccessibleText(name.getText());
                grid.addRow(row++, name, weight);
            }
            return grid;
        }

        private GridPane figures(CheckRules rules) {
            GridPane grid = grid();
            figure(grid, "overlap", overlap, percent(rules.overlap()));
            figure(grid, "jump", jump, percent(rules.jump()));
            figure(grid, "base", base, percent(rules.base()));
            figure(grid, "worthwhile", worthwhile, percent(rules.worthwhile()));
            figure(grid, "redeemed", redeemed, percent(rules.redeemed()));
            figure(
                    grid,
                    "budget",
                    budget,
                    rules.budget().map(BigDecimal::toPlainString).orElse(""));
            return grid;
        }

        private void figure(GridPane grid, String name, TextField field, String now) {
            Label label = new Label(texts.get("checkRules." + name));
            label.setLabelFor(field);
            label.setMinWidth(Region.USE_PREF_SIZE);
            field.setId("check-" + name);
            field.setAccessibleText(label.getText());
            field.setPrefColumnCount(8);
            field.setText(now);
            grid.addRow(grid.getRowCount(), label, field);
        }

        private GridPane grid() {
            GridPane grid = new GridPane();
            grid.setHgap(12);
            grid.setVgap(6);
            return grid;
        }

        private void save() {
            try {
                Map<CheckKind, CheckWeight> chosen = new EnumMap<>(CheckKind.class);
                weights.forEach((kind, box) -> chosen.put(kind, box.getValue()));
                CheckRules rules =
                        new CheckRules(
                                chosen,
                                share(overlap),
                                share(jump),
                                share(base),
                                share(worthwhile),
                                share(redeemed),
                                budget.getText().isBlank()
                                        ? Optional.empty()
                                        : Optional.of(number(budget)));
                desk.background()
                        .run(
                                signal -> {
                                    checks.rule(rules);
                                    return rules;
                                },
                                done -> close(),
                                this::tell);
            } catch (ProblemException e) {
                tell(e.problem());
            }
        }

        private void close() {
            desk.sheets().close();
            closed.run();
        }

        private void tell(Problem why) {
            Parts.show(problem, true);
            problem.setText(texts.sentence(why));
        }
    }

    private static String percent(double share) {
        return BigDecimal.valueOf(share).movePointRight(2).stripTrailingZeros().toPlainString();
    }

    private static double share(TextField field) {
        return number(field).movePointLeft(2).doubleValue();
    }

    private static BigDecimal number(TextField field) {
        String text = field.getText().strip().toLowerCase(Locale.ROOT).replace("%", "").strip();
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw Problem.of("problem.check.number", field.getText()).asException(e);
        }
    }
}
