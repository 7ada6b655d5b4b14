package io.marquetry.ui.compose.numbers;

import io.marquetry.audience.AudienceSize;
import io.marquetry.audience.ExpressionText;
import io.marquetry.audience.LeafNames;
import io.marquetry.base.Texts;
import io.marquetry.index.question.WhatIfs;
import io.marquetry.pack.NodePath;
import io.marquetry.tag.TagNames;
import io.marquetry.ui.common.look.Formats;
import io.marquetry.ui.common.look.Tip;
import io.marquetry.ui.common.screen.Follows;
import io.marquetry.ui.common.screen.Views;
import io.marquetry.ui.common.work.Answer;

import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

import java.util.Optional;
import java.util.function.Consumer;

/** How many, of what share, how sure, and which tag costs most. */
public final class SizeController {

    private static final PseudoClass LAST_KNOWN = PseudoClass.getPseudoClass("last-known");
    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

    private final Numbers numbers;
    private final TagNames tags;
    private final Texts texts;
    private final Formats formats;
    private final Follows follows;
    private Consumer<NodePath> showRow = path -> {};

    @FXML private VBox root;
    @FXML private TextField size;
    @FXML private Label share;
    @FXML private Label state;
    @FXML private VBox failure;
    @FXML private Label why;
    @FXML private Button retry;
    @FXML private FlowPane cost;
    @FXML private Hyperlink dearest;
    @FXML private Label without;

    /** Makes the controller of the number. */
    public SizeController(Numbers numbers, TagNames tags, Texts texts, Follows follows) {
        this.tags = tags;
        this.numbers = numbers;
        this.texts = texts;
        this.formats = new Formats(texts.locale());
        this.follows = follows;
    }

    @FXML
    void initialize() {
        Views.dress(root, "composeSize");
        failure.managedProperty().bind(failure.visibleProperty());
        state.managedProperty().bind(state.visibleProperty());
        cost.managedProperty().bind(cost.visibleProperty());
        retry.setOnAction(event -> numbers.retry());
        follows.on(numbers.audience().size(), this::showSize);
        follows.on(
                numbers.index().state(),
                now -> {
                    showSize(numbers.audience().size().get());
                    showCost(numbers.audience().whatIfs().get());
                });
        follows.on(numbers.verify().answer(), verified -> showState());
        Tip.on(state, () -> told(numbers.audience().size().get()));
        follows.on(numbers.audience().whatIfs(), this::showCost);
        follows.on(numbers.sources().all(), all -> showSize(numbers.audience().size().get()));
    }

    /** Moves the focus to the number. */
    public void focusSize() {
        size.requestFocus();
    }

    /** Tells who shows the row that costs most. */
    public void onRow(Consumer<NodePath> show) {
        showRow = show;
    }

    private void showSize(Answer<AudienceSize> known) {
        boolean gone = numbers.index().state().get().isGone();
        size.pseudoClassStateChanged(STALE, gone || !known.isCurrent());
        share.pseudoClassStateChanged(STALE, gone || !known.isCurrent());
        size.setText(known.latest().map(s -> formats.count(s.audience())).orElse("–"));
        share.setText(known.latest().map(this::shareWords).orElse(""));
        state.getStyleClass().removeAll("good", "warn");
        showState();
        failure.setVisible(false);
        switch (known) {
            case Answer.Nothing<AudienceSize> idle -> {}
            case Answer.Awaited<AudienceSize> asking ->
                    state.setText(texts.get("compose.preview.counting"));
            case Answer.Here<AudienceSize> answered -> {
                AudienceSize answer = answered.found();
                state.getStyleClass().add(gone ? "warn" : "good");
                state.setText(
                        dated(
                                gone ? "compose.preview.lastKnown" : "compose.preview.exact",
                                answer));
            }
            case Answer.Failed<AudienceSize> failed -> {
                state.getStyleClass().add("warn");
                state.setText(
                        failed.last()
                                .map(last -> dated("compose.preview.outdated", last))
                                .orElseGet(() -> texts.get("compose.preview.unknown")));
                why.setText(texts.sentence(failed.why()));
                failure.setVisible(true);
            }
        }
    }

    private String dated(String key, AudienceSize counted) {
        return texts.get(key, formats.moment(counted.snapshot().asOf()));
    }

    /** What the source itself says takes the place of what the index says: nothing moves. */
    private void showState() {
        state.setVisible(
                !(numbers.audience().size().get() instanceof Answer.Nothing)
                        && numbers.verify().answer().get() instanceof Answer.Nothing);
    }

    private Optional<String> told(Answer<AudienceSize> known) {
        return known.current()
                .map(size -> texts.get("compose.preview.took", formats.took(size.took())));
    }

    private String shareWords(AudienceSize answer) {
        return texts.get(
                "compose.preview.share",
                formats.percent(answer.share()),
                formats.count(answer.profiles()),
                numbers.sources().title(answer.snapshot().source()));
    }

    private void showCost(Answer<WhatIfs> known) {
        Optional<String> lastKnown = new LastKnown(numbers, texts).words();
        Optional<WhatIfs> current = known instanceof Answer.Failed ? last(known) : known.current();
        // With one row there is nothing to choose between.
        Optional<WhatIfs.Cost> most =
                current.filter(found -> found.costs().size() > 1).flatMap(WhatIfs::dearest);
        cost.setVisible(most.isPresent());
        cost.pseudoClassStateChanged(LAST_KNOWN, lastKnown.isPresent());
        Tip.on(without, () -> lastKnown);
        most.ifPresent(
                found -> {
                    dearest.setText(new LeafNames(texts, tags::of).of(found.leaf()));
                    Tip.on(dearest, ExpressionText.write(found.leaf()));
                    dearest.setOnAction(event -> showRow.accept(new NodePath(found.path())));
                    String more =
                            texts.get(
                                    "compose.cost.without",
                                    formats.count(found.without()),
                                    formats.change(current.orElseThrow().now(), found.without()));
                    without.setText(more);
                    dearest.setAccessibleText(
                            texts.get("compose.cost.most")
                                    + " "
                                    + dearest.getText()
                                    + ", "
                                    + more
                                    + lastKnown.map(words -> ", " + words).orElse(""));
                });
    }

    /** The last costs are of rows that may not be there any more. */
    private Optional<WhatIfs> last(Answer<WhatIfs> known) {
        return numbers.audience().isOfWhatIsShown() ? known.latest() : Optional.empty();
    }
}
