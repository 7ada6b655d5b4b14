package io.marquetry.ui.compose.numbers;

import io.marquetry.base.Texts;
import io.marquetry.compare.PackageOverlap;
import io.marquetry.ui.common.look.Formats;
import io.marquetry.ui.common.screen.Follows;
import io.marquetry.ui.common.screen.Views;
import io.marquetry.ui.common.work.Answer;

import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.javafx.FontIcon;

import java.util.Optional;

/** Whom other packages address too. */
public final class OverlapController {

    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

    private final OverlapModel model;
    private final Runnable combine;
    private final Texts texts;
    private final Formats formats;
    private final Follows follows;

    @FXML private VBox root;
    @FXML private ToggleButton toggle;
    @FXML private FontIcon arrow;
    @FXML private VBox body;
    @FXML private GridPane table;
    @FXML private Label repeated;
    @FXML private Hyperlink combinations;
    @FXML private Label nothing;
    @FXML private Label problem;

    /**
     * Makes the controller of the section.
     *
     * @param combine shows all combinations
     */
    public OverlapController(OverlapModel model, Runnable combine, Texts texts, Follows follows) {
        this.model = model;
        this.combine = combine;
        this.texts = texts;
        this.formats = new Formats(texts.locale());
        this.follows = follows;
    }

    @FXML
    void initialize() {
        Views.dress(root, "composeOverlap");
        Disclosure.bind(toggle, arrow, body, model.open(), follows);
        table.managedProperty().bind(table.visibleProperty());
        repeated.managedProperty().bind(repeated.visibleProperty());
        combinations.managedProperty().bind(combinations.visibleProperty());
        nothing.managedProperty().bind(nothing.visibleProperty());
        problem.managedProperty().bind(problem.visibleProperty());
        combinations.setOnAction(event -> combine.run());
        OverlapTable view = new OverlapTable(table, texts);
        follows.on(model.answer(), known -> show(view, known));
    }

    private void show(OverlapTable view, Answer<PackageOverlap> known) {
        table.pseudoClassStateChanged(STALE, !known.isCurrent());
        problem.setVisible(known.problem().isPresent());
        known.problem().ifPresent(why -> problem.setText(texts.sentence(why)));
        Optional<PackageOverlap> found = known.latest();
        boolean any =
                found.filter(o -> !o.shared().isEmpty() || !o.uncounted().isEmpty()).isPresent();
        table.setVisible(any);
        nothing.setVisible(found.isPresent() && !any);
        boolean combinable = found.filter(o -> !o.shared().isEmpty()).isPresent();
        repeated.setVisible(combinable);
        combinations.setVisible(combinable);
        found.ifPresent(
                overlap -> {
                    view.show(overlap);
                    repeated.setText(
                            texts.get(
                                    "compose.overlap.repeated",
                                    overlap.repeated(),
                                    formats.count(overlap.repeated())));
                });
    }
}
