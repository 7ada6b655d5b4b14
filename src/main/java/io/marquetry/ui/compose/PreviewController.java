package io.marquetry.ui.compose;

import io.marquetry.audience.Breakdown;
import io.marquetry.audience.Expressions;
import io.marquetry.audience.SourceName;
import io.marquetry.base.Problem;
import io.marquetry.base.Texts;
import io.marquetry.pack.AssetPackage;
import io.marquetry.pack.NodePath;
import io.marquetry.pack.PackageEdit;
import io.marquetry.source.Attribute;
import io.marquetry.source.ProfileSource;
import io.marquetry.tag.Category;
import io.marquetry.ui.common.look.BarsView;
import io.marquetry.ui.common.look.Worded;
import io.marquetry.ui.common.screen.Follows;
import io.marquetry.ui.common.screen.Parts;
import io.marquetry.ui.common.screen.Views;
import io.marquetry.ui.common.work.Answer;
import io.marquetry.ui.compose.asset.DeliveryLines;
import io.marquetry.ui.compose.asset.KnownAssets;
import io.marquetry.ui.compose.draft.ComposeModel;
import io.marquetry.ui.compose.numbers.Numbers;
import io.marquetry.ui.compose.numbers.SizeController;

import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** The preview: how many, where they are counted, and who they are. */
public final class PreviewController {

    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

    private final Numbers numbers;
    private final ComposeModel compose;
    private final ComposeActions actions;
    private final KnownAssets assets;
    private final Texts texts;
    private final Follows follows;
    private boolean showing;

    @FXML private ScrollPane root;
    @FXML private VBox body;
    @FXML private Hyperlink verify;
    @FXML private SizeController sizeController;
    @FXML private VBox delivery;
    @FXML private Label note;
    @FXML private ComboBox<ProfileSource> source;
    @FXML private ComboBox<String> attribute;
    @FXML private GridPane bars;
    @FXML private Label barsProblem;

    /** Makes the controller of a preview. */
    public PreviewController(
            Numbers numbers,
            ComposeModel compose,
            ComposeActions actions,
            KnownAssets assets,
            Texts texts,
            Follows follows) {
        this.numbers = numbers;
        this.compose = compose;
        this.actions = actions;
        this.assets = assets;
        this.texts = texts;
        this.follows = follows;
    }

    @FXML
    void initialize() {
        Views.dress(root, "composePreview");
        note.managedProperty().bind(note.visibleProperty());
        barsProblem.managedProperty().bind(barsProblem.visibleProperty());
        actions.bind(verify, actions.verify());
        BarsView view = new BarsView(bars, texts);
        source.setConverter(new Worded<>(ProfileSource::title));
        source.setOnAction(event -> chooseSource());
        attribute.setConverter(new Worded<>(texts::field));
        attribute.setOnAction(event -> chooseAttribute());
        DeliveryLines lines = new DeliveryLines(texts);
        Runnable deliver = () -> showDelivery(lines);
        follows.changes(numbers.audience().size(), deliver);
        follows.changes(assets.all(), deliver);
        follows.changes(compose.draft(), deliver);
        deliver.run();
        follows.on(numbers.breakdown().answer(), known -> showBars(view, known));
        follows.on(
                numbers.audience().size(),
                size -> showBars(view, numbers.breakdown().answer().get()));
        follows.on(compose.draft(), draft -> showPackage());
        follows.on(numbers.sources().all(), all -> showChoices());
    }

    /** Moves the focus to the number. */
    void focusSize() {
        sizeController.focusSize();
    }

    /** Gives what shows a row of the audience to who looks for it. */
    void onRow(Consumer<NodePath> show) {
        sizeController.onRow(show);
    }

    /** What the rules of the package make of the number. */
    private void showDelivery(DeliveryLines lines) {
        OptionalLong people =
                numbers.audience().size().get().latest().stream()
                        .mapToLong(size -> size.audience())
                        .findFirst();
        delivery.getChildren()
                .setAll(
                        lines.of(assets.in(Category.RULE), people).stream()
                                .map(PreviewController::line)
                                .toList());
        Parts.show(delivery, !delivery.getChildren().isEmpty());
    }

    private static Label line(String sentence) {
        Label line = new Label(sentence);
        line.getStyleClass().add("muted");
        line.setWrapText(true);
        line.setMinHeight(Label.USE_PREF_SIZE);
        return line;
    }

    private void showBars(BarsView view, Answer<Breakdown> known) {
        bars.pseudoClassStateChanged(STALE, !known.isCurrent());
        known.latest().ifPresentOrElse(view::show, view::clear);
        // Where the number failed too, its sentence says it already.
        Optional<Problem> failed =
                known.problem()
                        .or(numbers.sources()::problem)
                        .filter(why -> numbers.audience().size().get().problem().isEmpty());
        barsProblem.setVisible(failed.isPresent());
        failed.ifPresent(why -> barsProblem.setText(texts.sentence(why)));
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
        source.getItems().setAll(numbers.sources().all().get());
        source.setValue(chosen.flatMap(numbers.sources()::find).orElse(null));
        List<String> names =
                chosen.map(numbers.sources()::attributes).orElse(List.of()).stream()
                        .map(Attribute::name)
                        .toList();
        if (!attribute.getItems().equals(names)) {
            attribute.getItems().setAll(names);
        }
        attribute.setValue(numbers.breakdown().attribute().orElse(null));
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
        if (!showing && attribute.getValue() != null) {
            numbers.breakdown().choose(attribute.getValue());
        }
    }
}
