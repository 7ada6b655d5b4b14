package io.marquetry.ui.propose;

import io.marquetry.base.Problem;
import io.marquetry.base.Texts;
import io.marquetry.propose.Proposals;
import io.marquetry.propose.ProposedGroup;
import io.marquetry.propose.ProposedTag;
import io.marquetry.tag.TagKey;
import io.marquetry.ui.common.screen.Follows;
import io.marquetry.ui.common.screen.Parts;
import io.marquetry.ui.common.screen.Views;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The tags that a source suggests, to tick and to make in one step. */
final class ProposeController {

    private final ProposeModel model;
    private final Texts texts;
    private final Runnable close;
    private final Consumer<List<TagKey>> made;
    private final Follows follows;

    @FXML private VBox root;
    @FXML private Label about;
    @FXML private Node looking;
    @FXML private ListView<ProposeRow> list;
    @FXML private Label without;
    @FXML private Label problem;
    @FXML private Button cancel;
    @FXML private Button make;

    /**
     * Makes the controller of the sheet.
     *
     * @param close closes the sheet
     * @param made gets the keys of the tags that were made
     */
    ProposeController(
            ProposeModel model,
            Texts texts,
            Runnable close,
            Consumer<List<TagKey>> made,
            Follows follows) {
        this.model = model;
        this.texts = texts;
        this.close = close;
        this.made = made;
        this.follows = follows;
    }

    @FXML
    void initialize() {
        Views.dress(root, "propose");
        list.setCellFactory(view -> new ProposeCell(model, texts));
        list.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        cancel.setOnAction(event -> close.run());
        make.setOnAction(event -> model.make(made));
        follows.on(model.proposals(), this::show);
        follows.on(model.problem(), this::showProblem);
        follows.changes(model.ticked(), this::ticks);
        follows.changes(model.saving(), this::ticks);
        ticks();
    }

    private void show(Optional<Proposals> found) {
        Parts.show(looking, found.isEmpty() && model.problem().get().isEmpty());
        Parts.show(list, found.isPresent());
        about.setText(
                texts.get(
                        "propose.about",
                        model.source().title(),
                        found.map(Proposals::profiles).orElse(model.source().profiles())));
        List<ProposeRow> rows = new ArrayList<>();
        List<ProposedGroup> none = new ArrayList<>();
        found.ifPresent(
                proposals -> {
                    for (ProposedGroup group : proposals.groups()) {
                        if (group.tags().isEmpty()) {
                            none.add(group);
                            continue;
                        }
                        rows.add(new ProposeRow.Heading(group));
                        for (ProposedTag tag : group.tags()) {
                            rows.add(new ProposeRow.Line(tag));
                        }
                    }
                });
        list.getItems().setAll(rows);
        Parts.show(without, !none.isEmpty());
        without.setText(texts.together(none.stream().map(this::finding).toList()));
        if (!rows.isEmpty()) {
            list.getSelectionModel().selectFirst();
            list.requestFocus();
        }
        ticks();
    }

    private String finding(ProposedGroup group) {
        return texts.get("propose.finding." + group.finding(), group.label().in(texts.locale()));
    }

    private void showProblem(Optional<Problem> why) {
        Parts.show(problem, why.isPresent());
        Parts.show(looking, why.isEmpty() && model.proposals().get().isEmpty());
        why.ifPresent(told -> problem.setText(texts.sentence(told)));
    }

    private void ticks() {
        int count = model.ticked().get().size();
        make.setText(texts.get("propose.make", count));
        make.setDisable(count == 0 || model.saving().get());
        list.refresh();
    }

    private void pressed(KeyEvent event) {
        ProposeRow row = list.getSelectionModel().getSelectedItem();
        if (event.getCode() == KeyCode.SPACE && row != null) {
            event.consume();
            List<ProposedTag> tags =
                    switch (row) {
                        case ProposeRow.Heading heading -> heading.group().tags();
                        case ProposeRow.Line line -> List.of(line.proposed());
                    };
            model.tick(tags, !tags.stream().allMatch(model::isTicked));
        } else if (event.getCode() == KeyCode.ENTER) {
            event.consume();
            model.make(made);
        }
    }
}
