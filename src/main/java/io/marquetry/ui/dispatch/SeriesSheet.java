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
import io.marquetry.ui.common.list.ListTable;
import io.marquetry.ui.common.look.Formats;
import io.marquetry.ui.common.look.Worded;
import io.marquetry.ui.common.screen.Desk;
import io.marquetry.ui.common.screen.Views;

import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
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
    private final ComboBox<Recurrence.Every> every = new ComboBox<>();
    private final TextField on = new TextField("1");
    private final TextField at = new TextField("10:00");
    private final Label problem = new Label();

    private SeriesSheet(DispatchModel model, Desk desk) {
        this.model = model;
        this.desk = desk;
        this.texts = desk.texts();
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
        problem.getStyleClass().add("problem");
        problem.setWrapText(true);
        problem.setMinHeight(Region.USE_PREF_SIZE);
        hide();
        HBox buttons = new HBox(8, act("seriesApprove", true), act("seriesStop", false), close());
        buttons.getStyleClass().add("buttons");
        buttons.setAlignment(Pos.CENTER_RIGHT);
        VBox sheet = new VBox(10, title, words, table, form(), problem, buttons);
        sheet.setPrefWidth(780);
        sheet.getStyleClass().add("sheet");
        Views.dress(sheet, "used");
        desk.sheets().show(sheet);
        load();
    }

    private HBox form() {
        every.setId("seriesEvery");
        every.setConverter(new Worded<>(one -> texts.get("dispatch.series.every." + one)));
        every.getItems().setAll(Recurrence.Every.values());
        every.setValue(Recurrence.Every.DAY);
        every.setAccessibleText(texts.get("dispatch.series.every"));
        field(name, "seriesName", texts.get("dispatch.series.name"), 150);
        field(on, "seriesOn", texts.get("dispatch.series.on"), 60);
        field(at, "seriesAt", texts.get("dispatch.series.at"), 80);
        on.disableProperty().bind(every.valueProperty().isEqualTo(Recurrence.Every.DAY));
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
        add.disableProperty()
                .bind(
                        Bindings.createBooleanBinding(
                                () -> name.getText().isBlank() || like.isEmpty(),
                                name.textProperty()));
        add.setOnAction(event -> like.ifPresent(this::add));
        HBox form = new HBox(8, name, every, on, at, add);
        form.setAlignment(Pos.CENTER_LEFT);
        return form;
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
        TableColumn<Line, Line> called = column("dispatch.series.name", 100);
        TableColumn<Line, Line> pack = column("dispatch.column.package", 175);
        TableColumn<Line, Line> when = column("dispatch.series.when", 175);
        TableColumn<Line, Line> next = column("dispatch.series.next", 140);
        TableColumn<Line, Line> state = column("dispatch.column.state", 140);
        table.getColumns().setAll(List.of(called, pack, when, next, state));
        table.key(called, line -> line.series().name());
        table.text(
                pack,
                line ->
                        texts.get(
                                "dispatch.package",
                                model.name(line.series().like().pack(), texts.locale()),
                                line.series().like().version()));
        table.text(
                when,
                line ->
                        texts.get(
                                "dispatch.series.when." + line.series().when().every(),
                                line.series().when().at().toString(),
                                line.series().when().on(),
                                line.series().when().zone().getId()));
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
        TableColumn<Line, Line> column = new TableColumn<>(texts.get(key));
        column.setPrefWidth(width);
        return column;
    }

    private static void field(TextField field, String id, String words, double width) {
        field.setId(id);
        field.setPromptText(words);
        field.setAccessibleText(words);
        field.setPrefWidth(width);
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
        Recurrence when;
        try {
            boolean daily = every.getValue() == Recurrence.Every.DAY;
            when =
                    TermsText.recurrence(
                            every.getValue(),
                            daily ? 1 : PlanText.days(on.getText()),
                            at.getText(),
                            PlanText.zone(null));
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
