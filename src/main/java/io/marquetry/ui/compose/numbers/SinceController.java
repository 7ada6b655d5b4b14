package io.marquetry.ui.compose.numbers;

import io.marquetry.audience.SourceName;
import io.marquetry.base.Texts;
import io.marquetry.compare.VersionChanges;
import io.marquetry.tag.TagNames;
import io.marquetry.ui.common.look.Formats;
import io.marquetry.ui.common.screen.Follows;
import io.marquetry.ui.common.screen.Views;
import io.marquetry.ui.common.work.Answer;

import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.javafx.FontIcon;

import java.util.Optional;
import java.util.function.Function;

/** Who came and who went since the last finished version, edit by edit. */
public final class SinceController {

    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

    private final SinceModel model;
    private final TagNames tags;
    private final Texts texts;
    private final Formats formats;
    private final Follows follows;
    private final Function<SourceName, String> titles;

    @FXML private VBox root;
    @FXML private ToggleButton toggle;
    @FXML private FontIcon arrow;
    @FXML private VBox body;
    @FXML private GridPane table;
    @FXML private Label words;
    @FXML private Label problem;

    /**
     * Makes the controller of the section.
     *
     * @param titles what people call sources
     */
    public SinceController(
            SinceModel model,
            TagNames tags,
            Function<SourceName, String> titles,
            Texts texts,
            Follows follows) {
        this.titles = titles;
        this.tags = tags;
        this.model = model;
        this.texts = texts;
        this.formats = new Formats(texts.locale());
        this.follows = follows;
    }

    @FXML
    void initialize() {
        Views.dress(root, "composeSince");
        Disclosure.bind(toggle, arrow, body, model.open(), follows);
        table.managedProperty().bind(table.visibleProperty());
        words.managedProperty().bind(words.visibleProperty());
        problem.managedProperty().bind(problem.visibleProperty());
        ChangesTable view = new ChangesTable(table, tags, texts);
        follows.on(model.answer(), known -> show(view, known));
    }

    private void show(ChangesTable view, Answer<Optional<VersionChanges>> known) {
        table.pseudoClassStateChanged(STALE, !known.isCurrent());
        problem.setVisible(known.problem().isPresent());
        known.problem().ifPresent(why -> problem.setText(texts.sentence(why)));
        Optional<VersionChanges> changes = known.latest().flatMap(found -> found);
        toggle.setText(
                changes.map(found -> texts.get("compose.since.version", found.version()))
                        .orElse(texts.get("compose.since")));
        table.setVisible(changes.filter(found -> !found.lines().isEmpty()).isPresent());
        words.setVisible(known.latest().isPresent() && !table.isVisible());
        if (known.latest().isPresent()) {
            words.setText(changes.map(this::unchanged).orElse(texts.get("compose.since.none")));
        }
        changes.ifPresent(view::show);
    }

    private String unchanged(VersionChanges changes) {
        return changes.otherSource()
                .map(source -> texts.get("compose.since.otherSource", titles.apply(source)))
                .orElseGet(
                        () -> texts.get("compose.since.same", formats.moment(changes.createdAt())));
    }
}
