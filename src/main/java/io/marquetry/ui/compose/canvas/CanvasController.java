package io.marquetry.ui.compose.canvas;

import io.marquetry.audience.AudienceExpression.GroupKind;
import io.marquetry.base.Problem;
import io.marquetry.pack.AssetPackage;
import io.marquetry.pack.NodePath;
import io.marquetry.pack.PackageEdit;
import io.marquetry.tag.Category;
import io.marquetry.ui.common.screen.Desk;
import io.marquetry.ui.common.screen.Follows;
import io.marquetry.ui.common.screen.Views;
import io.marquetry.ui.compose.draft.AudienceMoves;
import io.marquetry.ui.compose.draft.ComposeModel;
import io.marquetry.ui.compose.draft.ExportModel;
import io.marquetry.ui.compose.draft.SaveState;
import io.marquetry.ui.compose.drag.DragCargo;
import io.marquetry.ui.compose.drag.DragDesk;
import io.marquetry.ui.compose.numbers.Numbers;
import io.marquetry.ui.navigation.Destination;

import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The canvas: the four zones of the package in work. */
public final class CanvasController {

    private static final PseudoClass INVITING = PseudoClass.getPseudoClass("inviting");

    private final ComposeModel compose;
    private final ExportModel exports;
    private final Desk desk;
    private final DragDesk drags;
    private final RowEditing rows;
    private final Follows follows;
    private final Numbers numbers;
    private @Nullable AudienceView audienceView;
    private final Map<Category, ZoneView> others = new EnumMap<>(Category.class);

    @FXML private StackPane root;
    @FXML private VBox work;
    @FXML private VBox empty;
    @FXML private HBox problemRow;
    @FXML private Label problem;
    @FXML private Button saveAgain;
    @FXML private VBox zones;
    @FXML private VBox findings;
    @FXML private VBox audienceZone;
    @FXML private VBox audience;
    @FXML private Hyperlink addAllOf;
    @FXML private Hyperlink addAnyOf;
    @FXML private Hyperlink addExcept;
    @FXML private Button newPackage;
    @FXML private Button openPackage;
    @FXML private Label openProblem;

    /** Makes the controller of a canvas. */
    public CanvasController(
            ComposeModel compose,
            Numbers numbers,
            ExportModel exports,
            Desk desk,
            DragDesk drags,
            RowEditing rows,
            Follows follows) {
        this.compose = compose;
        this.exports = exports;
        this.desk = desk;
        this.drags = drags;
        this.rows = rows;
        this.follows = follows;
        this.numbers = numbers;
    }

    @FXML
    void initialize() {
        Views.dress(root, "composeCanvas");
        AudienceView audienceView = new AudienceView(audience, compose, desk.texts(), drags, rows);
        this.audienceView = audienceView;
        for (Category zone : Category.values()) {
            if (zone != Category.AUDIENCE) {
                ZoneView view = new ZoneView(zone, compose, desk.texts(), drags, rows.steps());
                others.put(zone, view);
                zones.getChildren().add(view);
            }
        }
        follows.on(drags.cargo(), this::invite);
        follows.on(numbers.index().misfits(), misfits -> show(audienceView));
        drags.onAsked(asks -> rows.conditions().begin(asks.column(), asks.group(), asks.index()));
        drags.onDropped(edit -> focusAfter(edit, audienceView));
        follows.on(compose.draft(), draft -> show(audienceView));
        follows.on(compose.tags(), tags -> show(audienceView));
        follows.changes(rows.steps().assets().all(), () -> show(audienceView));
        follows.on(compose.target(), target -> audienceView.showTarget());
        follows.on(numbers.audience().whatIfs(), answer -> showSteps(audienceView));
        follows.on(numbers.index().state(), state -> showSteps(audienceView));
        addAllOf.setOnAction(event -> addGroup(GroupKind.ALL_OF, audienceView));
        addAnyOf.setOnAction(event -> addGroup(GroupKind.ANY_OF, audienceView));
        addExcept.setOnAction(event -> addGroup(GroupKind.EXCEPT, audienceView));
        bindProblems();
        follows.on(exports.findings(), this::showFindings);
        newPackage.setOnAction(
                event -> desk.navigation().go(new Destination.NewPackage(Optional.empty())));
        openPackage.setOnAction(event -> desk.navigation().go(new Destination.AllPackages()));
    }

    /** Brings a row of the audience into sight and into focus. */
    public void showRow(NodePath path) {
        Optional.ofNullable(audienceView).ifPresent(view -> view.focus(path));
    }

    /** Moves the focus to the group that the palette's Enter adds to. */
    public void focusAudience() {
        audience.lookupAll(".group").stream()
                .filter(
                        node ->
                                node instanceof GroupView group
                                        && group.path().equals(compose.target().get()))
                .findFirst()
                .ifPresent(Node::requestFocus);
    }

    private void show(AudienceView audienceView) {
        Optional<AssetPackage> pack = compose.current();
        work.setVisible(pack.isPresent());
        empty.setVisible(pack.isEmpty());
        pack.ifPresent(
                shown -> {
                    audienceView.show(shown, compose.tags().get(), numbers.index().misfits().get());
                    audienceView.showSteps(numbers, shown.audience());
                    others.forEach(
                            (zone, view) -> view.show(shown.zone(zone), compose.tags().get()));
                });
    }

    private void showSteps(AudienceView audienceView) {
        compose.current().ifPresent(pack -> audienceView.showSteps(numbers, pack.audience()));
    }

    /** Lights up the zone that what is dragged belongs to. */
    private void invite(Optional<DragCargo> dragged) {
        Optional<Category> where = dragged.map(drags::categoryOf);
        audienceZone.pseudoClassStateChanged(
                INVITING, where.filter(c -> c == Category.AUDIENCE).isPresent());
        others.forEach(
                (zone, view) ->
                        view.pseudoClassStateChanged(
                                INVITING, where.filter(c -> c == zone).isPresent()));
    }

    private void addGroup(GroupKind kind, AudienceView audienceView) {
        compose.addGroup(kind, NodePath.ROOT).ifPresent(audienceView::focus);
    }

    private void focusAfter(PackageEdit edit, AudienceView audienceView) {
        switch (edit) {
            case PackageEdit.AddToAudience e -> audienceView.focus(e.group().child(e.index()));
            case PackageEdit.MoveNode e -> audienceView.focus(AudienceMoves.after(e));
            case PackageEdit.AddToZone e -> focusZone(e.zone(), e.index());
            case PackageEdit.MoveInZone e ->
                    focusZone(e.zone(), e.to() > e.from() ? e.to() - 1 : e.to());
            case PackageEdit.ExcludeFromAudience e -> {}
            case PackageEdit.AddCondition e -> audienceView.focus(e.group().child(e.index()));
            case PackageEdit.ReplaceLeaf e -> audienceView.focus(e.node());
            case PackageEdit.AddGroup e -> {}
            case PackageEdit.RemoveNode e -> {}
            case PackageEdit.RemoveFromZone e -> {}
            case PackageEdit.ChangeKind e -> {}
            case PackageEdit.ReplaceAudience e -> {}
            case PackageEdit.Rename e -> {}
            case PackageEdit.ReplaceTag e -> {}
            case PackageEdit.ChangeSource e -> {}
        }
    }

    private void focusZone(Category zone, int index) {
        ZoneView view = others.get(zone);
        if (view != null) {
            view.focus(index);
        }
    }

    private void bindProblems() {
        problemRow.managedProperty().bind(problemRow.visibleProperty());
        openProblem.managedProperty().bind(openProblem.visibleProperty());
        saveAgain.managedProperty().bind(saveAgain.visibleProperty());
        saveAgain.setOnAction(event -> compose.save());
        follows.on(compose.problem(), why -> showProblem());
        follows.on(compose.saveState(), state -> showProblem());
    }

    private void showFindings(List<Problem> found) {
        findings.setVisible(!found.isEmpty());
        findings.setManaged(!found.isEmpty());
        findings.getChildren().clear();
        for (Problem problem : found) {
            Label label = new Label(desk.texts().sentence(problem));
            label.getStyleClass().add("problem");
            label.setWrapText(true);
            label.setMaxWidth(Double.MAX_VALUE);
            label.setMinHeight(Label.USE_PREF_SIZE);
            findings.getChildren().add(label);
        }
    }

    private void showProblem() {
        Optional<Problem> unsaved =
                compose.saveState().get() instanceof SaveState.Failed(Problem why)
                        ? Optional.of(why)
                        : Optional.empty();
        Optional<Problem> shown = compose.problem().get().or(() -> unsaved);
        problemRow.setVisible(shown.isPresent());
        openProblem.setVisible(shown.isPresent());
        saveAgain.setVisible(unsaved.isPresent());
        shown.ifPresent(
                why -> {
                    problem.setText(desk.texts().sentence(why));
                    openProblem.setText(desk.texts().sentence(why));
                });
    }
}
