package io.marquetry.ui.compose.numbers;

import io.marquetry.audience.AudienceSize;
import io.marquetry.audience.SourceName;
import io.marquetry.base.Texts;
import io.marquetry.index.WhatIfs;
import io.marquetry.pack.NodePath;
import io.marquetry.source.ProfileSource;
import io.marquetry.ui.common.Follows;
import io.marquetry.ui.common.Formats;
import io.marquetry.ui.common.Views;

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

    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

    private final PreviewModel preview;
    private final WhatIfModel whatIfs;
    private final Texts texts;
    private final Formats formats;
    private final Follows follows;
    private Consumer<NodePath> showRow = path -> {};

    @FXML private VBox root;
    @FXML private TextField size;
    @FXML private Label share;
    @FXML private Label state;
    @FXML private Label took;
    @FXML private VBox failure;
    @FXML private Label why;
    @FXML private Button retry;
    @FXML private FlowPane cost;
    @FXML private Hyperlink dearest;
    @FXML private Label without;

    /** Makes the controller of the number. */
    public SizeController(PreviewModel preview, WhatIfModel whatIfs, Texts texts, Follows follows) {
        this.preview = preview;
        this.whatIfs = whatIfs;
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
        retry.setOnAction(event -> preview.retry());
        follows.on(preview.size(), this::showSize);
        follows.on(whatIfs.answer(), this::showCost);
        follows.changes(preview.sources(), () -> showSize(preview.size().get()));
    }

    /** Moves the focus to the number. */
    public void focusSize() {
        size.requestFocus();
    }

    /** Tells who shows the row that costs most. */
    public void onRow(Consumer<NodePath> show) {
        showRow = show;
    }

    private void showSize(PreviewState<AudienceSize> known) {
        boolean current = known instanceof PreviewState.Current;
        size.pseudoClassStateChanged(STALE, !current);
        share.pseudoClassStateChanged(STALE, !current);
        size.setText(known.latest().map(s -> formats.count(s.audience())).orElse("–"));
        share.setText(known.latest().map(this::shareWords).orElse(""));
        state.getStyleClass().removeAll("good", "warn");
        state.setVisible(!(known instanceof PreviewState.Idle));
        failure.setVisible(false);
        took.setText("");
        switch (known) {
            case PreviewState.Idle<AudienceSize> idle -> {}
            case PreviewState.Asking<AudienceSize> asking ->
                    state.setText(texts.get("compose.preview.counting"));
            case PreviewState.Current<AudienceSize> answered -> {
                AudienceSize answer = answered.answer();
                state.getStyleClass().add("good");
                state.setText(
                        texts.get(
                                "compose.preview.exact", formats.moment(answer.snapshot().asOf())));
                took.setText(formats.took(answer.took()));
            }
            case PreviewState.Failed<AudienceSize> failed -> {
                state.getStyleClass().add("warn");
                state.setText(
                        texts.get(
                                failed.last().isPresent()
                                        ? "compose.preview.outdated"
                                        : "compose.preview.unknown"));
                why.setText(texts.sentence(failed.problem()));
                failure.setVisible(true);
            }
        }
    }

    private String shareWords(AudienceSize answer) {
        return texts.get(
                "compose.preview.share",
                formats.percent(answer.share()),
                formats.count(answer.profiles()),
                title(answer.snapshot().source()));
    }

    private String title(SourceName name) {
        return preview.sources().stream()
                .filter(source -> source.name().equals(name))
                .map(ProfileSource::title)
                .findFirst()
                .orElse(name.value());
    }

    private void showCost(PreviewState<WhatIfs> known) {
        Optional<WhatIfs> current =
                known instanceof PreviewState.Current<WhatIfs>(WhatIfs found)
                        ? Optional.of(found)
                        : Optional.empty();
        // With one row there is nothing to choose between.
        Optional<WhatIfs.Cost> most =
                current.filter(found -> found.costs().size() > 1).flatMap(WhatIfs::dearest);
        cost.setVisible(most.isPresent());
        most.ifPresent(
                found -> {
                    dearest.setText(found.tag().value());
                    dearest.setOnAction(event -> showRow.accept(new NodePath(found.path())));
                    String more =
                            texts.get(
                                    "compose.cost.without",
                                    formats.count(found.without()),
                                    formats.change(current.orElseThrow().now(), found.without()));
                    without.setText(more);
                    dearest.setAccessibleText(
                            texts.get("compose.cost.most") + " " + found.tag() + ", " + more);
                });
    }
}
