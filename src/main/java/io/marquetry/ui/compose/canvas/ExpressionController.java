package io.marquetry.ui.compose.canvas;

import io.marquetry.audience.AudienceExpression.AllOf;
import io.marquetry.audience.ExpressionText;
import io.marquetry.base.Problem;
import io.marquetry.base.ProblemException;
import io.marquetry.base.Texts;
import io.marquetry.pack.AssetPackage;
import io.marquetry.pack.PackageEdit;
import io.marquetry.ui.common.Follows;
import io.marquetry.ui.compose.draft.ComposeModel;

import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.javafx.FontIcon;

import java.util.Optional;

/** The audience as text, to be read, copied and typed. */
public final class ExpressionController {

    private final ComposeModel compose;
    private final Texts texts;
    private final Follows follows;

    @FXML private ToggleButton toggle;
    @FXML private FontIcon arrow;
    @FXML private Label hint;
    @FXML private VBox body;
    @FXML private TextArea text;
    @FXML private Label problem;

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
        follows.on(
                toggle.selectedProperty(),
                open -> arrow.setIconLiteral(open ? "fth-chevron-down" : "fth-chevron-right"));
        text.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
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
        why.ifPresent(
                found -> {
                    problem.setText(texts.sentence(found));
                    pointAt(found);
                });
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
        while (end < typed.length()
                && (Character.isLetterOrDigit(typed.charAt(end)) || typed.charAt(end) == '_')) {
            end++;
        }
        return Math.min(end, typed.length());
    }
}
