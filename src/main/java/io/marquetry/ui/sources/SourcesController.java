package io.marquetry.ui.sources;

import io.marquetry.base.FieldName;
import io.marquetry.base.Texts;
import io.marquetry.pack.AssetPackage;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.SourcePlace;
import io.marquetry.ui.common.file.FileDrop;
import io.marquetry.ui.common.list.ListTable;
import io.marquetry.ui.common.look.Formats;
import io.marquetry.ui.common.look.Tip;
import io.marquetry.ui.common.screen.Action;
import io.marquetry.ui.common.screen.Command;
import io.marquetry.ui.common.screen.Confirmation;
import io.marquetry.ui.common.screen.Desk;
import io.marquetry.ui.common.screen.Follows;
import io.marquetry.ui.common.screen.UsedSheet;
import io.marquetry.ui.navigation.Destination;
import io.marquetry.ui.sources.remote.LiveAdvice;
import io.marquetry.ui.sources.remote.RemoteState;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Steers the list of sources and shows what the chosen one knows. */
final class SourcesController {

    private final SourcesModel model;
    private final Desk desk;
    private final Texts texts;
    private final Formats formats;
    private final Follows follows;
    private final SourceHolders holders;
    private final Set<FieldName> opened = new HashSet<>();
    private final RemoteState remote;
    private final LiveAdvice advice;
    private @Nullable ProfileSource described;

    @FXML private VBox root;
    @FXML private HBox content;
    @FXML private ListTable<ProfileSource> table;
    @FXML private TableColumn<ProfileSource, ProfileSource> nameColumn;
    @FXML private TableColumn<ProfileSource, ProfileSource> titleColumn;
    @FXML private TableColumn<ProfileSource, ProfileSource> profilesColumn;
    @FXML private TableColumn<ProfileSource, ProfileSource> asOfColumn;
    @FXML private Node details;
    @FXML private TextField detailName;
    @FXML private Label detailFacts;
    @FXML private VBox attributes;
    @FXML private Node empty;
    @FXML private Button remove;
    @FXML private Button compose;
    @FXML private Button renew;
    @FXML private Button importing;
    @FXML private Button importFirst;
    @FXML private Button generate;
    @FXML private Button generateFirst;
    @FXML private Button connect;
    @FXML private Button connectFirst;
    @FXML private VBox remoteState;

    SourcesController(SourcesModel model, SourceHolders holders, Desk desk, Follows follows) {
        this.model = model;
        this.holders = holders;
        this.desk = desk;
        this.texts = desk.texts();
        this.formats = new Formats(texts.locale());
        this.follows = follows;
        this.remote = model.remote(desk);
        this.advice = model.advice(desk);
    }

    @FXML
    void initialize() {
        remoteState.getChildren().setAll(remote.root(), advice.root());
        connect.setOnAction(event -> model.connect(desk));
        connectFirst.setOnAction(event -> model.connect(desk));
        table.serve(desk);
        table.key(nameColumn, source -> source.name().value());
        table.text(titleColumn, ProfileSource::title);
        table.count(profilesColumn, ProfileSource::profiles);
        table.moment(asOfColumn, ProfileSource::asOf);
        table.show(model.sources(), ProfileSource::name, follows);
        table.getSelectionModel().selectedItemProperty().subscribe(this::look);
        importing.setOnAction(event -> importCustomers(Optional.empty()));
        importFirst.setOnAction(event -> importCustomers(Optional.empty()));
        generate.setOnAction(event -> generateSample());
        generateFirst.setOnAction(event -> generateSample());
        FileDrop.onto(root, file -> importCustomers(Optional.of(file)));
        bindTitle();
        follows.changes(model.sources(), this::show);
        follows.changes(model.loaded(), this::show);
        follows.on(model.chosen(), now -> show());
    }

    /** Returns what the menus can ask of this screen. */
    Map<Command, Action> actions() {
        Action composing =
                table.one(
                        texts.get("sources.compose"),
                        source ->
                                desk.navigation()
                                        .go(
                                                new Destination.NewPackage(
                                                        Optional.of(source.name()))));
        Action removing = table.one(texts.get("sources.remove"), this::askToRemove);
        Action renewing = renewing();
        composing.onto(compose);
        renewing.onto(renew);
        renew.textProperty().bind(renewing.label());
        removing.onto(remove);
        table.opens(composing);
        table.deletes(removing);
        table.offer(composing, renewing, removing);
        return Map.of(
                Command.IMPORT,
                Action.always(texts.get("command.import"), () -> importCustomers(Optional.empty())),
                Command.GENERATE,
                Action.always(texts.get("command.generate"), this::generateSample),
                Command.DELETE,
                removing);
    }

    /** Reads the list afresh. */
    void shown() {
        model.load(desk.notices()::problem);
        desk.navigation().speaksOf(model.chosen().get());
    }

    private void look(@Nullable ProfileSource source) {
        if (source != null) {
            model.chosen().set(Optional.of(source.name()));
        }
    }

    private void importCustomers(Optional<Path> file) {
        ImportModel begun = model.beginImport();
        file.ifPresent(begun::choose);
        ImportTask.show(model, begun, desk);
    }

    /** A source of our own is read from a newer file; where others keep it, it is looked at. */
    private Action renewing() {
        Action one = table.one(texts.get("sources.renew"), this::renew);
        return new Action(
                table.getSelectionModel()
                        .selectedItemProperty()
                        .map(source -> texts.get(isOurs(source) ? "sources.renew" : "sources.look"))
                        .orElse(texts.get("sources.renew")),
                one.enabled(),
                one.run());
    }

    private void renew(ProfileSource source) {
        if (isOurs(source)) {
            RenewTask.show(model, model.beginRenewing(source), desk);
        } else {
            remote.look(source);
        }
    }

    private static boolean isOurs(ProfileSource source) {
        return source.place() instanceof SourcePlace.Sealed;
    }

    private void generateSample() {
        GenerateSampleController.show(model, model.beginGenerating(), desk);
    }

    private void show() {
        boolean nothing = model.loaded().get() && model.sources().isEmpty();
        empty.setVisible(nothing);
        content.setVisible(!nothing);
        Optional<ProfileSource> source = model.chosen().get().flatMap(model::find);
        details.setVisible(source.isPresent());
        source.ifPresent(this::show);
    }

    /** The title is edited in its place, as that of a package is. */
    private void bindTitle() {
        Tip.on(detailName, () -> Optional.of(texts.get("sources.title.tooltip")));
        detailName.setOnAction(event -> rename());
        detailName
                .focusedProperty()
                .subscribe(
                        focused -> {
                            if (!focused) {
                                rename();
                            }
                        });
        detailName.setOnKeyPressed(
                event -> {
                    if (event.getCode() == KeyCode.ESCAPE) {
                        chosen().ifPresent(source -> detailName.setText(source.title()));
                        event.consume();
                    }
                });
    }

    private void rename() {
        chosen().ifPresent(
                        source -> {
                            String typed = detailName.getText().strip();
                            if (typed.isEmpty() || typed.equals(source.title())) {
                                detailName.setText(source.title());
                            } else {
                                model.rename(source.name(), typed, desk.notices()::problem);
                            }
                        });
    }

    private Optional<ProfileSource> chosen() {
        return model.chosen().get().flatMap(model::find);
    }

    private void show(ProfileSource source) {
        if (!source.equals(table.getSelectionModel().getSelectedItem())) {
            table.choose(source);
        }
        desk.navigation().speaksOf(Optional.of(source.name()));
        detailName.setText(source.title());
        detailFacts.setText(
                texts.get(
                                "sources.facts",
                                source.profiles(),
                                formats.moment(source.asOf()),
                                source.fixedToday()
                                        .map(formats::day)
                                        .orElse(texts.get("sources.today.real")))
                        + " · "
                        + place(source));
        if (described != null && !described.name().equals(source.name())) {
            opened.clear();
        }
        remote.show(source);
        advice.show(source);
        if (!source.equals(described)) {
            described = source;
            attributes
                    .getChildren()
                    .setAll(
                            new ModelLines(
                                            texts,
                                            model.columns(source.name()),
                                            opened,
                                            (what, label) ->
                                                    model.label(
                                                            source.name(),
                                                            what,
                                                            label,
                                                            () -> desk.navigation().saysOtherwise(),
                                                            desk.notices()::problem))
                                    .of(source));
        }
    }

    private String place(ProfileSource source) {
        return switch (source.place()) {
            case SourcePlace.Sealed sealed -> texts.get("sources.place." + sealed.engine());
            case SourcePlace.InPlace inPlace -> texts.get("sources.inPlace", inPlace.path());
            case SourcePlace.Remote remote ->
                    texts.get(
                            "sources.remote." + remote.server().engine(),
                            remote.server().toString());
        };
    }

    /** Whoever holds the source is named before anything is asked. */
    private void askToRemove(ProfileSource source) {
        holders.find(
                source.name(),
                found -> {
                    if (found.isEmpty()) {
                        confirm(source);
                    } else {
                        UsedSheet.show(
                                desk,
                                texts.get("tags.used.heading", source.title()),
                                texts.get("sources.used.words"),
                                found.stream().map(this::user).toList());
                    }
                },
                desk.notices()::problem);
    }

    private UsedSheet.User user(AssetPackage pack) {
        return new UsedSheet.User(
                pack.name().in(texts.locale()), new Destination.OfPackage(pack.key()));
    }

    private void confirm(ProfileSource source) {
        boolean sample = holders.isSample(source.name());
        Confirmation.ask(
                desk.sheets(),
                texts,
                sample
                        ? texts.get("sources.sample.heading")
                        : texts.get("sources.remove.heading", source.title()),
                texts.get(sample ? "sources.sample.words" : "sources.remove.words"),
                texts.get(sample ? "sources.sample.remove" : "sources.remove"),
                () -> {
                    if (sample) {
                        removeSample();
                    } else {
                        remove(source);
                    }
                });
    }

    private void removeSample() {
        holders.removeSample(
                () -> {
                    shown();
                    desk.notices().done(texts.get("sources.sample.removed"));
                },
                desk.notices()::problem);
    }

    private void remove(ProfileSource source) {
        model.remove(
                source.name(),
                () -> desk.notices().done(texts.get("sources.removed", source.title())),
                desk.notices()::problem);
    }
}
