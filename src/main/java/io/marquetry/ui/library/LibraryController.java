package io.marquetry.ui.library;

import io.marquetry.base.Problem;
import io.marquetry.base.Texts;
import io.marquetry.library.EffectAtLeast;
import io.marquetry.library.LibraryCard;
import io.marquetry.library.LibraryStanding;
import io.marquetry.overview.Traced;
import io.marquetry.pack.PackageKey;
import io.marquetry.ui.common.look.Worded;
import io.marquetry.ui.common.screen.Desk;
import io.marquetry.ui.common.screen.Follows;
import io.marquetry.ui.common.screen.Parts;
import io.marquetry.ui.library.LibraryModel.Loaded;
import io.marquetry.ui.navigation.Destination;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;

import org.controlsfx.control.textfield.CustomTextField;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Steers the screen of the library. */
final class LibraryController implements CardView.Asks {

    private final LibraryModel model;
    private final Desk desk;
    private final Texts texts;
    private final Follows follows;

    @FXML private Label counts;
    @FXML private CustomTextField search;
    @FXML private ComboBox<Optional<LibraryStanding>> standing;
    @FXML private ComboBox<EffectAtLeast> effect;
    @FXML private Button nominate;
    @FXML private FlowPane cards;
    @FXML private Node empty;
    @FXML private Label nothingFound;

    LibraryController(LibraryModel model, Desk desk, Follows follows) {
        this.model = model;
        this.desk = desk;
        this.texts = desk.texts();
        this.follows = follows;
    }

    @FXML
    void initialize() {
        search.setLeft(new FontIcon(Feather.SEARCH));
        follows.both(search.textProperty(), model.search());
        standing.getItems().add(Optional.empty());
        Arrays.stream(LibraryStanding.values()).map(Optional::of).forEach(standing.getItems()::add);
        standing.setConverter(
                new Worded<>(
                        one ->
                                one.map(LibraryStanding::word)
                                        .map(texts::sentence)
                                        .orElseGet(() -> texts.get("library.any"))));
        follows.both(standing.valueProperty(), model.standing());
        effect.getItems().setAll(EffectAtLeast.values());
        effect.setConverter(new Worded<>(one -> texts.sentence(one.word())));
        follows.both(effect.valueProperty(), model.effect());
        nominate.setOnAction(event -> NominateController.show(model, desk, this::told));
        follows.changes(model.search(), this::show);
        follows.changes(model.standing(), this::show);
        follows.changes(model.effect(), this::show);
        follows.on(model.loaded(), now -> show());
    }

    void find() {
        search.requestFocus();
    }

    /** Reads the library afresh. */
    void shown() {
        model.load(this::told);
    }

    private void told(Problem problem) {
        desk.notices().problem(problem);
    }

    private void show() {
        Optional<Loaded> loaded = model.loaded().get();
        Parts.show(empty, loaded.filter(now -> now.cards().isEmpty()).isPresent());
        nominate.setDisable(loaded.filter(now -> !now.nominees().isEmpty()).isEmpty());
        if (loaded.isEmpty()) {
            Parts.show(nothingFound, false);
            return;
        }
        Loaded now = loaded.get();
        LibraryWords words = new LibraryWords(texts, now.tags());
        List<LibraryCard> found = model.found(words::all);
        counts.setText(counts(now));
        cards.getChildren()
                .setAll(
                        found.stream()
                                .map(
                                        card ->
                                                new CardView(
                                                        card,
                                                        now.own().contains(card.entry().key()),
                                                        now.behind(card.entry()),
                                                        words,
                                                        this))
                                .toList());
        Parts.show(nothingFound, found.isEmpty() && !now.cards().isEmpty());
    }

    private String counts(Loaded now) {
        long usable = now.cards().stream().filter(card -> card.standing().usable()).count();
        return Stream.of(
                        texts.get("library.templates", usable),
                        of(now, LibraryStanding.WAITING),
                        of(now, LibraryStanding.FADING),
                        of(now, LibraryStanding.DUE))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private String of(Loaded now, LibraryStanding wanted) {
        long count = now.cards().stream().filter(card -> card.standing() == wanted).count();
        return count == 0 ? "" : texts.get("library.counted", count, texts.sentence(wanted.word()));
    }

    @Override
    public void use(LibraryCard card) {
        model.loaded()
                .get()
                .ifPresent(now -> UseController.show(new UseModel(model, card, now), desk));
    }

    @Override
    public void admit(LibraryCard card, boolean alone) {
        model.admit(card.entry(), alone, () -> done("library.admitted", card), this::told);
    }

    @Override
    public void review(LibraryCard card) {
        model.review(card.entry(), () -> done("library.reviewed", card), this::told);
    }

    @Override
    public void retire(LibraryCard card, String why) {
        model.retire(card.entry(), why, () -> done("library.retired", card), this::told);
    }

    private void done(String key, LibraryCard card) {
        desk.notices().done(texts.get(key, card.pack().name().in(texts.locale())));
    }

    @Override
    public void merge(List<PackageKey> behind) {
        model.merge(
                behind,
                stayed ->
                        desk.notices()
                                .done(
                                        stayed.isEmpty()
                                                ? texts.get("library.mergedAll", behind.size())
                                                : texts.get(
                                                        "library.mergedSome",
                                                        behind.size() - stayed.size(),
                                                        stayed.stream()
                                                                .map(PackageKey::value)
                                                                .collect(
                                                                        Collectors.joining(", ")))),
                this::told);
    }

    @Override
    public void trail(LibraryCard card) {
        desk.navigation().go(new Destination.TrailOf(new Traced.OfPackage(card.entry().key())));
    }

    static void open(Desk desk, PackageKey made) {
        desk.navigation().go(new Destination.OfPackage(made));
    }
}
