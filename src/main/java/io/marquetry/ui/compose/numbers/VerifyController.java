package io.marquetry.ui.compose.numbers;

import io.marquetry.audience.AudienceSize;
import io.marquetry.base.Texts;
import io.marquetry.ui.common.look.Formats;
import io.marquetry.ui.common.look.Tip;
import io.marquetry.ui.common.screen.Follows;
import io.marquetry.ui.common.screen.Views;
import io.marquetry.ui.common.work.Answer;

import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

import java.util.Optional;

/** The number of the index and the number of the source, side by side. */
public final class VerifyController {

    private final VerifyModel verify;
    private final Texts texts;
    private final Formats formats;
    private final Follows follows;

    @FXML private VBox root;
    @FXML private Label verdict;
    @FXML private GridPane numbers;
    @FXML private Label shown;
    @FXML private Label shownTime;
    @FXML private Label live;
    @FXML private Label liveTime;
    @FXML private Label problem;

    /** Makes the controller of a verification. */
    public VerifyController(VerifyModel verify, Texts texts, Follows follows) {
        this.verify = verify;
        this.texts = texts;
        this.formats = new Formats(texts.locale());
        this.follows = follows;
    }

    @FXML
    void initialize() {
        Views.dress(root, "composeVerify");
        root.managedProperty().bind(root.visibleProperty());
        numbers.managedProperty().bind(numbers.visibleProperty());
        verdict.managedProperty().bind(verdict.visibleProperty());
        problem.managedProperty().bind(problem.visibleProperty());
        follows.on(verify.answer(), this::show);
    }

    private void show(Answer<CountCheck> known) {
        root.setVisible(!(known instanceof Answer.Nothing));
        numbers.setVisible(known.isCurrent());
        verdict.setVisible(known.problem().isEmpty());
        verdict.getStyleClass().removeAll("good", "bad");
        problem.setVisible(known.problem().isPresent());
        known.problem().ifPresent(why -> problem.setText(texts.sentence(why)));
        switch (known) {
            case Answer.Nothing<CountCheck> idle -> {}
            case Answer.Failed<CountCheck> shownAbove -> {}
            case Answer.Awaited<CountCheck> asking ->
                    verdict.setText(texts.get("compose.verify.counting"));
            case Answer.Here<CountCheck>(CountCheck found) -> compare(found);
        }
    }

    private void compare(CountCheck found) {
        verdict.getStyleClass().add(found.isEqual() ? "good" : "bad");
        numbers.setVisible(!found.isEqual());
        verdict.setText(
                found.isEqual()
                        ? texts.get("compose.verify.equal", formats.time(found.at()))
                        : texts.get(
                                found.isOtherState()
                                        ? "compose.verify.moved"
                                        : "compose.verify.different"));
        Tip.on(
                verdict,
                () ->
                        Optional.of(
                                asOf(found.shown())
                                        + "\n"
                                        + texts.get(
                                                "compose.preview.took",
                                                formats.took(found.live().took()))));
        shown.setText(formats.count(found.shown().audience()));
        shownTime.setText(asOf(found.shown()));
        live.setText(formats.count(found.live().audience()));
        liveTime.setText(texts.get("compose.verify.counted", formats.time(found.at())));
    }

    private String asOf(AudienceSize size) {
        return texts.get("compose.verify.asOf", formats.moment(size.snapshot().asOf()));
    }
}
