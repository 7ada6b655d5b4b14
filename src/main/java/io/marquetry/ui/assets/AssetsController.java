package io.marquetry.ui.assets;

import io.marquetry.asset.Asset;
import io.marquetry.base.Problem;
import io.marquetry.base.Texts;
import io.marquetry.govern.GovernedAsset;
import io.marquetry.ui.common.file.FileKind;
import io.marquetry.ui.common.list.ListTable;
import io.marquetry.ui.common.look.Badge;
import io.marquetry.ui.common.look.Worded;
import io.marquetry.ui.common.screen.Action;
import io.marquetry.ui.common.screen.Desk;
import io.marquetry.ui.common.screen.Follows;
import io.marquetry.ui.common.screen.Written;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.layout.VBox;

import org.controlsfx.control.textfield.CustomTextField;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Steers the list of assets and what is told of the chosen one. */
final class AssetsController {

    private final AssetsModel model;
    private final Desk desk;
    private final Texts texts;
    private final Follows follows;
    private final ObservableList<GovernedAsset> rows = FXCollections.observableArrayList();

    @FXML private Label counts;
    @FXML private CustomTextField search;
    @FXML private ComboBox<Optional<Asset.Kind>> kind;
    @FXML private ListTable<GovernedAsset> table;
    @FXML private TableColumn<GovernedAsset, GovernedAsset> nameColumn;
    @FXML private TableColumn<GovernedAsset, GovernedAsset> keyColumn;
    @FXML private TableColumn<GovernedAsset, GovernedAsset> kindColumn;
    @FXML private TableColumn<GovernedAsset, GovernedAsset> stateColumn;
    @FXML private TableColumn<GovernedAsset, GovernedAsset> ownerColumn;
    @FXML private TableColumn<GovernedAsset, GovernedAsset> usedColumn;
    @FXML private TableColumn<GovernedAsset, GovernedAsset> findingColumn;
    @FXML private VBox detail;
    @FXML private Button create;
    @FXML private Button createFirst;
    @FXML private Button edit;
    @FXML private Button proof;
    @FXML private Button importFile;
    @FXML private Button exportFile;

    AssetsController(AssetsModel model, Desk desk, Follows follows) {
        this.model = model;
        this.desk = desk;
        this.texts = desk.texts();
        this.follows = follows;
    }

    @FXML
    void initialize() {
        search.setLeft(new FontIcon(Feather.SEARCH));
        follows.both(search.textProperty(), model.search());
        kind.getItems().add(Optional.empty());
        Arrays.stream(Asset.Kind.values()).map(Optional::of).forEach(kind.getItems()::add);
        kind.setConverter(
                new Worded<>(
                        one ->
                                one.map(k -> texts.get("asset.kind." + k))
                                        .orElseGet(() -> texts.get("assets.anyKind"))));
        follows.both(kind.valueProperty(), model.kind());
        fillTable();
        create.setOnAction(event -> AssetSheet.create(model, desk));
        createFirst.setOnAction(event -> AssetSheet.create(model, desk));
        importFile.setOnAction(event -> importFile());
        exportFile.setOnAction(event -> exportFile());
        follows.changes(model.search(), this::show);
        follows.changes(model.kind(), this::show);
        follows.on(model.stock(), now -> show());
        follows.changes(model.loaded(), this::show);
        follows.on(model.sought(), one -> one.ifPresent(table::choose));
    }

    private void fillTable() {
        table.serve(desk);
        table.text(nameColumn, row -> row.asset().name().in(texts.locale()));
        table.key(keyColumn, row -> row.key().value());
        table.text(kindColumn, row -> texts.get("asset.kind." + row.asset().kind()));
        table.badge(
                stateColumn, row -> Badge.of(texts.get("life." + row.care().state()), tone(row)));
        table.text(ownerColumn, row -> row.care().owner().orElse("–"));
        table.count(usedColumn, row -> (long) model.stock().get().use(row).packages().size());
        table.text(
                findingColumn,
                row ->
                        model.stock().get().found(row).stream()
                                .findFirst()
                                .map(texts::sentence)
                                .orElse(""));
        table.spare(List.of(ownerColumn, keyColumn, usedColumn));
        table.show(rows, GovernedAsset::key, follows);
        table.showEmptyWhile(model.nothing(), follows);
        Action editing =
                table.one(texts.get("assets.edit"), row -> AssetSheet.edit(row, model, desk));
        editing.onto(edit);
        table.one(texts.get("assets.proof"), row -> ProofSheet.show(row.asset(), model, desk))
                .onto(proof);
        table.opens(editing);
        AssetDetail shown = new AssetDetail(model, desk, detail);
        table.getSelectionModel()
                .selectedItemProperty()
                .subscribe(row -> shown.show(Optional.ofNullable(row)));
    }

    private static String tone(GovernedAsset row) {
        return switch (row.care().state()) {
            case ACTIVE -> "good";
            case DRAFT, RETIRED -> "neutral";
            case DEPRECATED -> "warn";
        };
    }

    void find() {
        search.requestFocus();
    }

    /** Reads the assets afresh. */
    void shown() {
        model.load(this::told);
    }

    private void told(Problem problem) {
        desk.notices().problem(problem);
    }

    private void show() {
        rows.setAll(model.found());
        if (model.loaded().get()) {
            counts.setText(
                    texts.get("assets.counts", rows.size(), model.stock().get().findings().size()));
        }
        if (table.chosen().isEmpty() && !rows.isEmpty()) {
            table.choose(rows.getFirst());
        }
    }

    private void importFile() {
        desk.files()
                .toOpen(new FileKind(texts.get("assets.import"), texts.get("assets.files"), "json"))
                .ifPresent(
                        file ->
                                model.importFile(
                                        file,
                                        count ->
                                                desk.notices()
                                                        .done(texts.get("assets.imported", count)),
                                        this::told));
    }

    private void exportFile() {
        List<GovernedAsset> chosen = table.chosen().isEmpty() ? List.copyOf(rows) : table.chosen();
        desk.files()
                .toSave(
                        new FileKind(texts.get("assets.export"), texts.get("assets.files"), "json"),
                        "assets.json")
                .ifPresent(
                        file ->
                                model.export(
                                        file,
                                        chosen,
                                        () ->
                                                Written.tell(
                                                        desk,
                                                        texts.get(
                                                                "assets.exported",
                                                                chosen.size(),
                                                                file.getFileName().toString()),
                                                        file),
                                        this::told));
    }
}
