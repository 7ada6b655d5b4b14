package io.marquetry.ui.packages;

import io.marquetry.base.LocalizedText;
import io.marquetry.base.Texts;
import io.marquetry.pack.AssetPackage;
import io.marquetry.pack.PackageRepository.Summary;
import io.marquetry.ui.common.Action;
import io.marquetry.ui.common.Command;
import io.marquetry.ui.common.Desk;
import io.marquetry.ui.common.Formats;

import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.transformation.SortedList;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import org.controlsfx.control.textfield.CustomTextField;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Steers the list of packages. */
final class PackagesController {

    private final PackagesModel model;
    private final PackageExport exports;
    private final Desk desk;
    private final Texts texts;

    @FXML private CustomTextField search;
    @FXML private TableView<Summary> table;
    @FXML private TableColumn<Summary, Summary> nameColumn;
    @FXML private TableColumn<Summary, Summary> keyColumn;
    @FXML private TableColumn<Summary, Summary> versionsColumn;
    @FXML private TableColumn<Summary, Summary> sourceColumn;
    @FXML private TableColumn<Summary, Summary> editedColumn;
    @FXML private Node empty;
    @FXML private Button create;
    @FXML private Button createFirst;
    @FXML private Button open;
    @FXML private Button duplicate;
    @FXML private Button export;
    @FXML private Label nothingFound;

    PackagesController(PackagesModel model, PackageExport exports, Desk desk) {
        this.model = model;
        this.exports = exports;
        this.desk = desk;
        this.texts = desk.texts();
    }

    @FXML
    void initialize() {
        search.setLeft(new FontIcon(Feather.SEARCH));
        search.textProperty().bindBidirectional(model.search());
        Formats formats = new Formats(texts.locale());
        column(nameColumn, row -> name(row.pack()), String.CASE_INSENSITIVE_ORDER);
        column(keyColumn, row -> row.pack().key().value(), null);
        keyColumn.getStyleClass().add("mono-column");
        column(sourceColumn, row -> row.pack().source().value(), null);
        column(versionsColumn, row -> formats.count(row.versions()), null);
        versionsColumn.setComparator((a, b) -> Integer.compare(a.versions(), b.versions()));
        versionsColumn.getStyleClass().add("number-column");
        column(editedColumn, row -> formats.moment(row.editedAt()), null);
        editedColumn.setComparator((a, b) -> a.editedAt().compareTo(b.editedAt()));
        SortedList<Summary> sorted = new SortedList<>(model.found());
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        table.setPlaceholder(nothingFound);
        table.setRowFactory(
                view -> {
                    TableRow<Summary> row = new TableRow<>();
                    row.setOnMouseClicked(
                            event -> {
                                if (event.getClickCount() == 2 && !row.isEmpty()) {
                                    openChosen();
                                }
                            });
                    return row;
                });
        table.addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ENTER) {
                        event.consume();
                        openChosen();
                    }
                });
        BooleanBinding none = table.getSelectionModel().selectedItemProperty().isNull();
        open.disableProperty().bind(none);
        duplicate.disableProperty().bind(none);
        export.disableProperty().bind(none);
        export.setOnAction(event -> exportChosen());
        open.setOnAction(event -> openChosen());
        duplicate.setOnAction(event -> duplicateChosen());
        create.setOnAction(event -> desk.navigation().newPackage(Optional.empty()));
        createFirst.setOnAction(event -> desk.navigation().newPackage(Optional.empty()));
        model.all().subscribe(this::showEmpty);
        model.loaded().subscribe(loaded -> showEmpty());
    }

    /** Returns what the menus can ask of this screen. */
    Map<Command, Action> actions() {
        BooleanBinding chosen = table.getSelectionModel().selectedItemProperty().isNotNull();
        return Map.of(
                Command.DUPLICATE,
                Action.of(texts.get("command.duplicate"), chosen, this::duplicateChosen),
                Command.EXPORT,
                Action.of(texts.get("command.export"), chosen, this::exportChosen),
                Command.FIND,
                Action.always(texts.get("command.find"), search::requestFocus));
    }

    /** Reads the list afresh. */
    void shown() {
        model.load(desk.notices()::problem);
    }

    private void showEmpty() {
        boolean nothing = model.loaded().get() && model.all().isEmpty();
        empty.setVisible(nothing);
        table.setVisible(!nothing);
    }

    private void openChosen() {
        Summary row = table.getSelectionModel().getSelectedItem();
        if (row != null) {
            desk.navigation().compose(row.pack().key());
        }
    }

    private void exportChosen() {
        Summary row = table.getSelectionModel().getSelectedItem();
        if (row != null) {
            exports.start(row.pack(), desk, this::shown);
        }
    }

    private void duplicateChosen() {
        Summary row = table.getSelectionModel().getSelectedItem();
        if (row == null) {
            return;
        }
        AssetPackage pack = row.pack();
        String copyName = texts.get("packages.copyName", name(pack));
        model.duplicate(
                pack,
                LocalizedText.of(texts.locale(), copyName),
                made -> {
                    model.find(made).ifPresent(table.getSelectionModel()::select);
                    desk.notices().done(texts.get("packages.duplicated", copyName));
                },
                desk.notices()::problem);
    }

    private String name(AssetPackage pack) {
        return pack.name().in(texts.locale());
    }

    private static void column(
            TableColumn<Summary, Summary> column,
            Function<Summary, String> text,
            java.util.@Nullable Comparator<String> order) {
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        java.util.Comparator<String> by =
                order == null ? java.util.Comparator.naturalOrder() : order;
        column.setComparator((a, b) -> by.compare(text.apply(a), text.apply(b)));
        column.setCellFactory(
                c ->
                        new TableCell<>() {
                            @Override
                            protected void updateItem(@Nullable Summary row, boolean none) {
                                super.updateItem(row, none);
                                setText(row == null || none ? null : text.apply(row));
                            }
                        });
    }
}
