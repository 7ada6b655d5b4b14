package io.marquetry.ui.packages.life;

import io.marquetry.base.Texts;
import io.marquetry.check.CheckLine;
import io.marquetry.life.PackageState;
import io.marquetry.life.Step;
import io.marquetry.ui.common.look.Formats;
import io.marquetry.ui.common.screen.Follows;
import io.marquetry.ui.common.screen.Parts;

import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.List;

/** Steers the part of a sheet that shows where a package is in its life. */
final class LifeController {

    private static final List<PackageState> TRACK =
            List.of(
                    PackageState.DRAFT,
                    PackageState.IN_REVIEW,
                    PackageState.APPROVED,
                    PackageState.LIVE,
                    PackageState.EVALUATED,
                    PackageState.TEMPLATE);

    private static final int STEPS_SHOWN = 4;

    private final LifeModel model;
    private final Texts texts;
    private final Formats formats;
    private final Follows follows;
    private final Runnable send;
    private final Runnable rules;

    @FXML private HBox track;
    @FXML private VBox steps;
    @FXML private VBox checks;
    @FXML private Label checked;
    @FXML private Hyperlink weigh;
    @FXML private TextField reason;
    @FXML private CheckBox alone;
    @FXML private Label problem;
    @FXML private Button submit;
    @FXML private Button approve;
    @FXML private Button sendBack;
    @FXML private Button withdraw;
    @FXML private Button live;
    @FXML private Button evaluate;
    @FXML private Button archive;
    @FXML private Button dispatch;

    LifeController(LifeModel model, Texts texts, Follows follows, Runnable send, Runnable rules) {
        this.rules = rules;
        this.send = send;
        this.model = model;
        this.texts = texts;
        this.formats = new Formats(texts.locale());
        this.follows = follows;
    }

    @FXML
    void initialize() {
        follows.both(reason.textProperty(), model.reason());
        follows.both(alone.selectedProperty(), model.alone());
        submit.setOnAction(event -> model.submit());
        approve.setOnAction(event -> model.approve());
        sendBack.setOnAction(event -> model.sendBack());
        withdraw.setOnAction(event -> model.withdraw());
        live.setOnAction(event -> model.goLive());
        evaluate.setOnAction(event -> model.evaluate());
        archive.setOnAction(event -> model.archive());
        dispatch.setOnAction(event -> send.run());
        weigh.setOnAction(event -> rules.run());
        sendBack.disableProperty().bind(model.reason().map(String::isBlank));
        archive.disableProperty().bind(model.reason().map(String::isBlank));
        follows.on(model.loaded(), found -> found.ifPresent(this::show));
        follows.on(
                model.refused(),
                why -> {
                    Parts.show(problem, why.isPresent());
                    why.ifPresent(one -> problem.setText(texts.sentence(one)));
                });
    }

    private void show(LifeModel.Loaded now) {
        PackageState state = now.life().state();
        track.getChildren().clear();
        for (PackageState one : TRACK) {
            track.getChildren().add(station(one, state));
        }
        if (state == PackageState.ARCHIVED) {
            track.getChildren().add(station(PackageState.ARCHIVED, state));
        }
        List<PackageState> next = now.next();
        Parts.show(submit, next.contains(PackageState.IN_REVIEW));
        Parts.show(approve, next.contains(PackageState.APPROVED));
        Parts.show(sendBack, next.contains(PackageState.DRAFT));
        Parts.show(withdraw, state == PackageState.IN_REVIEW);
        Parts.show(live, next.contains(PackageState.LIVE));
        Parts.show(evaluate, next.contains(PackageState.EVALUATED));
        Parts.show(
                dispatch,
                switch (state) {
                    case APPROVED, LIVE, EVALUATED -> true;
                    case DRAFT, IN_REVIEW, TEMPLATE, ARCHIVED -> false;
                });
        Parts.show(archive, next.contains(PackageState.ARCHIVED));
        Parts.show(reason, sendBack.isVisible() || archive.isVisible());
        boolean own = approve.isVisible() && now.own();
        Parts.show(alone, own);
        approve.disableProperty().unbind();
        approve.setDisable(false);
        if (own) {
            approve.disableProperty().bind(model.alone().not());
        }
        checks.getChildren()
                .setAll(now.checks().stream().map(one -> new CheckRow(one, texts, model)).toList());
        long open = now.checks().stream().filter(CheckLine::blocks).count();
        checked.setText(texts.get("packageLife.open", open));
        steps.getChildren()
                .setAll(
                        now.steps().reversed().stream()
                                .limit(STEPS_SHOWN)
                                .map(this::told)
                                .toList());
        if (now.steps().isEmpty()) {
            steps.getChildren().add(line(texts.get("packageLife.noSteps"), "muted"));
        }
    }

    private HBox station(PackageState one, PackageState now) {
        Region dot = new Region();
        dot.getStyleClass().add("dot");
        Label word = new Label(texts.sentence(one.word()));
        HBox station = new HBox(dot, word);
        station.getStyleClass().add("station");
        if (one == now) {
            station.getStyleClass().add("now");
            station.setAccessibleText(texts.get("packageLife.now", texts.sentence(one.word())));
        } else if (one.compareTo(now) < 0) {
            station.getStyleClass().add("passed");
        }
        return station;
    }

    private Label told(Step step) {
        String who = step.solo() ? texts.get("packageLife.solo", step.who()) : step.who();
        String what =
                texts.get(
                        "packageLife.step",
                        formats.moment(step.madeAt()),
                        who,
                        step.version(),
                        texts.sentence(step.to().word()));
        return line(
                step.why().map(why -> texts.get("packageLife.why", what, why)).orElse(what),
                "told");
    }

    private static Label line(String text, String style) {
        Label line = new Label(text);
        line.setWrapText(true);
        line.setMinHeight(Label.USE_PREF_SIZE);
        line.getStyleClass().add(style);
        return line;
    }
}
