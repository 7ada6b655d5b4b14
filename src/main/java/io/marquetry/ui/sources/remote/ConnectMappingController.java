package io.marquetry.ui.sources.remote;

import io.marquetry.base.Texts;
import io.marquetry.source.AttributeType;
import io.marquetry.source.engine.jdbc.RemoteCatalog;
import io.marquetry.source.remote.Discovered;
import io.marquetry.ui.common.look.Formats;
import io.marquetry.ui.common.look.Worded;
import io.marquetry.ui.common.screen.Follows;
import io.marquetry.ui.common.screen.Parts;

import javafx.beans.property.StringProperty;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Asks which table holds the profiles and which their events. */
final class ConnectMappingController {

    private static final int SHOWN_COLUMNS = 7;

    private final ConnectModel model;
    private final Texts texts;
    private final Formats formats;
    private final Follows follows;

    @FXML private TextField title;
    @FXML private ComboBox<Discovered.Table> people;
    @FXML private ComboBox<String> key;
    @FXML private ComboBox<String> zone;
    @FXML private Label columns;
    @FXML private GridPane events;
    @FXML private Label noEvents;
    @FXML private Button count;
    @FXML private VBox counted;
    @FXML private Label facts;
    @FXML private GridPane sample;

    ConnectMappingController(ConnectModel model, Texts texts, Follows follows) {
        this.model = model;
        this.texts = texts;
        this.formats = new Formats(texts.locale());
        this.follows = follows;
    }

    @FXML
    void initialize() {
        title.setText(model.title().get());
        title.textProperty().subscribe(model.title()::set);
        people.getItems().setAll(model.found().get().map(Discovered::tables).orElse(List.of()));
        people.setConverter(new ChosenWords<>(this::shown));
        people.setValue(model.people().get().orElse(null));
        people.valueProperty()
                .subscribe(
                        (before, now) -> {
                            model.people().set(Optional.ofNullable(now));
                            model.key().set("");
                        });
        zone.getItems().setAll(ZoneId.getAvailableZoneIds().stream().sorted().toList());
        zone.setValue(model.zone().get().getId());
        zone.valueProperty().subscribe(now -> model.zone().set(ZoneId.of(now)));
        follows.on(model.people(), now -> showPeople());
        follows.on(model.key(), now -> key.setValue(now.isEmpty() ? null : now));
        key.valueProperty().subscribe((before, now) -> model.key().set(now == null ? "" : now));
        count.setOnAction(event -> model.count());
        count.disableProperty()
                .bind(key.valueProperty().isNull().or(people.valueProperty().isNull()));
        follows.on(model.counted(), this::show);
    }

    private String shown(Discovered.Table table) {
        return table.found().rows() < 0
                ? table.shown()
                : texts.get("connect.table", table.shown(), formats.count(table.found().rows()));
    }

    private void showPeople() {
        Optional<Discovered.Table> table = model.people().get();
        key.getItems().setAll(table.map(t -> names(t, this::canBeKey)).orElse(List.of()));
        key.setValue(model.key().get().isEmpty() ? null : model.key().get());
        columns.setText(
                table.map(
                                t ->
                                        texts.get(
                                                "connect.columns",
                                                names(t, c -> c.type().isPresent()).size(),
                                                t.columns().size()))
                        .orElse(""));
        showEvents();
    }

    private void showEvents() {
        events.getChildren().clear();
        List<EventLine> lines =
                model.events().stream()
                        .filter(line -> model.people().get().filter(line.table()::equals).isEmpty())
                        .filter(line -> !names(line.table(), this::canBeTime).isEmpty())
                        .toList();
        Parts.show(noEvents, lines.isEmpty());
        Parts.show(events, !lines.isEmpty());
        String[] heads = {
            "connect.event.table",
            "connect.event.whose",
            "connect.event.when",
            "connect.event.holds"
        };
        for (int i = 0; i < heads.length; i++) {
            Label head = new Label(texts.get(heads[i]));
            head.getStyleClass().add("field");
            events.add(head, i, 0);
        }
        for (EventLine line : lines) {
            events.addRow(
                    events.getRowCount(),
                    used(line),
                    column(line, line.profileColumn(), this::canBeKey, "connect.event.whose"),
                    column(line, line.timeColumn(), this::canBeTime, "connect.event.when"),
                    holds(line),
                    orphans(line));
        }
    }

    private Node used(EventLine line) {
        CheckBox box = new CheckBox(line.table().shown());
        // Underscores in a table's name are no mnemonics.
        box.setMnemonicParsing(false);
        box.setSelected(line.used().get());
        box.selectedProperty().subscribe(line.used()::set);
        box.setMinWidth(Region.USE_PREF_SIZE);
        return box;
    }

    private Node column(
            EventLine line,
            StringProperty value,
            Predicate<RemoteCatalog.Column> fits,
            String words) {
        ComboBox<String> box = new ComboBox<>();
        box.setPrefWidth(190);
        box.setAccessibleText(texts.get(words));
        box.getItems().setAll(names(line.table(), fits));
        box.setValue(value.get().isEmpty() ? null : value.get());
        box.valueProperty().subscribe((before, now) -> value.set(now == null ? "" : now));
        box.disableProperty().bind(line.used().not());
        return box;
    }

    private Node holds(EventLine line) {
        ComboBox<Boolean> box = new ComboBox<>();
        box.setAccessibleText(texts.get("connect.event.holds"));
        box.getItems().setAll(false, true);
        box.setConverter(
                new Worded<>(
                        outcomes ->
                                texts.get(outcomes ? "connect.holds.outcomes" : "connect.events")));
        box.setValue(line.outcomes().get());
        box.valueProperty().subscribe((before, now) -> line.outcomes().set(now));
        box.disableProperty().bind(line.used().not());
        return box;
    }

    private Node orphans(EventLine line) {
        Label label = new Label();
        label.getStyleClass().add("muted");
        follows.on(
                model.counted(),
                now -> {
                    int place = model.chosen().indexOf(line);
                    label.setText(
                            now.filter(c -> place >= 0 && place < c.orphans().size())
                                    .map(c -> texts.get("connect.orphans", c.orphans().get(place)))
                                    .orElse(""));
                });
        return label;
    }

    private void show(Optional<Discovered.Counted> now) {
        Parts.show(counted, now.isPresent());
        sample.getChildren().clear();
        now.ifPresent(this::show);
    }

    private void show(Discovered.Counted now) {
        facts.setText(texts.get("connect.counted", now.rows(), now.missing(), now.repeated()));
        facts.getStyleClass().remove("problem");
        if (now.missing() > 0 || now.repeated() > 0) {
            facts.getStyleClass().add("problem");
        }
        List<String> names = new ArrayList<>(now.columns());
        names.remove(model.key().get());
        names.addFirst(model.key().get());
        names = names.subList(0, Math.min(SHOWN_COLUMNS, names.size()));
        for (int c = 0; c < names.size(); c++) {
            Label head = new Label(names.get(c));
            head.getStyleClass().addAll("field", "mono");
            sample.add(head, c, 0);
            int place = now.columns().indexOf(names.get(c));
            for (int r = 0; r < now.sample().size(); r++) {
                String value = now.sample().get(r).get(place);
                Label cell = new Label(value.isEmpty() ? texts.get("connect.missing") : value);
                cell.getStyleClass().add(value.isEmpty() ? "muted" : "mono");
                cell.setMaxWidth(170);
                sample.add(cell, c, r + 1);
            }
        }
    }

    private static List<String> names(
            Discovered.Table table, Predicate<RemoteCatalog.Column> fits) {
        return table.columns().stream().filter(fits).map(RemoteCatalog.Column::name).toList();
    }

    private boolean canBeKey(RemoteCatalog.Column column) {
        return column.type()
                .filter(type -> type == AttributeType.TEXT || type == AttributeType.INTEGER)
                .isPresent();
    }

    private boolean canBeTime(RemoteCatalog.Column column) {
        return column.type()
                .filter(type -> type == AttributeType.DATE || type == AttributeType.DATETIME)
                .isPresent();
    }
}
