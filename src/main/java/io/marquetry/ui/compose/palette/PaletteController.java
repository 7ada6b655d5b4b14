package io.marquetry.ui.compose.palette;

import io.marquetry.audience.AudienceExpression.Group;
import io.marquetry.base.Texts;
import io.marquetry.pack.AssetPackage;
import io.marquetry.pack.EditNames;
import io.marquetry.pack.NodePath;
import io.marquetry.pack.PackageEdits;
import io.marquetry.tag.Category;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagKey;
import io.marquetry.ui.common.Answer;
import io.marquetry.ui.common.Follows;
import io.marquetry.ui.common.Views;
import io.marquetry.ui.common.Worded;
import io.marquetry.ui.compose.draft.ComposeModel;
import io.marquetry.ui.compose.drag.DragDesk;
import io.marquetry.ui.compose.drag.DropPlace;
import io.marquetry.ui.compose.drag.DropTarget;
import io.marquetry.ui.compose.numbers.Numbers;

import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.fxml.FXML;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

import org.controlsfx.control.textfield.CustomTextField;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The palette: finds tags and gives them to the package by mouse or by Enter. */
public final class PaletteController implements DropTarget {

    private final PaletteModel palette;
    private final ComposeModel compose;
    private final Numbers counted;
    private final Texts texts;
    private final DragDesk drags;
    private final Follows follows;
    private final PaletteMenu menu;
    private final ObjectProperty<PaletteNumbers> numbers =
            new SimpleObjectProperty<>(
                    new PaletteNumbers(new Answer.Nothing<>(), Optional.empty(), Set.of()));

    @FXML private VBox root;
    @FXML private CustomTextField search;
    @FXML private ToggleButton all;
    @FXML private ToggleButton audience;
    @FXML private ToggleButton benefit;
    @FXML private ToggleButton content;
    @FXML private ToggleButton rule;
    @FXML private ComboBox<PaletteGrouping> grouping;
    @FXML private ComboBox<PaletteSort> sort;
    @FXML private Label shown;
    @FXML private ListView<PaletteRow> tags;
    @FXML private VBox nothing;
    @FXML private Hyperlink lookEverywhere;
    @FXML private Label target;

    /** Makes the controller of a palette. */
    public PaletteController(
            PaletteModel palette,
            ComposeModel compose,
            Numbers counted,
            Texts texts,
            DragDesk drags,
            Follows follows) {
        this.palette = palette;
        this.compose = compose;
        this.counted = counted;
        this.menu = new PaletteMenu(compose, texts);
        this.texts = texts;
        this.drags = drags;
        this.follows = follows;
    }

    @FXML
    void initialize() {
        Views.dress(root, "composePalette");
        bindSearch();
        bindCategories();
        bindChoice(grouping, palette.grouping(), PaletteGrouping.values(), "compose.grouping.");
        bindChoice(sort, palette.sort(), PaletteSort.values(), "compose.sort.");
        tags.setItems(palette.rows());
        tags.setCellFactory(list -> new PaletteCell(texts, drags, numbers, menu));
        counted.audience().countFirst(this::inSight);
        tags.setOnKeyPressed(this::listKey);
        tags.getSelectionModel()
                .selectedIndexProperty()
                .subscribe((before, now) -> skipHeading(before.intValue(), now.intValue()));
        follows.changes(palette.rows(), this::rowsChanged);
        rowsChanged();
        lookEverywhere.setOnAction(event -> palette.category().set(Optional.empty()));
        drags.target(root, this);
        follows.on(drags.dragging(), palette::hold);
        follows.on(compose.draft(), draft -> showNumbers());
        follows.on(counted.audience().whatIfs(), answer -> showNumbers());
        follows.on(counted.index().state(), state -> showNumbers());
        follows.on(compose.draft(), draft -> showTarget());
        follows.on(compose.target(), path -> showTarget());
    }

    /** Moves the focus to the search field. */
    public void find() {
        search.requestFocus();
        search.selectAll();
    }

    private void bindSearch() {
        search.setText(palette.search().get());
        search.textProperty()
                .subscribe(
                        text -> {
                            palette.search().set(text);
                            if (!text.isBlank()) {
                                selectFirst();
                            }
                        });
        search.setOnKeyPressed(
                event -> {
                    if (event.getCode() == KeyCode.DOWN) {
                        tags.requestFocus();
                        selectFirst();
                        event.consume();
                    } else if (PaletteMenu.EXCLUDE.match(event)) {
                        selected().ifPresent(menu::exclude);
                        event.consume();
                    } else if (event.getCode() == KeyCode.ENTER) {
                        addSelected();
                        event.consume();
                    } else if (event.getCode() == KeyCode.ESCAPE && !search.getText().isEmpty()) {
                        search.clear();
                        event.consume();
                    }
                });
    }

    private void bindCategories() {
        Map<Category, ToggleButton> buttons = new EnumMap<>(Category.class);
        buttons.put(Category.AUDIENCE, audience);
        buttons.put(Category.BENEFIT, benefit);
        buttons.put(Category.CONTENT, content);
        buttons.put(Category.RULE, rule);
        all.setUserData(Optional.empty());
        buttons.forEach((category, button) -> button.setUserData(Optional.of(category)));
        follows.on(
                palette.category(),
                chosen -> {
                    ToggleButton button = chosen.map(buttons::get).orElse(all);
                    if (button != null) {
                        button.setSelected(true);
                    }
                });
        for (ToggleButton button : new ToggleButton[] {all, audience, benefit, content, rule}) {
            button.setOnAction(
                    event -> {
                        // One always stays down: letting go of it chooses it again.
                        button.setSelected(true);
                        palette.category().set(categoryOf(button));
                    });
        }
    }

    private Optional<Category> categoryOf(ToggleButton button) {
        return button.getUserData() instanceof Optional<?> chosen
                ? chosen.map(Category.class::cast)
                : Optional.empty();
    }

    private <T> void bindChoice(
            ComboBox<T> box, ObjectProperty<T> chosen, T[] values, String names) {
        box.getItems().setAll(values);
        box.setConverter(new Worded<>(value -> texts.get(names + value)));
        follows.on(chosen, box::setValue);
        box.setOnAction(event -> chosen.set(box.getValue()));
    }

    private void showNumbers() {
        numbers.set(
                new PaletteNumbers(
                        counted.audience().whatIfs().get(), counted.index().ready(), used()));
    }

    /** Returns the tags that the list shows at this moment. */
    private List<TagKey> inSight() {
        if (!(tags.lookup(".virtual-flow") instanceof VirtualFlow<?> flow)
                || flow.getFirstVisibleCell() == null
                || flow.getLastVisibleCell() == null) {
            return List.of();
        }
        int first = flow.getFirstVisibleCell().getIndex();
        int end = Math.min(flow.getLastVisibleCell().getIndex() + 1, palette.rows().size());
        return palette.rows().subList(Math.min(first, end), end).stream()
                .filter(PaletteRow.Entry.class::isInstance)
                .map(row -> ((PaletteRow.Entry) row).tag().key())
                .toList();
    }

    private void listKey(KeyEvent event) {
        if (PaletteMenu.EXCLUDE.match(event)) {
            selected().ifPresent(menu::exclude);
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER) {
            addSelected();
            event.consume();
        } else if (event.getCode() == KeyCode.UP
                && tags.getSelectionModel().getSelectedIndex() <= firstEntry()) {
            find();
            event.consume();
        }
    }

    private void addSelected() {
        selected().ifPresent(menu::add);
    }

    private Optional<Tag> selected() {
        return tags.getSelectionModel().getSelectedItem() instanceof PaletteRow.Entry entry
                ? Optional.of(entry.tag())
                : Optional.empty();
    }

    private void rowsChanged() {
        boolean none = palette.rows().isEmpty();
        nothing.setVisible(none);
        tags.setVisible(!none);
        lookEverywhere.setVisible(palette.category().get().isPresent());
        shown.setText(texts.get("compose.palette.shown", palette.shown()));
        keepSelected();
    }

    /** Another order of the lines leaves the same tag chosen. */
    private void keepSelected() {
        PaletteRow chosen = tags.getSelectionModel().getSelectedItem();
        if (chosen != null && search.getText().isBlank()) {
            // The list has not heard of the new lines yet.
            Platform.runLater(
                    () -> {
                        int at = palette.rows().indexOf(chosen);
                        if (at >= 0) {
                            tags.getSelectionModel().select(at);
                        }
                    });
        }
    }

    private void selectFirst() {
        if (!(tags.getSelectionModel().getSelectedItem() instanceof PaletteRow.Entry)) {
            tags.getSelectionModel().select(firstEntry());
        }
    }

    private int firstEntry() {
        for (int i = 0; i < palette.rows().size(); i++) {
            if (palette.rows().get(i) instanceof PaletteRow.Entry) {
                return i;
            }
        }
        return -1;
    }

    /** The arrow keys pass over headings, which cannot be chosen. */
    private void skipHeading(int before, int now) {
        if (now < 0
                || now >= palette.rows().size()
                || palette.rows().get(now) instanceof PaletteRow.Entry) {
            return;
        }
        int next = now < before ? now - 1 : now + 1;
        if (next >= 0 && next < palette.rows().size()) {
            Platform.runLater(() -> tags.getSelectionModel().select(next));
        }
    }

    private Set<TagKey> used() {
        return compose.current().map(AssetPackage::tags).orElse(Set.of());
    }

    private void showTarget() {
        NodePath path = compose.target().get();
        target.setText(
                compose.current()
                        .map(pack -> (Group) PackageEdits.node(pack, path))
                        .map(group -> texts.get("compose.palette.target", groupName(group, path)))
                        .orElse(""));
    }

    private String groupName(Group group, NodePath path) {
        String kind = new EditNames(texts).of(group.kind());
        return path.isRoot()
                ? texts.get("compose.palette.outermost", kind)
                : texts.get("compose.palette.inner", kind);
    }

    @Override
    public DropPlace placeAt(double x, double y) {
        return new DropPlace.OnPalette();
    }

    @Override
    public void mark(DropPlace place, boolean allowed) {
        root.pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("taking"), allowed);
    }

    @Override
    public void unmark() {
        root.pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("taking"), false);
    }
}
