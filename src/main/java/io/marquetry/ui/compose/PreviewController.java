package io.marquetry.ui.compose;

import io.marquetry.audience.AudienceSize;
import io.marquetry.audience.Breakdown;
import io.marquetry.audience.Expressions;
import io.marquetry.audience.SourceName;
import io.marquetry.base.Problem;
import io.marquetry.base.Texts;
import io.marquetry.pack.AssetPackage;
import io.marquetry.pack.PackageEdit;
import io.marquetry.source.Attribute;
import io.marquetry.source.ProfileSource;
import io.marquetry.ui.common.Formats;
import io.marquetry.ui.common.Views;

import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

import java.util.List;
import java.util.Optional;

/** The preview: how many, of what share, how sure, and who they are. */
public final class PreviewController {

    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

    private final PreviewModel preview;
    private final ComposeModel compose;
    private final Texts texts;
    private final Formats formats;
    private final Follows follows;
    private boolean showing;

    @FXML private ScrollPane root;
    @FXML private VBox body;
    @FXML private TextField size;
    @FXML private Label share;
    @FXML private Label state;
    @FXML private Label took;
    @FXML private VBox failure;
    @FXML private Label why;
    @FXML private Button retry;
    @FXML private Label note;
    @FXML private ComboBox<ProfileSource> source;
    @FXML private ComboBox<String> attribute;
    @FXML private GridPane bars;
    @FXML private Label barsProblem;

    /** Makes the controller of a preview. */
    public PreviewController(
            PreviewModel preview, ComposeModel compose, Texts texts, Follows follows) {
        this.preview = preview;
        this.compose = compose;
        this.texts = texts;
        this.formats = new Formats(texts.locale());
        this.follows = follows;
    }

    @FXML
    void initialize() {
        Views.dress(root, "composePreview");
        failure.managedProperty().bind(failure.visibleProperty());
        note.managedProperty().bind(note.visibleProperty());
        barsProblem.managedProperty().bind(barsProblem.visibleProperty());
        state.managedProperty().bind(state.visibleProperty());
        retry.setOnAction(event -> preview.retry());
        BarsView view = new BarsView(bars, texts);
        source.setConverter(new Named<>(ProfileSource::title));
        source.setOnAction(event -> chooseSource());
        attribute.setOnAction(event -> chooseAttribute());
        follows.on(preview.size(), this::showSize);
        follows.on(preview.breakdown(), known -> showBars(view, known));
        follows.on(preview.attribute(), by -> showChoices());
        follows.on(compose.draft(), draft -> showPackage());
        follows.changes(preview.sources(), this::showChoices);
        showChoices();
    }

    /** Moves the focus to the number. */
    void focusSize() {
        size.requestFocus();
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
                formats.count(answer.profiles()));
    }

    private void showBars(BarsView view, PreviewState<Breakdown> known) {
        bars.pseudoClassStateChanged(STALE, !(known instanceof PreviewState.Current));
        known.latest().ifPresentOrElse(view::show, view::clear);
        Optional<Problem> failed =
                known instanceof PreviewState.Failed<Breakdown> f
                        ? Optional.of(f.problem())
                        : Optional.empty();
        // Where the number failed too, its sentence says it already.
        barsProblem.setVisible(
                failed.isPresent() && !(preview.size().get() instanceof PreviewState.Failed));
        failed.ifPresent(p -> barsProblem.setText(texts.sentence(p)));
    }

    private void showPackage() {
        Optional<AssetPackage> pack = compose.current();
        body.setVisible(pack.isPresent());
        boolean everybody =
                pack.filter(p -> Expressions.stated(p.audience()).isEmpty()).isPresent();
        boolean emptyGroup = pack.filter(p -> Expressions.hasEmptyGroup(p.audience())).isPresent();
        note.setVisible(everybody || emptyGroup);
        note.setText(
                texts.get(everybody ? "compose.preview.everybody" : "compose.preview.emptyGroup"));
        showChoices();
    }

    private void showChoices() {
        showing = true;
        Optional<SourceName> chosen = compose.current().map(AssetPackage::source);
        source.getItems().setAll(preview.sources());
        source.setValue(
                preview.sources().stream()
                        .filter(s -> chosen.filter(s.name()::equals).isPresent())
                        .findFirst()
                        .orElse(null));
        List<String> names =
                chosen.map(preview::attributes).orElse(List.of()).stream()
                        .map(Attribute::name)
                        .toList();
        if (!attribute.getItems().equals(names)) {
            attribute.getItems().setAll(names);
        }
        attribute.setValue(preview.attribute().get().orElse(null));
        showing = false;
    }

    private void chooseSource() {
        ProfileSource chosen = source.getValue();
        if (!showing
                && chosen != null
                && compose.current().filter(p -> !p.source().equals(chosen.name())).isPresent()) {
            compose.apply(new PackageEdit.ChangeSource(chosen.name()));
        }
    }

    private void chooseAttribute() {
        if (!showing) {
            preview.attribute().set(Optional.ofNullable(attribute.getValue()));
        }
    }
}
