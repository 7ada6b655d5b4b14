package io.marquetry.ui.dispatch;

import io.marquetry.base.Problem;
import io.marquetry.base.Texts;
import io.marquetry.dispatch.ChannelKind;
import io.marquetry.dispatch.Reach;
import io.marquetry.ui.common.list.ListTable;
import io.marquetry.ui.common.look.Formats;
import io.marquetry.ui.common.look.Worded;
import io.marquetry.ui.common.screen.Desk;
import io.marquetry.ui.common.screen.Views;
import io.marquetry.ui.common.work.Background;

import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Shows who must not be written to: why, since when; whom, nobody can read. */
final class SuppressionSheet {

    private static final int MARK = 8;

    private final Reach reach;
    private final Background background;
    private final Desk desk;
    private final Texts texts;
    private final ListTable<Reach.Entry> table = new ListTable<>();
    private final ComboBox<ChannelKind> channel = new ComboBox<>();
    private final TextField address = new TextField();
    private final TextField why = new TextField();
    private final Label problem = new Label();

    private SuppressionSheet(DispatchModel model, Desk desk) {
        this.reach = model.dispatches().reach();
        this.background = model.background();
        this.desk = desk;
        this.texts = desk.texts();
    }

    /** Shows the list. */
    static void show(DispatchModel model, Desk desk) {
        new SuppressionSheet(model, desk).open();
    }

    private void open() {
        Label title = new Label(texts.get("dispatch.suppression.heading"));
        title.getStyleClass().add("heading");
        Label words = new Label(texts.get("dispatch.suppression.words"));
        words.getStyleClass().add("muted");
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        columns();
        channel.setConverter(new Worded<>(kind -> texts.get("dispatch.channel." + kind)));
        channel.getItems().setAll(ChannelKind.values());
        channel.setValue(ChannelKind.SMS);
        channel.setAccessibleText(texts.get("dispatch.suppression.channel"));
        SheetParts.name(
                address, "suppressionAddress", texts.get("dispatch.suppression.address"), 230);
        SheetParts.name(why, "suppressionWhy", texts.get("dispatch.suppression.why"), 230);
        problem.getStyleClass().add("problem");
        problem.setVisible(false);
        problem.setManaged(false);
        problem.setWrapText(true);
        Button add = new Button(texts.get("dispatch.suppression.add"));
        add.setId("suppressionAdd");
        add.disableProperty()
                .bind(
                        Bindings.createBooleanBinding(
                                () -> address.getText().isBlank() || why.getText().isBlank(),
                                address.textProperty(),
                                why.textProperty()));
        add.setOnAction(event -> add());
        Button lift = new Button(texts.get("dispatch.suppression.lift"));
        lift.setId("suppressionLift");
        lift.disableProperty()
                .bind(
                        Bindings.createBooleanBinding(
                                () ->
                                        table.getSelectionModel().getSelectedItem() == null
                                                || why.getText().isBlank(),
                                table.getSelectionModel().selectedItemProperty(),
                                why.textProperty()));
        lift.setOnAction(event -> lift(table.getSelectionModel().getSelectedItem()));
        Button close = new Button(texts.get("button.close"));
        close.setId("suppressionClose");
        close.setCancelButton(true);
        close.setOnAction(event -> desk.sheets().close());
        HBox.setHgrow(address, Priority.ALWAYS);
        HBox.setHgrow(why, Priority.ALWAYS);
        HBox fields = new HBox(8, channel, address, why);
        HBox buttons = new HBox(lift, add, close);
        buttons.getStyleClass().add("buttons");
        VBox sheet = new VBox(10, title, words, table, fields, problem, buttons);
        sheet.setPrefWidth(720);
        sheet.getStyleClass().add("sheet");
        Views.dress(sheet, "used");
        desk.sheets().show(sheet);
        load();
    }

    private void columns() {
        table.setId("suppressionTable");
        table.setAccessibleText(texts.get("dispatch.suppression.heading"));
        table.setNothingFound(texts.get("dispatch.suppression.none"));
        table.setPrefHeight(300);
        table.serve(desk);
        TableColumn<Reach.Entry, Reach.Entry> kind =
                SheetParts.column(texts.get("dispatch.suppression.channel"), 90);
        TableColumn<Reach.Entry, Reach.Entry> mark =
                SheetParts.column(texts.get("dispatch.suppression.mark"), 110);
        TableColumn<Reach.Entry, Reach.Entry> reason =
                SheetParts.column(texts.get("dispatch.suppression.why"), 220);
        TableColumn<Reach.Entry, Reach.Entry> source =
                SheetParts.column(texts.get("dispatch.suppression.source"), 110);
        TableColumn<Reach.Entry, Reach.Entry> since =
                SheetParts.column(texts.get("dispatch.suppression.since"), 170);
        table.getColumns().setAll(List.of(kind, mark, reason, source, since));
        table.text(kind, entry -> texts.get("dispatch.channel." + entry.channel()));
        table.key(mark, entry -> entry.mark().substring(0, MARK));
        table.text(reason, entry -> DispatchWords.reason(entry, texts));
        table.text(source, entry -> DispatchWords.source(entry, texts));
        table.text(since, entry -> new Formats(texts.locale()).moment(entry.since()));
    }

    private void load() {
        background.run(signal -> reach.suppressions(), table::showAll, this::tell);
    }

    private void add() {
        ChannelKind kind = channel.getValue();
        Optional<String> normal = kind.normal(address.getText());
        if (normal.isEmpty()) {
            tell(Problem.of("problem.dispatch.address", texts.get("dispatch.channel." + kind)));
            return;
        }
        String reason = why.getText().strip();
        act(
                reach ->
                        reach.suppress(
                                List.of(
                                        new Reach.Suppression(
                                                kind,
                                                normal.get(),
                                                reason,
                                                "window",
                                                Instant.now()))));
    }

    private void lift(Reach.Entry entry) {
        String reason = why.getText().strip();
        act(reach -> reach.lift(entry, reason, Instant.now()));
    }

    private void act(Consumer<Reach> what) {
        problem.setVisible(false);
        problem.setManaged(false);
        background.act(
                () -> what.accept(reach),
                () -> {
                    address.clear();
                    why.clear();
                    load();
                },
                this::tell);
    }

    private void tell(Problem found) {
        problem.setText(texts.sentence(found));
        problem.setVisible(true);
        problem.setManaged(true);
    }
}
