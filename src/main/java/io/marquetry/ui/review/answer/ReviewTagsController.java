package io.marquetry.ui.review.answer;

import io.marquetry.audience.SourceName;
import io.marquetry.base.Texts;
import io.marquetry.effect.chart.Amounts;
import io.marquetry.effect.chart.Quantity;
import io.marquetry.effect.chart.TimeCharts;
import io.marquetry.effect.watch.TagHealth;
import io.marquetry.effect.watch.TagSize;
import io.marquetry.effect.watch.WatchedTag;
import io.marquetry.tag.TagKey;
import io.marquetry.ui.common.list.ListTable;
import io.marquetry.ui.common.look.Badge;
import io.marquetry.ui.common.look.Tip;
import io.marquetry.ui.common.look.Worded;
import io.marquetry.ui.common.screen.Action;
import io.marquetry.ui.common.screen.Desk;
import io.marquetry.ui.common.screen.Follows;
import io.marquetry.ui.common.screen.Parts;
import io.marquetry.ui.navigation.Destination;
import io.marquetry.ui.review.ask.ReviewTagsModel;
import io.marquetry.ui.review.paint.ChartMenu;
import io.marquetry.ui.review.paint.ChartPanel;

import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.layout.GridPane;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Lists the tags whose membership jumped or died; a row shows its sizes and opens the tag. */
public final class ReviewTagsController {

    private static final double HIGH = 190;

    private final ReviewTagsModel model;
    private final Desk desk;
    private final Texts texts;
    private final Amounts amounts;
    private final TimeCharts times;
    private final ChartPanel chart;
    private final Follows follows;
    private boolean showing;

    @FXML private GridPane grid;
    @FXML private ComboBox<SourceName> sources;
    @FXML private Button count;
    @FXML private Button open;
    @FXML private Label state;
    @FXML private Label problem;
    @FXML private ListTable<WatchedTag> table;
    @FXML private TableColumn<WatchedTag, WatchedTag> tagColumn;
    @FXML private TableColumn<WatchedTag, WatchedTag> findingColumn;
    @FXML private TableColumn<WatchedTag, WatchedTag> fromColumn;
    @FXML private TableColumn<WatchedTag, WatchedTag> toColumn;
    @FXML private TableColumn<WatchedTag, WatchedTag> dayColumn;

    public ReviewTagsController(ReviewTagsModel model, Desk desk, Follows follows) {
        this.model = model;
        this.follows = follows;
        this.desk = desk;
        this.texts = desk.texts();
        this.amounts = new Amounts(texts);
        this.times = new TimeCharts(texts);
        this.chart =
                new ChartPanel(
                        "chartTagSizes",
                        texts,
                        HIGH,
                        target -> desk.navigation().go(new Destination.OfTag(new TagKey(target))));
    }

    @FXML
    void initialize() {
        grid.add(chart, 1, 0);
        chart.offer(new ChartMenu(chart.view(), List::of, desk).items());
        sources.setItems(model.sources());
        sources.setConverter(new Worded<>(model::title));
        sources.setOnAction(event -> chosen());
        Tip.on(sources, () -> Optional.ofNullable(sources.getValue()).map(model::title));
        count.setOnAction(event -> model.count());
        fillTable();
        table.getSelectionModel().selectedItemProperty().subscribe(this::showSizes);
        List.of(model.source(), model.watched(), model.busy(), model.problem())
                .forEach(value -> follows.on(value, now -> show()));
    }

    private void chosen() {
        if (!showing && sources.getValue() != null) {
            model.choose(sources.getValue());
        }
    }

    private void fillTable() {
        table.serve(desk);
        table.text(tagColumn, one -> texts.tag(one.tag().value()));
        table.figure(fromColumn, one -> amounts.count(last(one, 2)));
        table.figure(toColumn, one -> amounts.count(last(one, 1)));
        table.figure(dayColumn, one -> amounts.day(since(one)));
        table.badge(
                findingColumn,
                one ->
                        Badge.of(
                                finding(one.health()),
                                one.health() instanceof TagHealth.Died ? "bad" : "warn",
                                told(one)));
        Action opening =
                table.one(
                        open.getText(),
                        one -> desk.navigation().go(new Destination.OfTag(one.tag())));
        opening.onto(open);
        table.opens(opening);
        table.offer(opening);
    }

    private void show() {
        showing = true;
        sources.setValue(model.source().get().orElse(null));
        showing = false;
        boolean any = model.source().get().isPresent();
        sources.setVisible(any);
        count.setDisable(!any || model.busy().get());
        count.setText(texts.get(model.busy().get() ? "review.tags.counting" : "review.tags.count"));
        Optional<String> trouble = model.problem().get().map(texts::sentence);
        problem.setText(trouble.orElse(""));
        Parts.show(problem, trouble.isPresent());
        List<WatchedTag> watched = model.watched().get();
        List<WatchedTag> unusual =
                watched.stream()
                        .filter(WatchedTag::isUnusual)
                        .sorted(
                                Comparator.comparing(
                                        (WatchedTag one) ->
                                                one.health() instanceof TagHealth.Jumped))
                        .toList();
        state.setText(state(watched, unusual.size()));
        table.showAll(unusual);
        Parts.show(table, !unusual.isEmpty());
        if (unusual.isEmpty()) {
            showSizes(null);
        } else {
            table.getSelectionModel().select(0);
        }
    }

    private String state(List<WatchedTag> watched, int unusual) {
        Optional<LocalDate> counted =
                watched.stream()
                        .map(one -> one.sizes().getLast().takenOn())
                        .max(Comparator.naturalOrder());
        if (counted.isEmpty()) {
            return texts.get(
                    model.source().get().isPresent() ? "review.tags.never" : "review.tags.none");
        }
        String day = amounts.day(counted.get());
        boolean first = watched.stream().allMatch(one -> one.sizes().size() < 2);
        if (first) {
            return texts.get("review.tags.once", watched.size(), day);
        }
        return unusual == 0
                ? texts.get("review.tags.usual", watched.size(), day)
                : texts.get("review.tags.unusual", unusual, watched.size(), day);
    }

    private void showSizes(@Nullable WatchedTag one) {
        if (one == null) {
            chart.lack(texts.get("review.tags.sizes"), texts.get("review.tags.noSizes"));
        } else {
            chart.show(times.sizes(one));
        }
    }

    private String told(WatchedTag one) {
        return switch (one.health()) {
            case TagHealth.Usual _ -> "";
            case TagHealth.Jumped jumped ->
                    texts.get(
                            "effect.tag.jumped",
                            texts.tag(one.tag().value()),
                            jumped.from(),
                            jumped.to());
            case TagHealth.Died died ->
                    texts.get("effect.tag.died", texts.tag(one.tag().value()), died.from());
        };
    }

    private String finding(TagHealth health) {
        return switch (health) {
            case TagHealth.Usual _ -> "";
            case TagHealth.Jumped jumped ->
                    texts.get("review.tags.jumped", amounts.text(Quantity.FACTOR, jumped.factor()));
            case TagHealth.Died _ -> texts.get("review.tags.died");
        };
    }

    private static LocalDate since(WatchedTag one) {
        return switch (one.health()) {
            case TagHealth.Usual _ -> one.sizes().getLast().takenOn();
            case TagHealth.Jumped jumped -> jumped.on();
            case TagHealth.Died died -> died.on();
        };
    }

    /** Returns a size from the end: 1 is the last. */
    private static long last(WatchedTag one, int back) {
        List<TagSize> sizes = one.sizes();
        return sizes.get(Math.max(0, sizes.size() - back)).profiles();
    }
}
