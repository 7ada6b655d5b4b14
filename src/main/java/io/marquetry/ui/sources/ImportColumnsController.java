package io.marquetry.ui.sources;

import io.marquetry.base.FieldName;
import io.marquetry.base.Problem;
import io.marquetry.base.Texts;
import io.marquetry.base.UserZone;
import io.marquetry.source.infer.ImportInspection;
import io.marquetry.source.infer.InspectedColumn;
import io.marquetry.source.local.KeyRepeats;
import io.marquetry.ui.common.look.Tip;
import io.marquetry.ui.common.look.Worded;
import io.marquetry.ui.common.screen.Follows;
import io.marquetry.ui.common.screen.Parts;

import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import org.kordamp.ikonli.javafx.FontIcon;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Steers the second step: what each column means, and which one names the profiles. */
public final class ImportColumnsController {

    private final ImportColumns model;
    private final Runnable readAgain;
    private final boolean withKey;
    private final Texts texts;
    private final Follows follows;

    @FXML private Label words;
    @FXML private Node keyLine;
    @FXML private ComboBox<Optional<ColumnForm>> key;
    @FXML private CheckBox folded;
    @FXML private Label repeats;
    @FXML private TableView<ColumnForm> table;
    @FXML private TableColumn<ColumnForm, ColumnForm> includedColumn;
    @FXML private TableColumn<ColumnForm, ColumnForm> nameColumn;
    @FXML private TableColumn<ColumnForm, ColumnForm> labelColumn;
    @FXML private TableColumn<ColumnForm, ColumnForm> typeColumn;
    @FXML private TableColumn<ColumnForm, ColumnForm> missingColumn;
    @FXML private TableColumn<ColumnForm, ColumnForm> filledColumn;
    @FXML private TableColumn<ColumnForm, ColumnForm> examplesColumn;
    @FXML private Label problem;

    /**
     * Makes the controller.
     *
     * @param readAgain reads the columns again, after another text was said to mean "no value"
     * @param withKey whether a column names the rows
     */
    public ImportColumnsController(
            ImportColumns model,
            Runnable readAgain,
            boolean withKey,
            Texts texts,
            Follows follows) {
        this.model = model;
        this.readAgain = readAgain;
        this.withKey = withKey;
        this.texts = texts;
        this.follows = follows;
    }

    @FXML
    void initialize() {
        TextColumns.controls(includedColumn, this::included);
        TextColumns.controls(nameColumn, this::name);
        TextColumns.controls(labelColumn, this::label);
        labelColumn.setVisible(withKey);
        TextColumns.controls(typeColumn, this::type);
        TextColumns.controls(missingColumn, this::missing);
        TextColumns.fill(filledColumn, this::filled);
        TextColumns.controls(examplesColumn, this::values);
        folded.selectedProperty().bindBidirectional(model.folded());
        Parts.show(folded, false);
        table.setItems(model.columns());
        table.setFixedCellSize(36);
        Parts.show(keyLine, withKey);
        bindKey();
        follows.on(model.repeats(), now -> showRepeats());
        follows.on(model.inspection(), now -> show());
        follows.on(model.problem(), now -> show());
    }

    private void show() {
        model.inspection().get().ifPresent(found -> words.setText(words(found)));
        table.refresh();
        showFolded();
        Optional<Problem> wrong = model.problem().get();
        wrong.ifPresent(p -> problem.setText(texts.sentence(p)));
        Parts.show(problem, wrong.isPresent());
    }

    /** Says before the import how many rows the key would cost. */
    private void showRepeats() {
        Optional<KeyRepeats> bad = model.repeats().get().filter(found -> !found.isKey());
        Parts.show(repeats, withKey && bad.isPresent());
        bad.ifPresent(found -> repeats.setText(words(found)));
    }

    private String words(KeyRepeats found) {
        String name = model.key().get().map(column -> column.name().get()).orElse("");
        List<String> said = new ArrayList<>();
        if (found.repeated() > 0) {
            said.add(
                    texts.get(
                            "import.key.repeats",
                            name,
                            found.repeated(),
                            found.rows(),
                            found.most().stream()
                                    .map(
                                            one ->
                                                    texts.get(
                                                            "import.key.times",
                                                            one.key(),
                                                            one.times()))
                                    .collect(Collectors.joining(texts.get("rule.comma")))));
        }
        if (found.without() > 0) {
            said.add(texts.get("import.key.without", name, found.without()));
        }
        return texts.together(said);
    }

    private String words(ImportInspection found) {
        String read =
                texts.get(
                        "import.columns.words", found.rows(), found.columns().size(), found.lost());
        List<String> parts = new ArrayList<>(List.of(read));
        found.notes().forEach(note -> parts.add(texts.sentence(note)));
        if (found.columns().stream().anyMatch(InspectedColumn::zoned)) {
            parts.add(texts.sentence(Problem.of("problem.reading.zone", UserZone.get().getId())));
        }
        if (!found.leftOut().isEmpty()) {
            parts.add(texts.get("import.leftOut", texts.listed(found.leftOut())));
        }
        return texts.together(parts);
    }

    /** Letter case of the key is a question only where there is a key. */
    private void showFolded() {
        Parts.show(folded, withKey && model.key().get().isPresent());
    }

    private void bindKey() {
        List<Optional<ColumnForm>> choices = new ArrayList<>();
        choices.add(Optional.empty());
        model.columns().forEach(column -> choices.add(Optional.of(column)));
        key.getItems().setAll(choices);
        key.setConverter(
                new Worded<>(
                        column ->
                                column.map(c -> c.name().get())
                                        .orElse(texts.get("import.key.row"))));
        key.valueProperty().bindBidirectional(model.key());
        key.valueProperty().subscribe(() -> showFolded());
    }

    private String filled(ColumnForm column) {
        long missing = column.found().get().missing();
        return missing == 0
                ? texts.get("import.filled.all")
                : texts.get("import.filled.missing", missing);
    }

    private Node included(ColumnForm column) {
        CheckBox box = new CheckBox();
        box.setAccessibleText(texts.get("import.included.of", column.name().get()));
        box.setSelected(column.included().get());
        box.selectedProperty().subscribe((old, now) -> column.included().set(now));
        return box;
    }

    private Node name(ColumnForm column) {
        TextField field = new TextField(column.name().get());
        field.setAccessibleText(texts.get("import.column"));
        field.textProperty().subscribe((old, typed) -> column.name().set(typed));
        return field;
    }

    /** What people call the column: the usual word stands there until they say another. */
    private Node label(ColumnForm column) {
        TextField field = new TextField(column.label().get());
        field.setPromptText(
                texts.usuallyCalled(new FieldName.OfProfiles(column.name().get().strip())));
        column.name()
                .subscribe(
                        named ->
                                field.setPromptText(
                                        texts.usuallyCalled(
                                                new FieldName.OfProfiles(named.strip()))));
        field.setAccessibleText(texts.get("sources.label.of", column.name().get()));
        field.textProperty().subscribe((old, typed) -> column.label().set(typed));
        return field;
    }

    private Node type(ColumnForm column) {
        ComboBox<ColumnKind> box = new ComboBox<>();
        box.getItems().setAll(ColumnKind.all());
        box.setConverter(new Worded<>(kind -> kind.words(texts)));
        box.setAccessibleText(texts.get("import.type.of", column.name().get()));
        box.setMaxWidth(Double.MAX_VALUE);
        box.setValue(column.kind().get());
        box.valueProperty()
                .subscribe(
                        (old, now) -> {
                            if (now != null && !now.equals(column.kind().get())) {
                                column.kind().set(now);
                                readAgain.run();
                            }
                        });
        return box;
    }

    private Node missing(ColumnForm column) {
        TextField field = new TextField(column.missing().get());
        field.setPromptText(texts.get("import.missing.prompt"));
        field.setAccessibleText(texts.get("import.missing.of", column.name().get()));
        field.textProperty().subscribe((old, typed) -> column.missing().set(typed));
        field.setOnAction(event -> readAgain.run());
        field.focusedProperty()
                .subscribe(
                        (was, is) -> {
                            if (!is) {
                                readAgain.run();
                            }
                        });
        return field;
    }

    /** Shows a few values, or why the column is not what most of it is. */
    private Node values(ColumnForm column) {
        InspectedColumn found = column.found().get();
        String shown =
                found.why().map(texts::sentence).orElse(String.join(" · ", found.examples()));
        Label label = new Label(shown);
        if (found.why().isPresent()) {
            label.getStyleClass().add("doubt");
            label.setGraphic(new FontIcon("fth-alert-triangle"));
        }
        Tip.on(label, shown);
        List<String> words = column.wordsForMissing();
        if (words.isEmpty()) {
            return label;
        }
        Button take = new Button(texts.get("import.missing.take", String.join(" | ", words)));
        take.getStyleClass().add("small");
        take.setMinWidth(Region.USE_PREF_SIZE);
        take.setOnAction(
                event -> {
                    column.takeMissing(words);
                    readAgain.run();
                });
        HBox.setHgrow(label, Priority.ALWAYS);
        label.setMaxWidth(Double.MAX_VALUE);
        label.setMinWidth(0);
        HBox line = new HBox(8, take, label);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }
}
