package io.marquetry.ui.sources.remote;

import io.marquetry.base.Texts;
import io.marquetry.source.AttributeType;
import io.marquetry.source.ColumnPurpose;
import io.marquetry.source.remote.Discovered;
import io.marquetry.ui.common.file.FileKind;
import io.marquetry.ui.common.look.Tip;
import io.marquetry.ui.common.look.Worded;
import io.marquetry.ui.common.screen.Desk;
import io.marquetry.ui.common.screen.Follows;
import io.marquetry.ui.common.screen.Parts;
import io.marquetry.ui.sources.TextColumns;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Asks which columns are used, as what, and what for; all of it is proposed. */
final class ConnectColumnsController {

    private static final double ROW = 36;

    private final ConnectModel model;
    private final Desk desk;
    private final Texts texts;
    private final Follows follows;

    @FXML private ComboBox<Discovered.Table> tables;
    @FXML private Label used;
    @FXML private Button export;
    @FXML private TableView<DecidedColumn> columns;
    @FXML private TableColumn<DecidedColumn, DecidedColumn> usedColumn;
    @FXML private TableColumn<DecidedColumn, DecidedColumn> nameColumn;
    @FXML private TableColumn<DecidedColumn, DecidedColumn> kindColumn;
    @FXML private TableColumn<DecidedColumn, DecidedColumn> purposeColumn;
    @FXML private TableColumn<DecidedColumn, DecidedColumn> sampleColumn;
    @FXML private Label outcomes;

    ConnectColumnsController(ConnectModel model, Desk desk, Follows follows) {
        this.model = model;
        this.desk = desk;
        this.texts = desk.texts();
        this.follows = follows;
    }

    @FXML
    void initialize() {
        TextColumns.controls(usedColumn, this::used);
        TextColumns.controls(nameColumn, ConnectColumnsController::name);
        TextColumns.controls(kindColumn, this::kind);
        TextColumns.controls(purposeColumn, this::purpose);
        TextColumns.controls(sampleColumn, this::sample);
        columns.setFixedCellSize(ROW);
        tables.setConverter(new ChosenWords<>(Discovered.Table::shown));
        tables.getItems().setAll(model.chosenTables());
        tables.setValue(model.lookedAt().get().orElse(model.chosenTables().getFirst()));
        follows.on(tables.valueProperty(), now -> show());
        export.setOnAction(event -> export());
    }

    private Discovered.Table table() {
        return tables.getValue();
    }

    private void show() {
        model.lookedAt().set(Optional.of(table()));
        columns.getItems().setAll(model.columns().of(table()));
        Parts.show(outcomes, model.holdsOutcomes(table()));
        count();
    }

    private void count() {
        long chosen =
                columns.getItems().stream()
                        .filter(column -> isFixed(column) || column.used().get())
                        .count();
        used.setText(texts.get("connect.columns.used", chosen, columns.getItems().size()));
    }

    private boolean isFixed(DecidedColumn column) {
        return model.part(table(), column.name()).isPresent();
    }

    private Node used(DecidedColumn column) {
        CheckBox box = new CheckBox();
        box.setAccessibleText(texts.get("import.included.of", column.name()));
        boolean fixed = isFixed(column);
        box.setSelected(fixed || column.used().get());
        box.setDisable(fixed || column.type().isEmpty());
        if (!fixed) {
            box.selectedProperty()
                    .subscribe(
                            (before, now) -> {
                                column.used().set(now);
                                count();
                            });
        }
        return box;
    }

    private static Node name(DecidedColumn column) {
        Label label = new Label(column.name());
        label.getStyleClass().add("mono");
        Tip.on(label, column.name());
        return label;
    }

    /** Whole numbers may be names, such as those of shops; all else is what the server says. */
    private Node kind(DecidedColumn column) {
        if (column.type().isEmpty()) {
            return muted(texts.get("connect.kind.none"));
        }
        AttributeType type = column.type().orElseThrow();
        if (type != AttributeType.INTEGER || isFixed(column)) {
            return muted(texts.get("type." + type));
        }
        ComboBox<AttributeType> box =
                choice(
                        List.of(AttributeType.INTEGER, AttributeType.TEXT),
                        column.asText().get() ? AttributeType.TEXT : AttributeType.INTEGER,
                        one ->
                                texts.get(
                                        one == AttributeType.TEXT
                                                ? "connect.kind.asText"
                                                : "type." + one),
                        now -> {
                            column.asText().set(now == AttributeType.TEXT);
                            columns.refresh();
                        });
        box.setAccessibleText(texts.get("import.type.of", column.name()));
        box.disableProperty().bind(column.used().not());
        return box;
    }

    private Node purpose(DecidedColumn column) {
        Optional<String> part = model.part(table(), column.name());
        if (part.isPresent()) {
            return new Label(texts.get(part.get()));
        }
        if (column.type().isEmpty()) {
            return new Label();
        }
        AttributeType type = column.type().orElseThrow();
        if (!model.isPeople(table())) {
            boolean measure =
                    (type == AttributeType.INTEGER || type == AttributeType.DECIMAL)
                            && !column.asText().get();
            return muted(texts.get(measure ? "connect.measure" : "connect.detail"));
        }
        ComboBox<ColumnPurpose> box =
                choice(
                        Arrays.stream(ColumnPurpose.values()).filter(p -> p.fits(type)).toList(),
                        column.purpose().get(),
                        one -> texts.get("connect.purpose." + one),
                        column.purpose()::set);
        box.setAccessibleText(texts.get("connect.purpose.of", column.name()));
        box.disableProperty().bind(column.used().not());
        return box;
    }

    private static <T> ComboBox<T> choice(
            List<T> all, T now, Function<T, String> words, Consumer<T> chosen) {
        ComboBox<T> box = new ComboBox<>();
        box.getItems().setAll(all);
        box.setConverter(new Worded<>(words));
        box.setValue(now);
        box.setMaxWidth(Double.MAX_VALUE);
        box.valueProperty()
                .subscribe(
                        (before, after) -> {
                            if (after != null) {
                                chosen.accept(after);
                            }
                        });
        return box;
    }

    private Node sample(DecidedColumn column) {
        String shown = String.join(" · ", model.columns().sample(table(), column));
        Label label = shown.isEmpty() ? muted(texts.get("connect.missing")) : new Label(shown);
        Tip.on(label, label.getText());
        return label;
    }

    private static Label muted(String words) {
        Label label = new Label(words);
        label.getStyleClass().add("muted");
        return label;
    }

    private void export() {
        desk.files()
                .toSave(
                        new FileKind(
                                texts.get("connect.export.title"),
                                texts.get("connect.export.kind"),
                                "json"),
                        "mapping.json")
                .ifPresent(
                        file ->
                                model.export(
                                        file,
                                        () ->
                                                desk.notices()
                                                        .done(
                                                                texts.get(
                                                                        "cli.source.mappingWritten",
                                                                        String.valueOf(
                                                                                file
                                                                                        .getFileName())))));
    }
}
