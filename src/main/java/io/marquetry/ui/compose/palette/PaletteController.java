package io.marquetry.ui.compose.palette;

import io.marquetry.audience.AudienceExpression.Group;
import io.marquetry.base.Texts;
import io.marquetry.pack.AssetPackage;
import io.marquetry.pack.NodePath;
import io.marquetry.pack.PackageEdits;
import io.marquetry.pack.PackageKey;
import io.marquetry.tag.Category;
import io.marquetry.tag.TagKey;
import io.marquetry.ui.common.look.Worded;
import io.marquetry.ui.common.screen.Follows;
import io.marquetry.ui.common.screen.Parts;
import io.marquetry.ui.common.screen.Views;
import io.marquetry.ui.common.work.Answer;
import io.marquetry.ui.compose.draft.ComposeModel;
import io.marquetry.ui.compose.drag.DragDesk;
import io.marquetry.ui.compose.drag.DropPlace;
import io.marquetry.ui.compose.drag.DropTarget;
import io.marquetry.ui.compose.numbers.LastKnown;
import io.marquetry.ui.compose.numbers.Numbers;

import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.controlsfx.control.textfield.CustomTextField;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The palette: finds tags and gives them to the package by mouse or by Enter. */
public final class PaletteController implements DropTarget {

    private static final PseudoClass TAKING = PseudoClass.getPseudoClass("taking");

    private final PaletteModel palette;
    private final ComposeModel compose;
    private final Numbers counted;
    private final Texts texts;
    private final DragDesk drags;
    private final Follows follows;
    private final PaletteMenu menu;
    private final ObjectProperty<PaletteNumbers> numbers =
            new SimpleObjectProperty<>(
                    new PaletteNumbers(
                            new Answer.Nothing<>(), Map.of(), Set.of(), Optional.empty()));

    private Optional<PackageKey> searchedIn = Optional.empty();

    @FXML private VBox root;
    @FXML private CustomTextField search;
    @FXML private ToggleGroup categories;
    @FXML private ToggleButton all;
    @FXML private ToggleButton audience;
    @FXML private ToggleButton benefit;
    @FXML private ToggleButton content;
    @FXML private ToggleButton rule;
    @FXML private ComboBox<PaletteGrouping> grouping;
    @FXML private ComboBox<PaletteSort> sort;
    @FXML private Label shown;
    @FXML private HBox legend;
    @FXML private Label target;
    @FXML private ListView<PaletteRow> tags;
    @FXML private VBox nothing;
    @FXML private Hyperlink lookEverywhere;

    /** Makes the controller of a palette. */
    public PaletteController(
            PaletteModel palette,
            ComposeModel compose,
            Numbers counted,
            Texts texts,
            DragDesk drags,
            PaletteMenu menu,
            Follows follows) {
        this.palette = palette;
        this.compose = compose;
        this.counted = counted;
        this.menu = menu;
        this.texts = texts;
        this.drags = drags;
        this.follows = follows;
    }

    @FXML
    void initialize() {
        Views.dress(root, "composePalette");
        PaletteList list = new PaletteList(tags, palette, menu, this::find);
        palette.calling(
                column ->
                        texts.alsoIn(Locale.ENGLISH).field(column)
                                + " "
                                + texts.alsoIn(Locale.SIMPLIFIED_CHINESE).field(column));
        bindSearch(list);
        bindCategories();
        bindChoice(grouping, palette.grouping(), PaletteGrouping.values(), "compose.grouping.");
        bindChoice(sort, palette.sort(), PaletteSort.values(), "compose.sort.");
        tags.setItems(palette.rows());
        tags.setCellFactory(view -> new PaletteCell(texts, drags, numbers, menu, palette));
        counted.audience().countFirst(list::inSight);
        list.onSight(counted.audience()::lookAround);
        follows.changes(palette.rows(), () -> rowsChanged(list));
        rowsChanged(list);
        lookEverywhere.setOnAction(event -> palette.category().set(Optional.empty()));
        drags.target(root, this);
        follows.on(drags.cargo(), carried -> palette.hold(carried.isPresent()));
        follows.on(compose.draft(), draft -> showNumbers());
        follows.on(counted.audience().whatIfs(), answer -> showNumbers());
        follows.on(counted.index().misfits(), misfits -> showNumbers());
        follows.on(counted.index().state(), state -> showNumbers());
        follows.on(compose.draft(), draft -> showTarget());
        follows.on(compose.draft(), draft -> showColumns());
        follows.on(compose.draft(), draft -> startAfresh());
        follows.on(counted.sources().all(), known -> showColumns());
        follows.on(compose.target(), path -> showTarget());
    }

    /** Moves the focus to the search field. */
    public void find() {
        search.requestFocus();
        search.selectAll();
    }

    private void bindSearch(PaletteList list) {
        follows.on(palette.search(), search::setText);
        search.textProperty()
                .subscribe(
                        text -> {
                            palette.search().set(text);
                            if (!text.isBlank()) {
                                list.selectFirst();
                            }
                        });
        search.setOnKeyPressed(event -> searchKey(event, list));
    }

    private void searchKey(KeyEvent event, PaletteList list) {
        if (event.getCode() == KeyCode.DOWN) {
            list.enter();
        } else if (PaletteMenu.EXCLUDE.match(event)) {
            list.excludeSelected();
        } else if (event.getCode() == KeyCode.ENTER) {
            list.addSelected();
        } else if (event.getCode() == KeyCode.ESCAPE && !search.getText().isEmpty()) {
            search.clear();
        } else {
            return;
        }
        event.consume();
    }

    /** The arrow keys choose among the tabs as the mouse does; one of them always stays chosen. */
    private void bindCategories() {
        Map<Category, ToggleButton> buttons = new EnumMap<>(Category.class);
        buttons.put(Category.AUDIENCE, audience);
        buttons.put(Category.BENEFIT, benefit);
        buttons.put(Category.CONTENT, content);
        buttons.put(Category.RULE, rule);
        follows.on(
                palette.category(),
                chosen ->
                        categories.selectToggle(
                                chosen.flatMap(c -> Optional.ofNullable(buttons.get(c)))
                                        .orElse(all)));
        categories
                .selectedToggleProperty()
                .subscribe(
                        (before, chosen) -> {
                            if (chosen == null) {
                                categories.selectToggle(before);
                                return;
                            }
                            palette.category()
                                    .set(
                                            buttons.keySet().stream()
                                                    .filter(c -> chosen.equals(buttons.get(c)))
                                                    .findFirst());
                        });
    }

    private <T> void bindChoice(
            ComboBox<T> box, ObjectProperty<T> chosen, T[] values, String names) {
        box.getItems().setAll(values);
        box.setConverter(new Worded<>(value -> texts.get(names + value)));
        follows.on(chosen, box::setValue);
        box.setOnAction(event -> chosen.set(box.getValue()));
    }

    private void showColumns() {
        palette.columns()
                .set(
                        compose.current()
                                .map(pack -> counted.sources().attributes(pack.source()))
                                .orElse(List.of()));
    }

    /** What was looked for in one package hides the tags of the next. */
    private void startAfresh() {
        Optional<PackageKey> now = compose.current().map(AssetPackage::key);
        if (now.isPresent() && !now.equals(searchedIn)) {
            if (searchedIn.isPresent()) {
                palette.search().set("");
            }
            searchedIn = now;
        }
    }

    private void showNumbers() {
        numbers.set(
                new PaletteNumbers(
                        counted.audience().whatIfs().get(),
                        counted.index().misfits().get(),
                        used(),
                        new LastKnown(counted, texts).words()));
    }

    private void rowsChanged(PaletteList list) {
        boolean none = palette.rows().isEmpty();
        nothing.setVisible(none);
        tags.setVisible(!none);
        lookEverywhere.setVisible(palette.category().get().isPresent());
        shown.setText(texts.get("compose.palette.shown", palette.shown()));
        Parts.show(
                legend,
                palette.category().get().filter(c -> c != Category.AUDIENCE).isEmpty()
                        && palette.shown() > 0);
        list.keepSelected();
        Platform.runLater(counted.audience()::lookAround);
    }

    private Set<TagKey> used() {
        return compose.current().map(AssetPackage::tags).orElse(Set.of());
    }

    /** Says what the numbers mean: the audience if the tag were put into the marked group. */
    private void showTarget() {
        NodePath path = compose.target().get();
        target.setText(
                compose.current()
                        .map(pack -> (Group) PackageEdits.node(pack, path))
                        .map(group -> texts.get("group." + group.kind()))
                        .map(
                                kind ->
                                        texts.get(
                                                path.isRoot()
                                                        ? "compose.palette.outermost"
                                                        : "compose.palette.inner",
                                                kind))
                        .orElse(""));
    }

    @Override
    public DropPlace placeAt(double x, double y) {
        return new DropPlace.OnPalette();
    }

    @Override
    public void mark(DropPlace place, boolean allowed) {
        root.pseudoClassStateChanged(TAKING, allowed);
    }

    @Override
    public void unmark() {
        root.pseudoClassStateChanged(TAKING, false);
    }
}
