package io.marquetry.ui.compose.numbers;

import io.marquetry.audience.AudienceExpression.AllOf;
import io.marquetry.audience.AudienceExpression.Group;
import io.marquetry.audience.ExpressionText;
import io.marquetry.audience.LeafNames;
import io.marquetry.base.Problem;
import io.marquetry.base.Texts;
import io.marquetry.compare.ExplanationWords;
import io.marquetry.index.question.Explanation;
import io.marquetry.tag.TagNames;
import io.marquetry.ui.common.look.Tip;
import io.marquetry.ui.common.screen.Follows;
import io.marquetry.ui.common.screen.Parts;
import io.marquetry.ui.common.screen.Views;
import io.marquetry.ui.common.work.Answer;

import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.javafx.FontIcon;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Why one person is in the audience or not. */
public final class ExplainController {

    private final ExplainModel model;
    private final TagNames tags;
    private final Texts texts;
    private final Follows follows;

    @FXML private VBox root;
    @FXML private ToggleButton toggle;
    @FXML private FontIcon arrow;
    @FXML private VBox body;
    @FXML private TextField key;
    @FXML private Button explain;
    @FXML private Hyperlink offer;
    @FXML private VBox examples;
    @FXML private Label verdict;
    @FXML private GridPane rows;
    @FXML private Label words;

    /** Makes the controller of the section. */
    public ExplainController(ExplainModel model, TagNames tags, Texts texts, Follows follows) {
        this.tags = tags;
        this.model = model;
        this.texts = texts;
        this.follows = follows;
    }

    @FXML
    void initialize() {
        Views.dress(root, "composeExplain");
        Disclosure.bind(toggle, arrow, body, model.open(), follows);
        verdict.managedProperty().bind(verdict.visibleProperty());
        rows.managedProperty().bind(rows.visibleProperty());
        words.managedProperty().bind(words.visibleProperty());
        follows.both(key.textProperty(), model.key());
        key.setOnAction(event -> model.ask(key.getText()));
        explain.setOnAction(event -> model.ask(key.getText()));
        offer.setOnAction(event -> model.lookForExamples(this::tell));
        follows.on(model.examples(), this::show);
        follows.on(model.person(), person -> show());
        follows.on(model.answer(), told -> show());
    }

    private void show(Optional<ExplainModel.Examples> found) {
        examples.getChildren().clear();
        Parts.show(examples, found.isPresent());
        found.ifPresent(
                some -> {
                    offer("compose.explain.in.", some.in());
                    offer("compose.explain.nearly.", some.nearly());
                });
    }

    private void offer(String title, List<String> keys) {
        Label caption =
                new Label(texts.get(title + (keys.isEmpty() ? "none" : "some"), keys.size()));
        caption.getStyleClass().add("muted");
        caption.setWrapText(true);
        FlowPane people = new FlowPane(8, 2);
        for (String one : keys) {
            Hyperlink link = new Hyperlink(one);
            link.setOnAction(
                    event -> {
                        key.setText(one);
                        model.ask(one);
                    });
            people.getChildren().add(link);
        }
        examples.getChildren().addAll(caption, people);
    }

    private void tell(Problem why) {
        words.setVisible(true);
        words.getStyleClass().add("problem");
        words.setText(texts.sentence(why));
    }

    private void show() {
        Answer<OptionalLong> person = model.person().get();
        Answer<ExplainModel.Told> known = model.answer().get();
        Optional<ExplainModel.Told> told = known.latest().filter(t -> known.problem().isEmpty());
        verdict.setVisible(told.isPresent());
        rows.setVisible(told.isPresent());
        words.setVisible(!(person instanceof Answer.Nothing));
        Optional<Problem> failed = person.problem().or(known::problem);
        words.getStyleClass().remove("problem");
        failed.ifPresent(why -> words.getStyleClass().add("problem"));
        boolean nobody = person.current().filter(OptionalLong::isEmpty).isPresent();
        words.setText(
                failed.map(texts::sentence)
                        .orElseGet(
                                () ->
                                        texts.get(
                                                nobody
                                                        ? "problem.person.unknown"
                                                        : "compose.explain.asking")));
        told.ifPresent(this::tell);
    }

    private void tell(ExplainModel.Told found) {
        Explanation told = found.explanation();
        verdict.getStyleClass().removeAll("good", "bad");
        verdict.getStyleClass().add(told.in() ? "good" : "bad");
        verdict.setText(texts.get(told.in() ? "compose.explain.in" : "compose.explain.out"));
        words.setText(new ExplanationWords(texts, tags::of).of(told));
        rows.getChildren().clear();
        Set<List<Integer>> turning = new HashSet<>();
        told.smallest().forEach(row -> turning.add(row.path()));
        List<Integer> group = List.of();
        int line = 0;
        for (Explanation.Row row : told.rows()) {
            List<Integer> parent = row.path().subList(0, row.path().size() - 1);
            if (!parent.equals(group)) {
                group = parent;
                rows.add(caption(found.audience(), parent), 0, line++, 3, 1);
            }
            show(row, turning.contains(row.path()), line++);
        }
    }

    private void show(Explanation.Row row, boolean turning, int line) {
        FontIcon mark = new FontIcon(row.carried() ? "fth-check" : "fth-minus");
        mark.getStyleClass().add(row.carried() ? "carried" : "not-carried");
        Label tag = new Label(new LeafNames(texts, tags::of).of(row.leaf()));
        Tip.on(tag, ExpressionText.write(row.leaf()));
        tag.setMinWidth(0);
        if (turning) {
            tag.getStyleClass().add("turning");
        }
        Label carries =
                new Label(
                        texts.get(
                                row.carried()
                                        ? "compose.explain.carries"
                                        : "compose.explain.lacks"));
        carries.getStyleClass().add("muted");
        carries.setMinWidth(Label.USE_PREF_SIZE);
        rows.addRow(line, mark, tag, carries);
    }

    /** Says how the rows below it are joined. */
    private Label caption(AllOf audience, List<Integer> path) {
        Group group = audience;
        for (int index : path) {
            if (group.members().get(index) instanceof Group inner) {
                group = inner;
            }
        }
        Label caption = new Label(texts.get("group.caption." + group.kind()));
        caption.getStyleClass().add("caption");
        return caption;
    }
}
