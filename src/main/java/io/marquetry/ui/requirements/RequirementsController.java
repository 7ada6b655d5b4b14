package io.marquetry.ui.requirements;

import io.marquetry.base.Kept;
import io.marquetry.base.Problem;
import io.marquetry.base.Texts;
import io.marquetry.requirement.Requirement;
import io.marquetry.requirement.RequirementKey;
import io.marquetry.source.ProfileSource;
import io.marquetry.ui.common.field.DateField;
import io.marquetry.ui.common.look.Worded;
import io.marquetry.ui.common.screen.Desk;
import io.marquetry.ui.common.screen.Follows;
import io.marquetry.ui.navigation.Destination;

import javafx.beans.Observable;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

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
    @FXML private DateField from;
    @FXML private DateField until;
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
        Written written = model.written();
        all.setCellFactory(view -> new RequirementCell(texts));
        source.setConverter(new Worded<>(ProfileSource::title));
        tags.serve(found);
        from.serve(texts);
        until.serve(texts);
        follows.both(goal.textProperty(), written.goal());
        follows.both(audience.textProperty(), written.audience());
        follows.both(channel.textProperty(), written.channel());
        follows.both(budget.textProperty(), written.budget());
        follows.both(owner.textProperty(), written.owner());
        follows.both(from.valueProperty(), written.from());
        follows.both(until.valueProperty(), written.until());
        for (Observable typed : List.of(written.goal(), written.audience(), written.channel())) {
            follows.changes(typed, model::seek);
        }
        follows.on(written.goal(), typed -> save.setDisable(typed.isBlank()));
        follows.on(model.loaded(), this::loaded);
        follows.on(model.current(), this::chosen);
        follows.on(model.answer(), tags::show);
        all.getSelectionModel()
                .selectedItemProperty()
                .subscribe(
                        row -> {
                            if (row != null && !filling) {
                                model.choose(Optional.of(row));
                            }
                        });
        fresh.setOnAction(
                event -> {
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
        select();
        model.seek();
    }

    private void chosen(Optional<Kept<Requirement>> now) {
        make.setDisable(now.isEmpty() && model.written().ticked().isEmpty());
        select();
        tags.show(model.answer().get());
    }

    /** Marks in the list what is in the fields. */
    private void select() {
        filling = true;
        Optional<RequirementKey> key = model.current().get().map(one -> one.value().key());
        all.getSelectionModel().clearSelection();
        all.getItems().stream()
                .filter(row -> key.equals(Optional.of(row.value().key())))
                .findFirst()
                .ifPresent(row -> all.getSelectionModel().select(row));
        filling = false;
    }

    /** Saves what is written, with the tags that are ticked. */
    void save() {
        if (!goal.getText().isBlank()) {
            model.save(() -> desk.notices().done(texts.get("requirements.saved")), this::told);
        }
    }

    /** What is ticked is saved first, so that the package holds what is seen. */
    private void make() {
        ProfileSource chosen = source.getValue();
        if (chosen == null) {
            told(Problem.of("problem.requirement.noSource"));
            return;
        }
        model.save(
                () ->
                        model.make(
                                chosen,
                                texts.locale(),
                                key -> {
                                    desk.notices().done(texts.get("requirements.made"));
                                    desk.navigation().go(new Destination.OfPackage(key));
                                },
                                this::told),
                this::told);
    }

    private void told(Problem problem) {
        desk.notices().problem(problem);
    }
}
