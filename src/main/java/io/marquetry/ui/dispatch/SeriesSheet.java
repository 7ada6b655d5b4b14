package io.marquetry.ui.dispatch;

import io.marquetry.base.Problem;
import io.marquetry.base.ProblemException;
import io.marquetry.base.Texts;
import io.marquetry.dispatch.desk.SeriesDesk;
import io.marquetry.dispatch.desk.Status;
import io.marquetry.dispatch.plan.PlanText;
import io.marquetry.dispatch.plan.TermsText;
import io.marquetry.dispatch.series.Recurrence;
import io.marquetry.dispatch.series.Series;
import io.marquetry.dispatch.series.When;
import io.marquetry.dispatch.series.WhenWords;
import io.marquetry.ui.common.list.ListTable;
import io.marquetry.ui.common.look.Formats;
import io.marquetry.ui.common.look.Worded;
import io.marquetry.ui.common.screen.Desk;
import io.marquetry.ui.common.screen.Views;

import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Shows what repeats itself: when it comes next, and who agreed; adds the chosen dispatch. */
final class SeriesSheet {

    private static final Duration LASTS = Duration.ofHours(24);
    private static final Duration LATEST = Duration.ofHours(3);

    private final DispatchModel model;
    private final Desk desk;
    private final Texts texts;
    private final ListTable<Line> table = new ListTable<>();
    private final TextField name = new TextField();
    private final ComboBox<How> how = new ComboBox<>();
    private final TextField on = new TextField("1");
    private final TextField at = new TextField("10:00");
    private final TextField event = new TextField();
    private final TextField only = new TextField();
    private final TextField delay = new TextField("0");
    private final TextField unless = new TextField();
    private final TextField unlessOnly = new TextField();
    private final Label problem = new Label();

    private SeriesSheet(DispatchModel model, Desk desk) {
        this.model = model;
        this.desk = desk;
        this.texts = desk.texts();
    }

    /** What makes its dispatches. */
    private enum How {
        DAY,
        WEEK,
        MONTH,
        EVENT
    }

    /** A series, and when it comes next. */
    private record Line(Series series, Optional<Instant> next) {}

    /** Shows them. */
    static void show(DispatchModel model, Desk desk) {
        new SeriesSheet(model, desk).open();
    }

    private void open() {
        Label title = new Label(texts.get("dispatch.series.heading"));
        title.getStyleClass().add("heading");
        Label words = new Label(texts.get("dispatch.series.words"));
        words.getStyleClass().add("muted");
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        columns();
        problem.setId("seriesProblem");
        problem.getStyleClass().add("problem");
        problem.setWrapText(true);
        problem.setMinHeight(Region.USE_PREF_SIZE);
        hide();
        HBox buttons = new HBox(act("seriesApprove", true), act("seriesStop", false), close());
        buttons.getStyleClass().add("buttons");
        VBox sheet = new VBox(10, title, words, table, form(), exit(), problem, buttons);
        sheet.setPrefWidth(900);
        sheet.getStyleClass().add("sheet");
        Views.dress(sheet, "used");
        desk.sheets().show(sheet);
        load();
    }

    private HBox form() {
        how.setId("seriesEvery");
        how.setMinWidth(Region.USE_PREF_SIZE);
        how.setConverter(new Worded<>(one -> texts.get("dispatch.series.every." + one)));
        how.getItems().setAll(How.values());
        how.setValue(How.DAY);
        how.setAccessibleText(texts.get("dispatch.series.every"));
        SheetParts.name(name, "seriesName", texts.get("dispatch.series.name"), 140);
        SheetParts.name(on, "seriesOn", texts.get("dispatch.series.on"), 60);
        SheetParts.name(at, "seriesAt", texts.get("dispatch.series.at"), 80);
        SheetParts.name(event, "seriesEvent", texts.get("dispatch.series.event"), 110);
        SheetParts.name(only, "seriesOnly", texts.get("dispatch.series.only"), 145);
        SheetParts.name(delay, "seriesDelay", texts.get("dispatch.series.delay"), 60);
        Label minutes = new Label(texts.get("dispatch.series.minutes"));
        minutes.setMinWidth(Region.USE_PREF_SIZE);
        on.disableProperty().bind(how.valueProperty().isEqualTo(How.DAY));
        for (Node one : List.of(event, only, delay, minutes)) {
            one.visibleProperty().bind(how.valueProperty().isEqualTo(How.EVENT));
            one.managedProperty().bind(one.visibleProperty());
        }
        for (Node one : List.of(on, at)) {
            one.visibleProperty().bind(event.visibleProperty().not());
            one.managedProperty().bind(one.visibleProperty());
        }
        Optional<Status> like = model.current();
        Button add =
                new Button(
                        like.map(
                                        one ->
                                                texts.get(
                                                        "dispatch.series.add",
                                                        one.dispatch().id().text()))
                                .orElse(texts.get("dispatch.series.addNone")));
        add.setId("seriesAdd");
        add.setMinWidth(Region.USE_PREF_SIZE);
        add.disableProperty()
                .bind(
                        Bindings.createBooleanBinding(
                                () -> name.getText().isBlank() || like.isEmpty(),
                                name.textProperty()));
        add.setOnAction(event -> like.ifPresent(this::add));
        HBox.setHgrow(name, Priority.ALWAYS);
        HBox form = new HBox(8, name, how, on, at, event, only, delay, minutes, add);
        form.setAlignment(Pos.CENTER_LEFT);
        return form;
    }

    /** Returns what somebody must not do between an event and the message. */
    private HBox exit() {
        SheetParts.name(unless, "seriesUnless", texts.get("dispatch.series.event"), 160);
        SheetParts.name(unlessOnly, "seriesUnlessOnly", texts.get("dispatch.series.only"), 180);
        unless.setAccessibleText(texts.get("dispatch.series.unless"));
        Label words = new Label(texts.get("dispatch.series.unless"));
        words.setMinWidth(Region.USE_PREF_SIZE);
        HBox exit = new HBox(8, words, unless, unlessOnly);
        exit.setAlignment(Pos.CENTER_LEFT);
        exit.visibleProperty().bind(how.valueProperty().isEqualTo(How.EVENT));
        exit.managedProperty().bind(exit.visibleProperty());
        return exit;
    }

    private Button act(String id, boolean approve) {
        Button button =
                new Button(texts.get(approve ? "dispatch.series.approve" : "dispatch.series.stop"));
        button.setId(id);
        button.disableProperty().bind(table.getSelectionModel().selectedItemProperty().isNull());
        button.setOnAction(
                event -> {
                    String chosen = table.getSelectionModel().getSelectedItem().series().name();
                    boolean alone = model.alone().get();
                    run(
                            () -> {
                                SeriesDesk series = model.dispatches().series();
                                if (approve) {
                                    series.approve(chosen, alone);
                                } else {
                                    series.stop(chosen);
                                }
                            });
                });
        return button;
    }

    private Button close() {
        Button close = new Button(texts.get("button.close"));
        close.setId("seriesClose");
        close.setCancelButton(true);
        close.setOnAction(event -> desk.sheets().close());
        return close;
    }

    private void columns() {
        table.setId("seriesTable");
        table.setAccessibleText(texts.get("dispatch.series.heading"));
        table.setNothingFound(texts.get("dispatch.series.none"));
        table.setPrefHeight(260);
        table.serve(desk);
        TableColumn<Line, Line> called = column("dispatch.series.name", 90);
        TableColumn<Line, Line> pack = column("dispatch.column.package", 170);
        TableColumn<Line, Line> when = column("dispatch.series.when", 300);
        TableColumn<Line, Line> next = column("dispatch.series.next", 160);
        TableColumn<Line, Line> state = column("dispatch.column.state", 122);
        table.getColumns().setAll(List.of(called, pack, when, next, state));
        table.key(called, line -> line.series().name());
        table.lines(
                pack,
                line ->
                        texts.get(
                                "dispatch.package",
                                model.name(line.series().like().pack(), texts.locale()),
                                line.series().like().version()));
        table.lines(when, line -> WhenWords.of(line.series().when(), texts));
        table.text(next, line -> line.next().map(new Formats(texts.locale())::moment).orElse("–"));
        table.text(
                state,
                line ->
                        texts.get(
                                "dispatch.series.state."
                                        + (line.series().stopped()
                                                ? "stopped"
                                                : line.series().isLive() ? "live" : "waits")));
    }

    private TableColumn<Line, Line> column(String key, double width) {
        return SheetParts.column(texts.get(key), width);
    }

    private void load() {
        model.background()
                .run(
                        signal -> {
                            SeriesDesk series = model.dispatches().series();
                            return series.all().stream()
                                    .map(one -> new Line(one, series.next(one)))
                                    .toList();
                        },
                        table::showAll,
                        this::tell);
    }

    private void add(Status like) {
        When when;
        try {
            when = when();
        } catch (ProblemException e) {
            tell(e.problem());
            return;
        }
        String wanted = name.getText().strip();
        run(
                () ->
                        model.dispatches()
                                .series()
                                .add(wanted, like.dispatch().id(), when, LASTS, LATEST));
    }

    private When when() {
        return switch (how.getValue()) {
            case EVENT ->
                    TermsText.trigger(
                            event.getText(),
                            only.getText(),
                            PlanText.days(delay.getText()),
                            unless.getText(),
                            unlessOnly.getText());
            case DAY -> recurrence(Recurrence.Every.DAY, 1);
            case WEEK -> recurrence(Recurrence.Every.WEEK, PlanText.days(on.getText()));
            case MONTH -> recurrence(Recurrence.Every.MONTH, PlanText.days(on.getText()));
        };
    }

    private Recurrence recurrence(Recurrence.Every every, int day) {
        return TermsText.recurrence(every, day, at.getText(), PlanText.zone(null));
    }

    private void run(Runnable work) {
        hide();
        model.background()
                .act(
                        work,
                        () -> {
                            name.clear();
                            load();
                        },
                        this::tell);
    }

    private void hide() {
        problem.setVisible(false);
        problem.setManaged(false);
    }

    private void tell(Problem found) {
        problem.setText(texts.sentence(found));
        problem.setVisible(true);
        problem.setManaged(true);
    }
}
