package io.marquetry.ui.packages;

import io.marquetry.base.LocalizedText;
import io.marquetry.base.Texts;
import io.marquetry.handoff.bundle.BundleFile;
import io.marquetry.pack.AssetPackage;
import io.marquetry.pack.PackageRepository.Summary;
import io.marquetry.ui.common.file.FileDrop;
import io.marquetry.ui.common.file.FileKind;
import io.marquetry.ui.common.list.ListTable;
import io.marquetry.ui.common.screen.Action;
import io.marquetry.ui.common.screen.Command;
import io.marquetry.ui.common.screen.Desk;
import io.marquetry.ui.common.screen.Follows;
import io.marquetry.ui.navigation.Destination;

import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TableColumn;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

import org.controlsfx.control.textfield.CustomTextField;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.io.File;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Steers the list of packages. */
final class PackagesController {

    private static final KeyCombination PASTE =
            new KeyCodeCombination(KeyCode.V, KeyCombination.SHORTCUT_DOWN);

    private final PackagesModel model;
    private final PackageExport exports;
    private final Desk desk;
    private final Texts texts;
    private final Follows follows;

    @FXML private CustomTextField search;
    @FXML private ListTable<Summary> table;
    @FXML private TableColumn<Summary, Summary> nameColumn;
    @FXML private TableColumn<Summary, Summary> keyColumn;
    @FXML private TableColumn<Summary, Summary> stateColumn;
    @FXML private TableColumn<Summary, Summary> audienceColumn;
    @FXML private TableColumn<Summary, Summary> outcomeColumn;
    @FXML private TableColumn<Summary, Summary> finishedColumn;
    @FXML private TableColumn<Summary, Summary> sourceColumn;
    @FXML private TableColumn<Summary, Summary> editedColumn;
    @FXML private VBox root;
    @FXML private Button importing;
    @FXML private Button create;
    @FXML private Button createFirst;
    @FXML private Button open;
    @FXML private Button duplicate;
    @FXML private Button versions;
    @FXML private Button export;
    @FXML private Button delete;
    @FXML private Button restore;
    @FXML private CheckBox archived;

    PackagesController(PackagesModel model, PackageExport exports, Desk desk, Follows follows) {
        this.model = model;
        this.exports = exports;
        this.desk = desk;
        this.texts = desk.texts();
        this.follows = follows;
    }

    @FXML
    void initialize() {
        search.setLeft(new FontIcon(Feather.SEARCH));
        follows.both(search.textProperty(), model.search());
        follows.both(archived.selectedProperty(), model.archived());
        follows.changes(model.archived(), this::shown);
        restore.visibleProperty().bind(model.archived());
        restore.managedProperty().bind(model.archived());
        create.setOnAction(event -> createNew());
        createFirst.setOnAction(event -> createNew());
        importing.setOnAction(event -> chooseDocuments());
        FileDrop.ontoAll(root, this::look);
        table.addEventHandler(KeyEvent.KEY_PRESSED, this::paste);
        table.serve(desk);
        table.text(nameColumn, row -> name(row.pack()));
        table.key(keyColumn, row -> row.pack().key().value());
        StandingWords standing = new StandingWords(model::standing, model::lifeOf, texts);
        table.badge(stateColumn, standing::state);
        table.number(audienceColumn, standing::people, standing::audience, standing::audienceTold);
        table.text(
                outcomeColumn,
                Comparator.comparing(standing::outcome),
                standing::outcome,
                standing::outcomeTold);
        table.text(finishedColumn, standing.byFinished(), standing::finished);
        table.text(sourceColumn, row -> model.sourceOf(row.pack()));
        table.moment(editedColumn, Summary::editedAt);
        table.show(model.found(), row -> row.pack().key(), follows);
        table.spare(List.of(keyColumn, editedColumn, sourceColumn));
        follows.changes(model.standings(), table::refresh);
        table.showEmptyWhile(model.nothing(), follows);
    }

    /** Returns what the menus can ask of this screen. */
    Map<Command, Action> actions() {
        Action opening = table.one(texts.get("packages.open"), this::open);
        Action copying = table.one(texts.get("command.duplicate"), this::duplicate);
        Action exporting = table.one(texts.get("command.export"), this::export);
        Action deleting =
                table.some(texts.get("command.delete"), this::putAway).only(model.archived().not());
        Action restoring =
                table.some(texts.get("packages.restore"), this::restore).only(model.archived());
        deleting.onto(delete);
        restoring.onto(restore);
        table.deletes(deleting);
        opening.onto(open);
        copying.onto(duplicate);
        exporting.onto(export);
        table.opens(opening);
        Action looking =
                table.one(
                        texts.get("versions.open"),
                        row -> desk.navigation().go(new Destination.VersionsOf(row.pack().key())));
        looking.onto(versions);
        table.offer(opening, looking, copying, exporting, restoring, deleting);
        return Map.of(
                Command.DUPLICATE,
                copying,
                Command.EXPORT,
                exporting,
                Command.DELETE,
                deleting,
                Command.FIND,
                Action.always(texts.get("command.find"), search::requestFocus));
    }

    /** Reads the list afresh. */
    void shown() {
        model.load(desk.notices()::problem);
    }

    private void createNew() {
        desk.navigation().go(new Destination.NewPackage(Optional.empty()));
    }

    /** Takes what was copied: files, or the text of a document. */
    private void paste(KeyEvent event) {
        Clipboard clipboard = Clipboard.getSystemClipboard();
        if (!PASTE.match(event)) {
            return;
        }
        if (clipboard.hasFiles()) {
            look(clipboard.getFiles().stream().map(File::toPath).toList());
            event.consume();
        } else if (clipboard.hasString() && clipboard.getString().strip().startsWith("{")) {
            desk.navigation().go(new Destination.PastedDocument(clipboard.getString()));
            event.consume();
        }
    }

    private void chooseDocuments() {
        FileKind documents =
                new FileKind(
                        texts.get("packages.import"),
                        texts.get("packages.documents"),
                        "json",
                        BundleFile.ENDING.substring(1));
        List<Path> chosen = desk.files().toOpen(documents, Integer.MAX_VALUE);
        if (!chosen.isEmpty()) {
            look(chosen);
        }
    }

    private void look(List<Path> files) {
        desk.navigation().go(new Destination.Documents(files));
    }

    private void open(Summary row) {
        desk.navigation().go(new Destination.OfPackage(row.pack().key()));
    }

    private void export(Summary row) {
        exports.start(row.pack(), desk, this::shown);
    }

    private void duplicate(Summary row) {
        AssetPackage pack = row.pack();
        String copyName = texts.get("packages.copyName", name(pack));
        model.duplicate(
                pack,
                LocalizedText.of(texts.locale(), copyName),
                made -> {
                    model.find(made).ifPresent(table::choose);
                    desk.notices().done(texts.get("packages.duplicated", copyName));
                },
                desk.notices()::problem);
    }

    private void putAway(List<Summary> rows) {
        model.putAway(
                rows.stream().map(row -> row.pack().key()).toList(),
                away ->
                        desk.notices()
                                .done(
                                        texts.get(
                                                "packages.putAway",
                                                away.deleted().size(),
                                                away.archived().size()),
                                        texts.get("packages.putAway.undo"),
                                        () -> model.bringBack(away, desk.notices()::problem)),
                desk.notices()::problem);
    }

    private void restore(List<Summary> rows) {
        model.restore(
                rows.stream().map(row -> row.pack().key()).toList(),
                () -> desk.notices().done(texts.get("packages.restored", rows.size())),
                desk.notices()::problem);
    }

    private String name(AssetPackage pack) {
        return pack.name().in(texts.locale());
    }
}
