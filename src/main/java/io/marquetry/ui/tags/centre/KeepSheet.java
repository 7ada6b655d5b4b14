package io.marquetry.ui.tags.centre;

import io.marquetry.base.LocalizedText;
import io.marquetry.base.ProblemException;
import io.marquetry.base.Texts;
import io.marquetry.govern.Care;
import io.marquetry.govern.LifeState;
import io.marquetry.tag.TagKey;
import io.marquetry.ui.common.field.DateField;
import io.marquetry.ui.common.look.Worded;
import io.marquetry.ui.common.screen.Desk;
import io.marquetry.ui.common.screen.Views;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Asks how several tags are to be kept from now on; what is left empty stays as it is. */
public final class KeepSheet {

    private final Desk desk;
    private final Texts texts;
    private final TextField owner = new TextField();
    private final TextField team = new TextField();
    private final TextField scenario = new TextField();
    private final TextField successor = new TextField();
    private final TextField reason = new TextField();
    private final DateField from = new DateField();
    private final DateField until = new DateField();
    private final ComboBox<Optional<LifeState>> state = new ComboBox<>();
    private final GridPane grid = new GridPane();

    private KeepSheet(Desk desk) {
        this.desk = desk;
        this.texts = desk.texts();
    }

    /** What is wanted. */
    record Wish(
            Optional<String> owner,
            Optional<String> team,
            Optional<String> scenario,
            Optional<LocalDate> from,
            Optional<LocalDate> until,
            Optional<LifeState> state,
            Optional<TagKey> successor,
            Optional<String> reason) {

        /** Returns how a tag is kept then. */
        Care care(Care before, Texts texts) {
            Care next = before;
            if (owner.isPresent()) {
                next = next.withOwner(owner);
            }
            if (team.isPresent()) {
                next = next.withTeam(team);
            }
            if (scenario.isPresent()) {
                LocalizedText words =
                        next.scenario()
                                .map(said -> said.with(texts.locale(), scenario.get()))
                                .orElseGet(() -> LocalizedText.of(texts.locale(), scenario.get()));
                next = next.withScenario(Optional.of(words));
            }
            return next.withValidity(from.or(next::validFrom), until.or(next::validUntil));
        }
    }

    /** Shows the sheet for so many tags. */
    public static void show(Desk desk, GovernanceModel model, List<TagKey> keys, Runnable done) {
        new KeepSheet(desk)
                .open(
                        keys.size(),
                        wish ->
                                model.edit(
                                        keys,
                                        wish,
                                        desk.texts(),
                                        count -> {
                                            desk.sheets().close();
                                            desk.notices()
                                                    .done(desk.texts().get("govern.kept", count));
                                            done.run();
                                        },
                                        desk.notices()::problem));
    }

    private void open(int count, Consumer<Wish> wanted) {
        Label title = new Label(texts.get("govern.keep.heading", count));
        title.getStyleClass().add("heading");
        Label words = new Label(texts.get("govern.keep.words"));
        words.setWrapText(true);
        words.getStyleClass().add("muted");
        grid.setHgap(10);
        grid.setVgap(8);
        from.serve(texts);
        until.serve(texts);
        List<Optional<LifeState>> states = new ArrayList<>(List.of(Optional.empty()));
        states.add(Optional.of(LifeState.ACTIVE));
        states.add(Optional.of(LifeState.DEPRECATED));
        states.add(Optional.of(LifeState.RETIRED));
        state.getItems().setAll(states);
        state.setConverter(
                new Worded<>(
                        one ->
                                one.map(s -> texts.get("life." + s))
                                        .orElse(texts.get("govern.keep.stays"))));
        state.setValue(Optional.empty());
        row("govern.owner", "keepOwner", owner);
        row("govern.team", "keepTeam", team);
        row("govern.scenario", "keepScenario", scenario);
        row("govern.from", "keepFrom", from);
        row("govern.until", "keepUntil", until);
        row("govern.state", "keepState", state);
        row("govern.successor", "keepSuccessor", successor);
        row("govern.reason", "keepReason", reason);
        Button no = new Button(texts.get("button.cancel"));
        no.setCancelButton(true);
        no.setOnAction(event -> desk.sheets().close());
        Button yes = new Button(texts.get("command.save"));
        yes.setId("keepYes");
        yes.setDefaultButton(true);
        yes.getStyleClass().add("primary");
        yes.disableProperty().bind(from.wrong().or(until.wrong()));
        yes.setOnAction(event -> send(wanted));
        HBox buttons = new HBox(8, no, yes);
        buttons.getStyleClass().add("confirmation-buttons");
        VBox sheet = new VBox(10, title, words, grid, buttons);
        sheet.setPrefWidth(520);
        Views.dress(sheet, "confirmation");
        desk.sheets().show(sheet);
        owner.requestFocus();
    }

    private void row(String key, String id, Node field) {
        Label label = new Label(texts.get(key));
        label.setLabelFor(field);
        field.setId(id);
        field.setAccessibleText(texts.get(key));
        if (field instanceof TextField text) {
            text.setPrefColumnCount(28);
        }
        grid.addRow(grid.getRowCount(), label, field);
    }

    private void send(Consumer<Wish> wanted) {
        Optional<String> key = text(successor);
        try {
            wanted.accept(
                    new Wish(
                            text(owner),
                            text(team),
                            text(scenario),
                            Optional.ofNullable(from.getValue()),
                            Optional.ofNullable(until.getValue()),
                            state.getValue(),
                            key.map(TagKey::parse),
                            text(reason)));
        } catch (ProblemException e) {
            desk.notices().problem(e.problem());
        }
    }

    private static Optional<String> text(TextField field) {
        return Optional.of(field.getText().strip()).filter(text -> !text.isEmpty());
    }
}
