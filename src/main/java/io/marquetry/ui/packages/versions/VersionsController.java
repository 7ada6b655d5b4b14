package io.marquetry.ui.packages.versions;

import io.marquetry.base.LocalizedText;
import io.marquetry.base.Problem;
import io.marquetry.base.Texts;
import io.marquetry.handoff.PackageDocument;
import io.marquetry.handoff.PackageDocumentJson;
import io.marquetry.pack.AssetPackage;
import io.marquetry.pack.PackageVersion;
import io.marquetry.tag.TagNames;
import io.marquetry.ui.common.file.FileKind;
import io.marquetry.ui.common.list.ListTable;
import io.marquetry.ui.common.look.Formats;
import io.marquetry.ui.common.look.Worded;
import io.marquetry.ui.common.screen.Desk;
import io.marquetry.ui.common.screen.Follows;
import io.marquetry.ui.common.screen.Parts;
import io.marquetry.ui.common.screen.Written;
import io.marquetry.ui.navigation.Destination;

import javafx.application.Platform;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.layout.VBox;

import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** Steers the sheet of a package's versions. */
final class VersionsController {

    private final VersionsModel model;
    private final Desk desk;
    private final Texts texts;
    private final Formats formats;
    private final Consumer<PackageVersion> handing;
    private final Follows follows;
    private boolean showing;
    private boolean begun;

    @FXML private Label heading;
    @FXML private VBox above;
    @FXML private ListTable<Finished> table;
    @FXML private TableColumn<Finished, Finished> numberColumn;
    @FXML private TableColumn<Finished, Finished> finishedColumn;
    @FXML private TableColumn<Finished, Finished> audienceColumn;
    @FXML private Node looked;
    @FXML private Node said;
    @FXML private Label size;
    @FXML private VBox says;
    @FXML private ComboBox<OptionalInt> other;
    @FXML private Label turned;
    @FXML private VBox differences;
    @FXML private Label reason;
    @FXML private Label hash;
    @FXML private Label problem;
    @FXML private VBox people;
    @FXML private VBox aside;
    @FXML private VBox nearest;
    @FXML private Button restore;
    @FXML private Button branch;
    @FXML private Button export;
    @FXML private Button handOver;
    @FXML private Button close;

    /**
     * Makes the controller of the sheet.
     *
     * @param handing asks what is handed over beside a version
     */
    VersionsController(
            VersionsModel model, Desk desk, Consumer<PackageVersion> handing, Follows follows) {
        this.handing = handing;
        this.model = model;
        this.desk = desk;
        this.texts = desk.texts();
        this.formats = new Formats(texts.locale());
        this.follows = follows;
    }

    @FXML
    void initialize() {
        table.serve(desk);
        table.text(
                numberColumn,
                Comparator.comparingInt(Finished::number),
                row -> texts.get("versions.number", row.number()));
        table.moment(finishedColumn, row -> row.version().createdAt());
        table.count(audienceColumn, row -> row.document().size().audience());
        table.show(model.versions(), Finished::number, follows);
        table.getSelectionModel()
                .selectedItemProperty()
                .subscribe(
                        row -> {
                            if (row != null && !model.chosen().get().equals(Optional.of(row))) {
                                model.choose(row);
                            }
                        });
        other.setConverter(new Worded<>(this::nameOf));
        other.valueProperty()
                .subscribe(
                        value -> {
                            if (!showing && value != null) {
                                model.other().set(value);
                            }
                        });
        follows.on(
                model.draft(),
                draft ->
                        draft.ifPresent(
                                pack ->
                                        heading.setText(
                                                texts.get(
                                                        "versions.heading",
                                                        pack.name().in(texts.locale())))));
        follows.on(model.chosen(), this::show);
        follows.on(model.comparison(), this::compared);
        follows.on(
                model.nearest(),
                found ->
                        found.ifPresent(
                                near ->
                                        nearest.getChildren()
                                                .setAll(
                                                        new NearestLines(
                                                                        texts,
                                                                        new TagNames(
                                                                                model::tags, texts))
                                                                .of(near))));
        restore.setOnAction(event -> restore());
        branch.setOnAction(event -> branch());
        export.setOnAction(event -> export());
        handOver.setOnAction(
                event -> model.chosen().get().ifPresent(one -> handing.accept(one.version())));
        close.setOnAction(event -> desk.sheets().close());
    }

    /** Puts a part below the heading. */
    void above(Node part) {
        above.getChildren().setAll(part);
    }

    /** Puts a part below the list of versions. */
    void aside(Node part) {
        aside.getChildren().setAll(part);
    }

    private void show(Optional<Finished> version) {
        Parts.show(looked, version.isPresent());
        Parts.show(said, version.isPresent());
        Parts.show(restore, version.isPresent());
        Parts.show(branch, version.isPresent());
        Parts.show(export, version.isPresent());
        Parts.show(handOver, version.isPresent());
        version.ifPresent(this::show);
        if (version.isPresent() && !begun) {
            // What came first, the versions or the part above them, is chance.
            begun = true;
            Platform.runLater(table::requestFocus);
        }
    }

    private void show(Finished version) {
        table.choose(version);
        PackageDocument document = version.document();
        size.setText(
                texts.get(
                        "versions.size",
                        document.size().audience(),
                        document.size().profiles(),
                        document.sourceTitle(),
                        formats.moment(document.size().asOf())));
        says.getChildren().setAll(new Saying(texts).of(document));
        Parts.show(reason, version.reason().isPresent());
        version.reason().ifPresent(why -> reason.setText(texts.get("versions.reason", why)));
        hash.setText(texts.get("versions.hash", version.sha256()));
        restore.setText(texts.get("versions.restore", version.number()));
        branch.setText(texts.get("versions.branch", version.number()));
        export.setText(texts.get("versions.export", version.number()));
        showing = true;
        other.getItems().setAll(model.others());
        showing = false;
    }

    private void compared(Optional<Comparison> found) {
        showing = true;
        other.setValue(model.other().get());
        showing = false;
        differences.getChildren().clear();
        people.getChildren().clear();
        Parts.show(turned, found.isPresent());
        Parts.show(problem, found.flatMap(Comparison::uncounted).isPresent());
        found.flatMap(Comparison::uncounted).ifPresent(why -> problem.setText(texts.sentence(why)));
        found.ifPresent(
                comparison -> {
                    turned.setText(
                            texts.get(
                                    "versions.turned",
                                    nameOf(OptionalInt.of(comparison.from())),
                                    nameOf(comparison.to())));
                    TagNames names = new TagNames(model::tags, texts);
                    differences
                            .getChildren()
                            .setAll(new DifferenceTable(texts, names).of(comparison));
                    comparison
                            .people()
                            .ifPresent(
                                    who ->
                                            people.getChildren()
                                                    .setAll(
                                                            new PeoplePicture(texts, names)
                                                                    .of(
                                                                            who,
                                                                            nameOf(
                                                                                    OptionalInt.of(
                                                                                            comparison
                                                                                                    .from())),
                                                                            nameOf(
                                                                                    comparison
                                                                                            .to()))));
                });
    }

    private String nameOf(OptionalInt number) {
        if (number.isEmpty()) {
            return texts.get("versions.draft");
        }
        return texts.get(
                model.wentOut(number.getAsInt()) ? "versions.wentOut" : "versions.number",
                number.getAsInt());
    }

    private void restore() {
        int number = model.chosen().get().orElseThrow().number();
        model.restore(
                edited -> {
                    desk.sheets().close();
                    desk.notices()
                            .done(
                                    texts.get(
                                            edited ? "versions.restored" : "versions.restored.same",
                                            number));
                    desk.navigation().go(new Destination.OfPackage(model.key()));
                },
                this::tell);
    }

    private void branch() {
        int number = model.chosen().get().orElseThrow().number();
        AssetPackage original = model.draft().get().orElseThrow();
        LocalizedText name =
                LocalizedText.of(
                        texts.locale(),
                        texts.get(
                                "versions.branched.name",
                                original.name().in(texts.locale()),
                                number));
        model.branch(
                name,
                made -> {
                    desk.sheets().close();
                    desk.notices().done(texts.get("versions.branched", name.in(texts.locale())));
                    desk.navigation().go(new Destination.OfPackage(made));
                },
                this::tell);
    }

    private void export() {
        int number = model.chosen().get().orElseThrow().number();
        desk.files()
                .toSave(
                        new FileKind(
                                texts.get("packages.export.title"),
                                texts.get("compose.export.filter"),
                                "json"),
                        "%s-v%d.json".formatted(model.key(), number))
                .ifPresent(
                        file ->
                                model.export(
                                        file,
                                        version ->
                                                Written.tell(
                                                        desk,
                                                        texts.get(
                                                                "packages.exported",
                                                                version.number(),
                                                                file.getFileName()),
                                                        file,
                                                        new Written.Copied(
                                                                texts.get("written.hash"),
                                                                PackageDocumentJson.ownHash(
                                                                        version))),
                                        this::tell));
    }

    private void tell(Problem why) {
        Parts.show(problem, true);
        problem.setText(texts.sentence(why));
    }
}
