package io.marquetry.ui.incoming;

import io.marquetry.base.Problem;
import io.marquetry.base.Texts;
import io.marquetry.handoff.PackageDocument;
import io.marquetry.handoff.incoming.Choices.Existing;
import io.marquetry.handoff.incoming.FieldQuestion;
import io.marquetry.handoff.incoming.Incoming;
import io.marquetry.handoff.incoming.IncomingItem;
import io.marquetry.handoff.incoming.Taken;
import io.marquetry.source.ProfileSource;
import io.marquetry.ui.common.list.ListTable;
import io.marquetry.ui.common.look.Worded;
import io.marquetry.ui.common.screen.Action;
import io.marquetry.ui.common.screen.Desk;
import io.marquetry.ui.common.screen.Follows;
import io.marquetry.ui.common.screen.Parts;
import io.marquetry.ui.common.screen.Views;
import io.marquetry.ui.navigation.Destination;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What comes in with documents: what is new, what is the same, what somebody has to choose. */
final class IncomingController {

    private final IncomingModel model;
    private final Desk desk;
    private final Texts texts;
    private final Runnable close;
    private final Consumer<Taken> done;
    private final Runnable asking;
    private final Follows follows;
    private final ObservableList<IncomingItem> rows = FXCollections.observableArrayList();
    private Optional<IncomingItem> asked = Optional.empty();

    @FXML private VBox root;
    @FXML private Label about;
    @FXML private Node looking;
    @FXML private ListTable<IncomingItem> table;
    @FXML private TableColumn<IncomingItem, IncomingItem> standingColumn;
    @FXML private TableColumn<IncomingItem, IncomingItem> kindColumn;
    @FXML private TableColumn<IncomingItem, IncomingItem> nameColumn;
    @FXML private TableColumn<IncomingItem, IncomingItem> keyColumn;
    @FXML private TableColumn<IncomingItem, IncomingItem> choiceColumn;
    @FXML private Node choosing;
    @FXML private Button keep;
    @FXML private Button take;
    @FXML private Button rename;
    @FXML private Node renaming;
    @FXML private Label renamed;
    @FXML private TextField newKey;
    @FXML private Button setKey;
    @FXML private Node mapping;
    @FXML private Label fields;
    @FXML private CheckBox leaveOut;
    @FXML private Button map;
    @FXML private Node addressing;
    @FXML private ComboBox<Optional<ProfileSource>> source;
    @FXML private Label notes;
    @FXML private Label problem;
    @FXML private Button cancel;
    @FXML private Button accept;

    /**
     * Makes the controller of the sheet.
     *
     * @param asking opens the dialog that asks what fields are called here
     */
    IncomingController(
            IncomingModel model,
            Desk desk,
            Runnable close,
            Consumer<Taken> done,
            Runnable asking,
            Follows follows) {
        this.model = model;
        this.desk = desk;
        this.texts = desk.texts();
        this.close = close;
        this.done = done;
        this.asking = asking;
        this.follows = follows;
    }

    @FXML
    void initialize() {
        Views.dress(root, "incoming");
        table.serve(desk);
        table.text(
                standingColumn,
                Comparator.comparing(IncomingItem::standing),
                item -> texts.get("incoming.standing." + item.standing()));
        table.text(
                kindColumn,
                Comparator.comparing(IncomingItem::kind),
                item -> texts.get("incoming.kind." + item.kind()));
        table.text(nameColumn, item -> item.name().in(texts.locale()));
        table.key(keyColumn, IncomingItem::key);
        table.text(choiceColumn, this::choice);
        table.show(rows, item -> item.kind() + item.key(), follows);
        Action keeping = choosing("incoming.keep", Existing.KEEP);
        Action taking = choosing("incoming.take", Existing.TAKE);
        keeping.onto(keep);
        taking.onto(take);
        Action otherKey = table.one(texts.get("incoming.rename"), this::askForKey);
        otherKey.onto(rename);
        table.offer(keeping, taking, otherKey);
        table.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        newKey.setOnAction(event -> setKey());
        setKey.setOnAction(event -> setKey());
        newKey.addEventHandler(KeyEvent.KEY_PRESSED, this::leaveKey);
        map.setOnAction(event -> asking.run());
        table.opens(Action.always(texts.get("incoming.accept"), this::accept));
        source.setConverter(
                new Worded<>(
                        one ->
                                one.map(ProfileSource::title)
                                        .orElse(texts.get("incoming.sourceAsNamed"))));
        follows.both(source.valueProperty(), model.source());
        follows.both(leaveOut.selectedProperty(), model.leavesOut());
        cancel.setOnAction(event -> close.run());
        accept.setOnAction(event -> accept());
        follows.on(model.seen(), this::show);
        follows.on(model.problem(), this::showProblem);
        follows.changes(model.choices(), this::chosen);
        follows.changes(model.busy(), this::chosen);
        chosen();
    }

    private Action choosing(String label, Existing what) {
        return table.some(texts.get(label), items -> model.choose(items, what));
    }

    private String choice(IncomingItem item) {
        if (item.isRenamed()) {
            return texts.get("incoming.choice.renamed", item.theirs());
        }
        return switch (item.standing()) {
            case NEW -> texts.get("incoming.choice.comes");
            case SAME -> "";
            case DIFFERENT ->
                    model.isOpen(item)
                            ? texts.get("incoming.choice." + model.choice(item))
                            : texts.get("incoming.choice.KEEP");
        };
    }

    private void show(Optional<IncomingModel.Seen> found) {
        Parts.show(looking, found.isEmpty() && model.problem().get().isEmpty());
        Parts.show(table, found.isPresent());
        Parts.show(choosing, found.isPresent());
        Parts.show(renaming, false);
        Parts.show(addressing, found.filter(one -> !one.sources().isEmpty()).isPresent());
        found.ifPresent(
                one -> {
                    Incoming incoming = one.incoming();
                    offer(one.sources());
                    rows.setAll(
                            incoming.items().stream()
                                    .sorted(
                                            Comparator.comparing(
                                                    (IncomingItem item) -> !model.isOpen(item)))
                                    .toList());
                    table.getSelectionModel().clearSelection();
                    incoming.different().forEach(table.getSelectionModel()::select);
                    table.requestFocus();
                });
        showNotes();
        showFields();
        chosen();
    }

    /** What is chosen already stays chosen. */
    private void offer(List<ProfileSource> sources) {
        List<Optional<ProfileSource>> offered = new ArrayList<>();
        offered.add(Optional.empty());
        sources.forEach(one -> offered.add(Optional.of(one)));
        if (!offered.equals(source.getItems())) {
            source.getItems().setAll(offered);
        }
    }

    private void askForKey(IncomingItem item) {
        boolean possible = item.kind() != IncomingItem.Kind.VERSION;
        Parts.show(renaming, possible);
        if (possible) {
            asked = Optional.of(item);
            renamed.setText(texts.get("incoming.newKey", item.theirs()));
            newKey.setText(item.isRenamed() ? item.key() : proposed(item));
            newKey.requestFocus();
            newKey.selectAll();
        }
    }

    private static String proposed(IncomingItem item) {
        return item.key() + (item.kind() == IncomingItem.Kind.TAG ? "2" : "_2");
    }

    private void setKey() {
        asked.ifPresent(
                item -> model.rename(item, newKey.getText(), () -> Parts.show(renaming, false)));
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.F2 && !rename.isDisabled()) {
            event.consume();
            rename.fire();
        }
    }

    /** Escape leaves the field, not the sheet. */
    private void leaveKey(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            Parts.show(renaming, false);
            table.requestFocus();
        }
    }

    private void showFields() {
        List<FieldQuestion> questions = model.questions();
        long open = questions.stream().filter(FieldQuestion::isOpen).count();
        long remembered =
                questions.stream().filter(one -> one.remembered() && !one.isOpen()).count();
        Parts.show(mapping, !questions.isEmpty());
        Parts.show(leaveOut, open > 0);
        fields.setText(
                questions.stream()
                        .findFirst()
                        .map(
                                one ->
                                        texts.get(
                                                "incoming.fields.some",
                                                questions.size(),
                                                one.ours().title(),
                                                open,
                                                remembered,
                                                one.sender()))
                        .orElse(""));
    }

    private String about(Incoming incoming) {
        long packages =
                incoming.items().stream()
                        .filter(item -> item.kind() == IncomingItem.Kind.PACKAGE)
                        .count();
        int differ = incoming.different().size();
        return texts.together(
                packages == 1 ? facts(incoming.newest().getFirst()) : "",
                texts.get("incoming.about", packages),
                texts.get("incoming.differ", differ),
                differ == 0 ? "" : texts.get("incoming.differ.open", model.open()));
    }

    private String facts(PackageDocument document) {
        return texts.get(
                "incoming.facts",
                document.name().in(texts.locale()),
                document.version(),
                document.size().audience(),
                document.size().profiles(),
                document.sourceTitle());
    }

    private void showNotes() {
        List<Problem> told =
                model.seen().get().map(one -> one.incoming().notes()).orElse(List.of());
        Parts.show(notes, !told.isEmpty());
        notes.setText(texts.together(told.stream().map(texts::sentence).toList()));
    }

    private void showProblem(Optional<Problem> why) {
        Parts.show(problem, why.isPresent());
        Parts.show(looking, why.isEmpty() && model.seen().get().isEmpty());
        why.ifPresent(told -> problem.setText(texts.sentence(told)));
        chosen();
    }

    /** What is here already need not be taken: its package is opened. */
    private void accept() {
        Optional<Incoming> here = here();
        if (here.isEmpty()) {
            model.take(done);
            return;
        }
        close.run();
        desk.navigation()
                .go(new Destination.OfPackage(here.get().newest().getFirst().pack().key()));
    }

    /** Tags alone have no package that could be opened instead. */
    private Optional<Incoming> here() {
        return model.seen()
                .get()
                .map(IncomingModel.Seen::incoming)
                .filter(one -> one.isHere() && !one.newest().isEmpty());
    }

    private void chosen() {
        model.seen().get().ifPresent(one -> about.setText(about(one.incoming())));
        long open = model.open();
        accept.setText(
                open > 0
                        ? texts.get("incoming.open", open)
                        : texts.get(here().isPresent() ? "incoming.show" : "incoming.accept"));
        boolean nothing =
                model.seen().get().filter(one -> !one.incoming().items().isEmpty()).isEmpty();
        accept.setDisable(nothing || open > 0 || model.busy().get());
        table.refresh();
    }
}
