package io.marquetry.ui.incoming;

import io.marquetry.base.Problem;
import io.marquetry.base.Texts;
import io.marquetry.handoff.incoming.FieldOffer;
import io.marquetry.handoff.incoming.FieldQuestion;
import io.marquetry.tag.RuleWords;
import io.marquetry.ui.common.look.Formats;
import io.marquetry.ui.common.look.Worded;
import io.marquetry.ui.common.screen.Follows;
import io.marquetry.ui.common.screen.Parts;
import io.marquetry.ui.common.screen.Views;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Asks what a sender's fields are called here: for each the proposals first, then all that fit. */
final class FieldsController {

    /** So many tests tell what is asked of a field. */
    private static final int MOST_TESTS = 3;

    private final FieldsModel model;
    private final Texts texts;
    private final Formats formats;
    private final RuleWords rules;
    private final Runnable back;
    private final Runnable accepted;
    private final Follows follows;

    @FXML private VBox root;
    @FXML private Label about;
    @FXML private Node looking;
    @FXML private ScrollPane scroll;
    @FXML private GridPane grid;
    @FXML private Label problem;
    @FXML private Button cancel;
    @FXML private Button accept;

    /**
     * Makes the controller of the dialog.
     *
     * @param back leads back without anything told
     * @param accepted takes over what was told
     */
    FieldsController(
            FieldsModel model, Texts texts, Runnable back, Runnable accepted, Follows follows) {
        this.model = model;
        this.texts = texts;
        this.formats = new Formats(texts.locale());
        this.rules = new RuleWords(texts);
        this.back = back;
        this.accepted = accepted;
        this.follows = follows;
    }

    @FXML
    void initialize() {
        Views.dress(root, "incomingFields");
        cancel.setOnAction(event -> back.run());
        accept.setOnAction(event -> accepted.run());
        follows.on(model.offers(), this::show);
        follows.on(model.problem(), this::showProblem);
    }

    private void show(Optional<List<FieldOffer>> found) {
        Parts.show(looking, found.isEmpty() && model.problem().get().isEmpty());
        Parts.show(scroll, found.isPresent());
        accept.setDisable(found.isEmpty());
        grid.getChildren().clear();
        List<FieldOffer> offers = found.orElse(List.of());
        about.setText(
                offers.stream()
                        .findFirst()
                        .map(FieldOffer::question)
                        .map(
                                one ->
                                        texts.get(
                                                "incoming.fields.about",
                                                one.sender(),
                                                one.ours().title()))
                        .orElse(""));
        heading(0, "incoming.fields.theirs");
        heading(1, "incoming.fields.ours");
        for (int row = 0; row < offers.size(); row++) {
            ComboBox<Optional<String>> ours = add(row, offers.get(row));
            if (row == 0) {
                ours.requestFocus();
            }
        }
    }

    private void heading(int column, String key) {
        Label heading = new Label(texts.get(key));
        heading.getStyleClass().add("muted");
        grid.add(heading, column, 0);
    }

    private ComboBox<Optional<String>> add(int row, FieldOffer offer) {
        FieldQuestion question = offer.question();
        Label name = new Label(name(question));
        name.getStyleClass().add("field-name");
        Label asked = new Label(asked(question));
        asked.getStyleClass().add("muted");
        asked.setWrapText(true);
        asked.setMinHeight(Label.USE_PREF_SIZE);
        Label told = new Label();
        told.getStyleClass().add("muted");
        told.setWrapText(true);
        told.setMinHeight(Label.USE_PREF_SIZE);
        ComboBox<Optional<String>> ours = new ComboBox<>();
        ours.setId("incomingField" + row);
        ours.setAccessibleText(texts.get("incoming.fields.here", name(question)));
        ours.setMaxWidth(Double.MAX_VALUE);
        List<Optional<String>> all = new ArrayList<>();
        offer.candidates().forEach(one -> all.add(Optional.of(one.name())));
        all.add(Optional.empty());
        ours.getItems().setAll(all);
        ours.setConverter(new Worded<>(one -> one.orElse(texts.get("incoming.fields.unknown"))));
        ours.setValue(model.answer(question));
        told.setText(told(offer));
        ours.valueProperty()
                .subscribe(
                        (before, now) -> {
                            model.answer(question, now);
                            told.setText(told(offer));
                        });
        grid.addRow(row + 1, new VBox(2, name, asked), new VBox(2, ours, told));
        return ours;
    }

    private String name(FieldQuestion question) {
        if (question.isStream()) {
            return texts.get("incoming.fields.stream", question.name());
        }
        return question.stream()
                .map(stream -> texts.get("incoming.fields.inStream", question.name(), stream))
                .orElse(question.name());
    }

    private String asked(FieldQuestion question) {
        return question.tests().stream()
                .limit(MOST_TESTS)
                .map(rules::of)
                .collect(Collectors.joining(" · "));
    }

    /** What speaks for the answer that is chosen now. */
    private String told(FieldOffer offer) {
        FieldQuestion question = offer.question();
        Optional<String> answer = model.answer(question);
        if (answer.isEmpty()) {
            return texts.get("incoming.fields.left");
        }
        if (question.remembered() && answer.equals(question.answer())) {
            return texts.get("incoming.fields.remembered", question.sender());
        }
        return offer.candidates().stream()
                .filter(one -> one.name().equals(answer.get()))
                .findFirst()
                .filter(one -> one.carried().isPresent())
                .map(
                        one ->
                                texts.get(
                                        "incoming.fields.carried",
                                        one.carried().getAsLong(),
                                        formats.count(question.ours().profiles())))
                .orElse("");
    }

    private void showProblem(Optional<Problem> why) {
        Parts.show(problem, why.isPresent());
        Parts.show(looking, why.isEmpty() && model.offers().get().isEmpty());
        why.ifPresent(told -> problem.setText(texts.sentence(told)));
    }
}
