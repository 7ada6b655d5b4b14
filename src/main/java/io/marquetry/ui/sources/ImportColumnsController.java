package io.marquetry.ui.sources;

import io.marquetry.base.Texts;
import io.marquetry.source.AttributeType;
import io.marquetry.ui.common.Formats;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.util.StringConverter;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Steers the second step: what each column means, and which one names the profiles. */
final class ImportColumnsController {

    private final ImportModel model;
    private final Texts texts;
    private final Formats formats;

    @FXML private Label words;
    @FXML private ComboBox<Optional<ColumnForm>> key;
    @FXML private TableView<ColumnForm> table;
    @FXML private TableColumn<ColumnForm, ColumnForm> includedColumn;
    @FXML private TableColumn<ColumnForm, ColumnForm> nameColumn;
    @FXML private TableColumn<ColumnForm, ColumnForm> typeColumn;
    @FXML private TableColumn<ColumnForm, ColumnForm> missingColumn;
    @FXML private TableColumn<ColumnForm, ColumnForm> filledColumn;
    @FXML private TableColumn<ColumnForm, ColumnForm> examplesColumn;
    @FXML private Label problem;

    ImportColumnsController(ImportModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        this.formats = new Formats(texts.locale());
    }

    @FXML
    void initialize() {
        controls(includedColumn, this::included);
        controls(nameColumn, this::name);
        controls(typeColumn, this::type);
        controls(missingColumn, this::missing);
        TextColumns.fill(filledColumn, this::filled);
        TextColumns.fill(
                examplesColumn, column -> String.join(" · ", column.found().get().examples()));
        table.setItems(model.columns().columns());
        table.setFixedCellSize(36);
        bindKey();
        model.columns().inspection().addListener(change -> show());
        model.columns().problem().addListener(change -> show());
        show();
    }

    private void show() {
        model.columns()
                .inspection()
                .get()
                .ifPresent(
                        found ->
                                words.setText(
                                        texts.get(
                                                "import.columns.words",
                                                formats.count(found.rows()),
                                                formats.count(found.columns().size()),
                                                found.ragged())));
        table.refresh();
        Optional<io.marquetry.base.Problem> wrong = model.columns().problem().get();
        wrong.ifPresent(p -> problem.setText(texts.sentence(p)));
        problem.setVisible(wrong.isPresent());
        problem.setManaged(wrong.isPresent());
    }

    private void bindKey() {
        List<Optional<ColumnForm>> choices = new ArrayList<>();
        choices.add(Optional.empty());
        model.columns().columns().forEach(column -> choices.add(Optional.of(column)));
        key.getItems().setAll(choices);
        key.setConverter(
                words(
                        column ->
                                column.map(c -> c.name().get())
                                        .orElse(texts.get("import.key.row"))));
        key.valueProperty().bindBidirectional(model.columns().key());
    }

    private String filled(ColumnForm column) {
        long missing = column.found().get().missing();
        return missing == 0
                ? texts.get("import.filled.all")
                : texts.get("import.filled.missing", formats.count(missing));
    }

    private Node included(ColumnForm column) {
        CheckBox box = new CheckBox();
        box.setAccessibleText(texts.get("import.included.of", column.name().get()));
        box.setSelected(column.included().get());
        box.selectedProperty().addListener((o, old, now) -> column.included().set(now));
        return box;
    }

    private Node name(ColumnForm column) {
        TextField field = new TextField(column.name().get());
        field.setAccessibleText(texts.get("import.column"));
        field.textProperty().addListener((o, old, typed) -> column.name().set(typed));
        return field;
    }

    private Node type(ColumnForm column) {
        ComboBox<AttributeType> box = new ComboBox<>();
        box.getItems().setAll(AttributeType.values());
        box.setConverter(words(type -> ModelLines.typeName(texts, type)));
        box.setAccessibleText(texts.get("import.type.of", column.name().get()));
        box.setMaxWidth(Double.MAX_VALUE);
        box.setValue(column.type().get());
        box.valueProperty().addListener((o, old, now) -> column.type().set(now));
        return box;
    }

    private Node missing(ColumnForm column) {
        TextField field = new TextField(column.missing().get());
        field.setPromptText(texts.get("import.missing.prompt"));
        field.setAccessibleText(texts.get("import.missing.of", column.name().get()));
        field.textProperty().addListener((o, old, typed) -> column.missing().set(typed));
        field.setOnAction(event -> model.inspectAgain());
        field.focusedProperty()
                .addListener(
                        (o, was, is) -> {
                            if (!is) {
                                model.inspectAgain();
                            }
                        });
        return field;
    }

    private static void controls(
            TableColumn<ColumnForm, ColumnForm> column, Function<ColumnForm, Node> make) {
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        column.setReorderable(false);
        column.setCellFactory(
                c ->
                        new TableCell<>() {
                            @Override
                            protected void updateItem(@Nullable ColumnForm item, boolean empty) {
                                super.updateItem(item, empty);
                                setGraphic(empty || item == null ? null : make.apply(item));
                            }
                        });
    }

    private static <T> StringConverter<T> words(Function<T, String> name) {
        return new StringConverter<>() {
            @Override
            public String toString(@Nullable T value) {
                return value == null ? "" : name.apply(value);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("chosen, never typed");
            }
        };
    }
}
