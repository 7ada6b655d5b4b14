package io.marquetry.ui.review;

import io.marquetry.effect.advice.Advised;
import io.marquetry.effect.advice.Advisory;
import io.marquetry.effect.figures.Dimension;
import io.marquetry.effect.figures.Division;
import io.marquetry.effect.figures.Group;
import io.marquetry.ui.common.Desk;
import io.marquetry.ui.sources.TextColumns;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.List;

/** Lists what to do next; a row opens the figures that the advice rests on. */
final class ReviewAdviceController {

    private static final double ROW = 34;
    private static final Comparator<Advised> URGENT_FIRST =
            Comparator.comparingInt(advised -> AdviceWords.rank(advised.advice()));

    private final ReviewModel model;
    private final ReviewWords words;
    private final AdviceWords advice;
    private final Desk desk;
    private Subscription follows = Subscription.EMPTY;

    @FXML private TableView<Advised> table;
    @FXML private TableColumn<Advised, Advised> nameColumn;
    @FXML private TableColumn<Advised, Advised> figureColumn;
    @FXML private TableColumn<Advised, Advised> adviceColumn;
    @FXML private Button open;

    ReviewAdviceController(ReviewModel model, ReviewWords words, Desk desk) {
        this.model = model;
        this.words = words;
        this.advice = new AdviceWords(words);
        this.desk = desk;
    }

    @FXML
    void initialize() {
        table.setFixedCellSize(ROW);
        table.setPlaceholder(new Label(words.texts().get("review.advice.none")));
        TextColumns.fill(nameColumn, advice::name);
        TextColumns.fill(figureColumn, advice::figure);
        figureColumn.getStyleClass().add("number-column");
        adviceColumn.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        adviceColumn.setReorderable(false);
        adviceColumn.setCellFactory(column -> pill());
        table.setRowFactory(
                view -> {
                    TableRow<Advised> row = new TableRow<>();
                    row.setOnMouseClicked(
                            event -> {
                                if (event.getClickCount() == 2 && !row.isEmpty()) {
                                    open(row.getItem());
                                }
                            });
                    return row;
                });
        table.setOnKeyPressed(
                event -> {
                    if (event.getCode() == KeyCode.ENTER) {
                        openChosen();
                        event.consume();
                    }
                });
        open.disableProperty().bind(table.getSelectionModel().selectedItemProperty().isNull());
        open.setOnAction(event -> openChosen());
        follows =
                model.answer()
                        .subscribe(
                                answer ->
                                        table.getItems()
                                                .setAll(
                                                        answer
                                                                .map(ReviewAnswer::advised)
                                                                .orElse(List.of())
                                                                .stream()
                                                                .sorted(URGENT_FIRST)
                                                                .toList()));
    }

    void retire() {
        follows.unsubscribe();
    }

    private TableCell<Advised, Advised> pill() {
        return new TableCell<>() {
            @Override
            protected void updateItem(@Nullable Advised item, boolean empty) {
                super.updateItem(item, empty);
                if (empty || item == null) {
                    setGraphic(null);
                    return;
                }
                Label pill = new Label(advice.pill(item.advice()));
                pill.getStyleClass().addAll("pill", AdviceWords.tone(item.advice()));
                pill.setTooltip(new Tooltip(String.join("\n", advice.lines(item))));
                setGraphic(pill);
            }
        };
    }

    private void openChosen() {
        Advised chosen = table.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            open(chosen);
        }
    }

    private void open(Advised advised) {
        model.answer()
                .get()
                .ifPresent(
                        answer ->
                                ReviewGroupController.show(
                                        model, words, desk, opened(answer, advised)));
    }

    private OpenedGroup opened(ReviewAnswer answer, Advised advised) {
        List<String> lines = advice.lines(advised);
        if (advised.values().isEmpty()) {
            return new OpenedGroup(List.of(), answer.figures().all(), lines);
        }
        List<Dimension> dimensions = Advisory.PACKAGES.dimensions();
        Group group =
                answer.figures().divisions().stream()
                        .filter(d -> d.grouping().equals(Advisory.PACKAGES))
                        .map(Division::groups)
                        .flatMap(List::stream)
                        .filter(g -> g.values().equals(advised.values()))
                        .findFirst()
                        .orElseThrow();
        return new OpenedGroup(dimensions, group, lines);
    }
}
