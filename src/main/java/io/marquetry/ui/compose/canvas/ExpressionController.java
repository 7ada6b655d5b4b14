package io.marquetry.ui.compose.canvas;

import io.marquetry.audience.AudienceExpression.AllOf;
import io.marquetry.audience.ExpressionText;
import io.marquetry.base.Problem;
import io.marquetry.base.ProblemException;
import io.marquetry.base.Texts;
import io.marquetry.pack.AssetPackage;
import io.marquetry.pack.PackageEdit;
import io.marquetry.tag.Category;
import io.marquetry.tag.SimilarKeys;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagKey;
import io.marquetry.ui.common.screen.Follows;
import io.marquetry.ui.compose.draft.ComposeModel;

import javafx.fxml.FXML;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;

import org.kordamp.ikonli.javafx.FontIcon;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The audience as text, to be read, copied and typed. */
public final class ExpressionController {

    private static final double MAX_HEIGHT = 220;
    private static final double AROUND_TEXT = 22;
    private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9_]*");

    private final ComposeModel compose;
    private final Texts texts;
    private final Follows follows;

    @FXML private ToggleButton toggle;
    @FXML private FontIcon arrow;
    @FXML private Label hint;
    @FXML private VBox body;
    @FXML private TextArea text;
    @FXML private Label problem;
    @FXML private Hyperlink meant;

    /** Makes the controller of the expression's text. */
    public ExpressionController(ComposeModel compose, Texts texts, Follows follows) {
        this.compose = compose;
        this.texts = texts;
        this.follows = follows;
    }

    @FXML
    void initialize() {
        body.visibleProperty().bind(toggle.selectedProperty());
        body.managedProperty().bind(toggle.selectedProperty());
        hint.visibleProperty().bind(toggle.selectedProperty());
        problem.managedProperty().bind(problem.visibleProperty());
        meant.managedProperty().bind(meant.visibleProperty());
        follows.on(
                toggle.selectedProperty(),
                open -> arrow.setIconLiteral(open ? "fth-chevron-down" : "fth-chevron-right"));
        Completion completion = new Completion(text, compose, texts);
        text.addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (!completion.pressed(event)) {
                        key(event);
                    }
                });
        // What was wrong was wrong of another text.
        text.textProperty().subscribe(() -> refuse(Optional.empty()));
        text.skinProperty().subscribe(skin -> growWithText());
        follows.on(compose.draft(), draft -> show());
    }

    private void show() {
        text.setText(
                compose.current()
                        .map(AssetPackage::audience)
                        .map(ExpressionText::write)
                        .orElse(""));
        refuse(Optional.empty());
    }

    /** Shows all lines, as far as there is room. */
    private void growWithText() {
        if (text.lookup(".text") instanceof Text drawn) {
            drawn.boundsInLocalProperty()
                    .subscribe(
                            bounds ->
                                    text.setPrefHeight(
                                            Math.min(
                                                    MAX_HEIGHT, bounds.getHeight() + AROUND_TEXT)));
        }
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            event.consume();
            apply();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            show();
        }
    }

    private void apply() {
        AllOf typed;
        try {
            typed = ExpressionText.parse(text.getText());
        } catch (ProblemException e) {
            refuse(Optional.of(e.problem()));
            return;
        }
        if (compose.current().filter(p -> p.audience().equals(typed)).isPresent()) {
            refuse(Optional.empty());
            return;
        }
        PackageEdit edit = new PackageEdit.ReplaceAudience(typed);
        Optional<Problem> refused = compose.refusal(edit);
        refuse(refused);
        if (refused.isEmpty()) {
            compose.apply(edit);
        }
    }

    private void refuse(Optional<Problem> why) {
        problem.setVisible(why.isPresent());
        Optional<Meant> proposal = why.flatMap(found -> meant());
        meant.setVisible(proposal.isPresent());
        why.ifPresent(
                found -> {
                    problem.setText(texts.sentence(found));
                    pointAt(found);
                });
        proposal.ifPresent(
                found -> {
                    meant.setText(texts.get("compose.expression.meant", found.key()));
                    meant.setOnAction(event -> take(found));
                });
    }

    /** Returns the tag that the first unknown word may stand for. */
    private Optional<Meant> meant() {
        List<TagKey> known =
                compose.tags().get().tags().stream()
                        .filter(tag -> tag.category() == Category.AUDIENCE)
                        .map(Tag::key)
                        .toList();
        Set<String> words = known.stream().map(TagKey::value).collect(Collectors.toSet());
        return WORD.matcher(text.getText())
                .results()
                .filter(
                        word ->
                                !words.contains(word.group())
                                        && !Completion.isWithinCondition(
                                                text.getText(), word.start())
                                        && !Completion.JOINING.contains(word.group()))
                .flatMap(
                        word ->
                                SimilarKeys.nearest(word.group(), known).stream()
                                        .map(key -> new Meant(word.start(), word.end(), key)))
                .findFirst();
    }

    private void take(Meant found) {
        text.replaceText(found.from(), found.to(), found.key().value());
        text.requestFocus();
        apply();
    }

    /** Puts the caret where the problem is: at the position it names, or at the tag. */
    private void pointAt(Problem found) {
        Object where = found.args().isEmpty() ? "" : found.args().getFirst();
        String typed = text.getText();
        switch (where) {
            case Integer position when position >= 1 && position <= typed.length() ->
                    text.selectRange(position - 1, wordEnd(typed, position - 1));
            case Integer position -> text.end();
            case String tag when !tag.isEmpty() && typed.contains(tag) ->
                    text.selectRange(typed.indexOf(tag), typed.indexOf(tag) + tag.length());
            default -> {}
        }
        text.requestFocus();
    }

    private static int wordEnd(String typed, int from) {
        int end = from + 1;
        while (end < typed.length() && Completion.isOfWord(typed.charAt(end))) {
            end++;
        }
        return Math.min(end, typed.length());
    }

    private record Meant(int from, int to, TagKey key) {}
}
