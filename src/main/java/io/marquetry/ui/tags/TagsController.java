package io.marquetry.ui.tags;

import io.marquetry.audience.SourceName;
import io.marquetry.base.Texts;
import io.marquetry.tag.Category;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagFinding;
import io.marquetry.ui.common.Action;
import io.marquetry.ui.common.CategoryStyle;
import io.marquetry.ui.common.Command;
import io.marquetry.ui.common.Confirmation;
import io.marquetry.ui.common.Controllers;
import io.marquetry.ui.common.Desk;
import io.marquetry.ui.common.View;
import io.marquetry.ui.common.Views;
import io.marquetry.ui.common.Worded;

import javafx.beans.binding.BooleanBinding;
import javafx.collections.ListChangeListener;
import javafx.collections.transformation.SortedList;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;

import org.controlsfx.control.textfield.CustomTextField;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Steers the list of tags, and puts the editor in its place while a tag is edited. */
final class TagsController {

    private final TagsModel model;
    private final Desk desk;
    private final Texts texts;

    private Optional<TagEditorController> open = Optional.empty();
    private boolean retired;

    @FXML private StackPane root;
    @FXML private VBox list;
    @FXML private CustomTextField search;
    @FXML private ComboBox<Optional<Category>> category;
    @FXML private ComboBox<Optional<SourceName>> source;
    @FXML private TableView<Tag> table;
    @FXML private TableColumn<Tag, Tag> keyColumn;
    @FXML private TableColumn<Tag, Tag> nameColumn;
    @FXML private TableColumn<Tag, Tag> categoryColumn;
    @FXML private TableColumn<Tag, Tag> topicColumn;
    @FXML private TableColumn<Tag, Tag> sizeColumn;
    @FXML private Node empty;
    @FXML private Button create;
    @FXML private Button createFirst;
    @FXML private Button edit;
    @FXML private Button duplicate;
    @FXML private Button remove;
    @FXML private Button importFile;
    @FXML private Button lint;
    @FXML private VBox findings;
    @FXML private Label findingsWords;
    @FXML private VBox findingLines;
    @FXML private Button closeFindings;
    @FXML private Label nothingFound;

    TagsController(TagsModel model, Desk desk) {
        this.model = model;
        this.desk = desk;
        this.texts = desk.texts();
    }

    @FXML
    void initialize() {
        search.textProperty().bindBidirectional(model.search());
        fillCategories();
        bindSource();
        fillTable();
        BooleanBinding none = table.getSelectionModel().selectedItemProperty().isNull();
        List.of(edit, duplicate, remove).forEach(b -> b.disableProperty().bind(none));
        edit.setOnAction(event -> openChosen());
        duplicate.setOnAction(event -> duplicateChosen());
        remove.setOnAction(event -> removeChosen());
        create.setOnAction(event -> model.begin());
        importFile.setOnAction(event -> importFile());
        lint.setOnAction(event -> model.lint(this::showFindings, desk.notices()::problem));
        closeFindings.setOnAction(event -> showFindings(false));
        showFindings(false);
        createFirst.setOnAction(event -> model.begin());
        model.all().addListener((ListChangeListener<Tag>) change -> showEmpty());
        model.loaded().addListener(change -> showEmpty());
        model.editing().addListener((o, old, form) -> showEditor(form));
        showEmpty();
        showEditor(model.editing().get());
    }

    /** Returns what the menus can ask of this screen. */
    Map<Command, Action> actions() {
        BooleanBinding chosen =
                table.getSelectionModel()
                        .selectedItemProperty()
                        .isNotNull()
                        .and(list.visibleProperty());
        return Map.of(
                Command.SAVE,
                Action.of(
                        texts.get("command.save"),
                        list.visibleProperty().not(),
                        () -> open.ifPresent(TagEditorController::save)),
                Command.DUPLICATE,
                Action.of(texts.get("command.duplicate"), chosen, this::duplicateChosen),
                Command.DELETE,
                Action.of(texts.get("command.delete"), chosen, this::removeChosen),
                Command.FIND,
                Action.of(texts.get("command.find"), list.visibleProperty(), search::requestFocus));
    }

    /** Stops following the model: the screen was made anew in another language. */
    void retire() {
        retired = true;
    }

    /** Reads the list afresh. */
    void shown() {
        model.load(desk.notices()::problem);
        desk.navigation().speaksOf(model.source().get());
    }

    private void fillCategories() {
        List<Optional<Category>> choices = new ArrayList<>();
        choices.add(Optional.empty());
        for (Category one : Category.values()) {
            choices.add(Optional.of(one));
        }
        category.getItems().setAll(choices);
        category.setConverter(
                new Worded<>(
                        one ->
                                one.map(c -> texts.get(CategoryStyle.nameKey(c)))
                                        .orElse(texts.get("tags.allCategories"))));
        category.valueProperty().bindBidirectional(model.category());
    }

    private void bindSource() {
        SourceChoice.bind(source, model, texts);
        model.source().addListener((o, old, now) -> desk.navigation().speaksOf(now));
    }

    private void fillTable() {
        TagCells cells = new TagCells(texts, model.sizes());
        cells.key(keyColumn);
        cells.text(nameColumn, tag -> tag.name().in(texts.locale()));
        cells.text(categoryColumn, tag -> texts.get(CategoryStyle.nameKey(tag.category())));
        cells.text(topicColumn, tag -> tag.topic().in(texts.locale()));
        cells.size(sizeColumn);
        for (TableColumn<Tag, ?> column : table.getColumns()) {
            column.setReorderable(false);
        }
        SortedList<Tag> sorted = new SortedList<>(model.found());
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        table.setPlaceholder(nothingFound);
        model.sizes().answer().addListener(change -> table.refresh());
        table.setRowFactory(
                view -> {
                    TableRow<Tag> row = new TableRow<>();
                    row.setOnMouseClicked(
                            event -> {
                                if (event.getClickCount() == 2 && !row.isEmpty()) {
                                    openChosen();
                                }
                            });
                    return row;
                });
        table.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            event.consume();
            openChosen();
        } else if (event.getCode() == KeyCode.DELETE) {
            event.consume();
            removeChosen();
        }
    }

    private void showEmpty() {
        boolean nothing = model.loaded().get() && model.all().isEmpty();
        empty.setVisible(nothing);
        table.setVisible(!nothing);
    }

    private void showEditor(Optional<TagForm> form) {
        if (retired) {
            return;
        }
        root.getChildren().setAll(List.of(list));
        list.setVisible(form.isEmpty());
        open = Optional.empty();
        if (form.isPresent()) {
            View<TagEditorController> view =
                    Views.load(
                            "tagEditor",
                            texts,
                            new Controllers()
                                    .with(
                                            TagEditorController.class,
                                            () ->
                                                    new TagEditorController(
                                                            model, form.get(), desk)));
            open = Optional.of(view.controller());
            root.getChildren().add(view.root());
            view.controller().begin();
        } else {
            table.requestFocus();
        }
    }

    private void importFile() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(texts.get("tags.import"));
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(texts.get("tags.files"), "*.json"));
        File chosen = chooser.showOpenDialog(root.getScene().getWindow());
        if (chosen != null) {
            model.importFile(
                    chosen.toPath(),
                    count -> desk.notices().done(texts.get("tags.imported", count)),
                    desk.notices()::problem);
        }
    }

    private void showFindings(List<TagFinding> found) {
        findingsWords.setText(texts.get("tags.findings", found.size()));
        findingLines.getChildren().setAll(FindingLines.of(texts, found));
        showFindings(true);
    }

    private void showFindings(boolean visible) {
        findings.setVisible(visible);
        findings.setManaged(visible);
    }

    private Optional<Tag> chosen() {
        return Optional.ofNullable(table.getSelectionModel().getSelectedItem());
    }

    private void openChosen() {
        chosen().ifPresent(model::open);
    }

    private void duplicateChosen() {
        chosen().ifPresent(model::copy);
    }

    private void removeChosen() {
        chosen().ifPresent(
                        tag ->
                                Confirmation.ask(
                                        desk.sheets(),
                                        texts,
                                        texts.get("tags.remove.heading", tag.key().value()),
                                        texts.get("tags.remove.words"),
                                        texts.get("command.delete"),
                                        () -> remove(tag)));
    }

    private void remove(Tag tag) {
        model.remove(
                tag.key(),
                () -> desk.notices().done(texts.get("tags.removed", tag.key().value())),
                desk.notices()::problem);
    }
}
