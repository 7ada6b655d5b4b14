package io.marquetry.ui.packages.remarks;

import io.marquetry.base.Problem;
import io.marquetry.base.ProblemException;
import io.marquetry.base.Texts;
import io.marquetry.life.Remark;
import io.marquetry.life.Schedule;
import io.marquetry.tag.TagKey;
import io.marquetry.tag.TagNames;
import io.marquetry.ui.common.field.DateField;
import io.marquetry.ui.common.look.Formats;
import io.marquetry.ui.common.look.Worded;
import io.marquetry.ui.common.screen.Follows;
import io.marquetry.ui.common.screen.Parts;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Steers the part that shows what a package is for, when it is to be out, and what people say. */
final class RemarksController {

    private final RemarksModel model;
    private final Texts texts;
    private final Formats formats;
    private final Follows follows;

    @FXML private Label open;
    @FXML private VBox remarks;
    @FXML private ComboBox<String> place;
    @FXML private TextField content;
    @FXML private Button say;
    @FXML private DateField from;
    @FXML private DateField until;
    @FXML private Button plan;
    @FXML private TextField goal;
    @FXML private Button aim;
    @FXML private Label problem;

    RemarksController(RemarksModel model, Texts texts, Follows follows) {
        this.model = model;
        this.texts = texts;
        this.formats = new Formats(texts.locale());
        this.follows = follows;
    }

    @FXML
    void initialize() {
        from.serve(texts);
        until.serve(texts);
        place.setConverter(new Worded<>(this::called));
        say.disableProperty().bind(content.textProperty().map(String::isBlank));
        say.setOnAction(event -> say());
        content.setOnAction(event -> say());
        plan.setOnAction(event -> plan());
        aim.setOnAction(event -> model.aim(goal.getText()));
        goal.setOnAction(event -> model.aim(goal.getText()));
        follows.on(model.loaded(), found -> found.ifPresent(this::show));
        follows.on(
                model.refused(),
                why -> {
                    Parts.show(problem, why.isPresent());
                    why.map(texts::sentence).ifPresent(problem::setText);
                });
    }

    private void say() {
        String said = content.getText();
        if (!said.isBlank()) {
            model.say(Optional.ofNullable(place.getValue()).orElse(""), said, content::clear);
        }
    }

    private void plan() {
        if (from.wrong().get() || until.wrong().get()) {
            model.refuse(Problem.of("problem.schedule.day"));
            return;
        }
        try {
            model.plan(
                    new Schedule(
                            Optional.ofNullable(from.getValue()),
                            Optional.ofNullable(until.getValue())));
        } catch (ProblemException e) {
            model.refuse(e.problem());
        }
    }

    private void show(RemarksModel.Loaded now) {
        List<Remark> said =
                now.remarks().stream()
                        .sorted(Comparator.comparing((Remark one) -> !one.isOpen()))
                        .toList();
        remarks.getChildren().setAll(said.stream().map(this::remark).toList());
        open.setText(
                texts.get("packageRemarks.open", said.stream().filter(Remark::isOpen).count()));
        Parts.show(remarks, !said.isEmpty());
        place.getItems().setAll(now.places());
        place.getSelectionModel().selectFirst();
        from.setValue(now.schedule().from().orElse(null));
        until.setValue(now.schedule().until().orElse(null));
        goal.setText(now.goal());
    }

    private Node remark(Remark one) {
        Label who =
                new Label(
                        texts.get(
                                "packageRemarks.who",
                                one.who(),
                                called(one.place()),
                                formats.moment(one.madeAt())));
        who.getStyleClass().add("muted");
        Label said = new Label(one.content());
        said.setWrapText(true);
        said.setMinHeight(Label.USE_PREF_SIZE);
        VBox words = new VBox(who, said);
        HBox.setHgrow(words, Priority.ALWAYS);
        one.settled()
                .ifPresent(
                        by -> {
                            Label done = new Label(texts.get("packageRemarks.settledBy", by.by()));
                            done.getStyleClass().add("good");
                            words.getChildren().add(done);
                        });
        Button turn =
                new Button(
                        texts.get(
                                one.isOpen() ? "packageRemarks.settle" : "packageRemarks.reopen"));
        turn.getStyleClass().addAll("small", "settle");
        turn.setMinWidth(Button.USE_PREF_SIZE);
        turn.setOnAction(event -> model.settle(one, one.isOpen()));
        HBox row = new HBox(8, words, turn);
        row.getStyleClass().addAll("remark", one.isOpen() ? "open" : "settled");
        return row;
    }

    private String called(String where) {
        if (where.isEmpty()) {
            return texts.get("packageRemarks.whole");
        }
        return where.equals(Remark.AUDIENCE)
                ? texts.get("problem.category.AUDIENCE")
                : model.loaded()
                        .get()
                        .map(now -> new TagNames(now::tags, texts).of(new TagKey(where)))
                        .orElse(where);
    }
}
