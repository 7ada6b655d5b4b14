package io.marquetry.ui.requirements;

import io.marquetry.base.Kept;
import io.marquetry.base.Problem;
import io.marquetry.base.ProblemException;
import io.marquetry.base.Texts;
import io.marquetry.requirement.Requirement;
import io.marquetry.requirement.RequirementKey;
import io.marquetry.source.ProfileSource;
import io.marquetry.ui.common.look.Worded;
import io.marquetry.ui.common.screen.Desk;
import io.marquetry.ui.common.screen.Follows;
import io.marquetry.ui.navigation.Destination;

import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Steers the writing of a requirement and what it becomes. */
final class RequirementsController {

    private final RequirementsModel model;
    private final Desk desk;
    private final Texts texts;
    private final Follows follows;

    @FXML private ListView<Kept<Requirement>> all;
    @FXML private TextArea goal;
    @FXML private TextField audience;
    @FXML private TextField channel;
    @FXML private TextField budget;
    @FXML private TextField owner;
    @FXML private ComboBox<ProfileSource> source;
    @FXML private Button fresh;
    @FXML private Button save;
    @FXML private Button make;
    @FXML private VBox found;

    private final FoundTags tags;
    private boolean filling;

    RequirementsController(RequirementsModel model, Desk desk, Follows follows) {
        this.model = model;
        this.desk = desk;
        this.texts = desk.texts();
        this.follows = follows;
        this.tags = new FoundTags(model, desk);
    }

    @FXML
    void initialize() {
        all.setCellFactory(view -> new RequirementCell(texts));
        source.setConverter(new Worded<>(ProfileSource::title));
        tags.serve(found);
        follows.on(model.loaded(), now -> loaded(now));
        follows.on(model.current(), now -> fill(now));
        follows.on(model.answer(), now -> tags.show(now));
        all.getSelectionModel()
                .selectedItemProperty()
                .subscribe(
                        chosen -> {
                            if (chosen != null && !filling) {
                                model.choose(Optional.of(chosen));
                            }
                        });
        for (TextField field : List.of(audience, channel)) {
            field.textProperty().subscribe(typed -> seek());
        }
        goal.textProperty()
                .subscribe(
                        typed -> {
                            save.setDisable(typed.isBlank());
                            seek();
                        });
        fresh.setOnAction(
                event -> {
                    all.getSelectionModel().clearSelection();
                    model.choose(Optional.empty());
                    goal.requestFocus();
                });
        save.setOnAction(event -> save());
        make.setOnAction(event -> make());
    }

    void find() {
        goal.requestFocus();
    }

    void shown() {
        model.load(this::told);
    }

    private void loaded(RequirementsModel.Loaded now) {
        filling = true;
        all.getItems().setAll(now.all());
        source.getItems().setAll(now.sources());
        if (source.getValue() == null) {
            source.getSelectionModel().selectFirst();
        }
        filling = false;
        if (model.current().get().isEmpty() && goal.getText().isBlank() && !now.all().isEmpty()) {
            model.choose(Optional.of(now.all().getFirst()));
        }
        seek();
    }

    private void fill(Optional<Kept<Requirement>> chosen) {
        filling = true;
        Optional<Requirement> wanted = chosen.map(Kept::value);
        goal.setText(wanted.map(Requirement::goal).orElse(""));
        audience.setText(wanted.flatMap(Requirement::audience).orElse(""));
        channel.setText(wanted.flatMap(Requirement::channel).orElse(""));
        budget.setText(
                wanted.flatMap(Requirement::budget).map(BigDecimal::toPlainString).orElse(""));
        owner.setText(wanted.flatMap(Requirement::owner).orElse(""));
        make.setDisable(wanted.filter(one -> !one.accepted().isEmpty()).isEmpty());
        tags.accept(model.accepted());
        filling = false;
        seek();
    }

    private void seek() {
        if (!filling) {
            model.seek(String.join("\n", goal.getText(), audience.getText(), channel.getText()));
        }
    }

    /** Saves what is written, with the tags that are ticked. */
    void save() {
        saved(() -> desk.notices().done(texts.get("requirements.saved")));
    }

    private void saved(Runnable then) {
        if (goal.getText().isBlank()) {
            return;
        }
        model.key(
                goal.getText(),
                key -> {
                    try {
                        model.save(written(key), then, this::told);
                    } catch (ProblemException e) {
                        told(e.problem());
                    }
                },
                this::told);
    }

    private Requirement written(RequirementKey key) {
        Optional<Requirement> before = model.current().get().map(Kept::value);
        return new Requirement(
                key,
                goal.getText().strip(),
                words(audience),
                words(channel),
                words(budget).map(RequirementsController::amount),
                before.flatMap(Requirement::from),
                before.flatMap(Requirement::until),
                words(owner),
                tags.accepted(),
                before.map(Requirement::missing).orElse(List.of()),
                before.flatMap(Requirement::pack));
    }

    private static BigDecimal amount(String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw Problem.of("problem.requirement.budget").asException(e);
        }
    }

    private static Optional<String> words(TextField field) {
        return Optional.of(field.getText().strip()).filter(text -> !text.isEmpty());
    }

    /** What is ticked is saved first, so that the package holds what is seen. */
    private void make() {
        ProfileSource chosen = source.getValue();
        if (chosen == null) {
            told(Problem.of("problem.requirement.noSource"));
            return;
        }
        saved(
                () ->
                        model.make(
                                chosen,
                                texts.locale(),
                                key -> {
                                    desk.notices().done(texts.get("requirements.made"));
                                    desk.navigation().go(new Destination.OfPackage(key));
                                },
                                this::told));
    }

    private void told(Problem problem) {
        desk.notices().problem(problem);
    }
}
