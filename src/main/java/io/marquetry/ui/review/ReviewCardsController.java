package io.marquetry.ui.review;

import javafx.fxml.FXML;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import java.util.List;

/** Shows the large figures. */
final class ReviewCardsController {

    private static final int CARDS = 6;

    private final ReviewModel model;
    private final ReviewWords words;
    private Subscription follows = Subscription.EMPTY;

    @FXML private GridPane cards;

    ReviewCardsController(ReviewModel model, ReviewWords words) {
        this.model = model;
        this.words = words;
    }

    @FXML
    void initialize() {
        for (int i = 0; i < CARDS; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(100.0 / CARDS);
            column.setHgrow(Priority.ALWAYS);
            column.setHalignment(HPos.LEFT);
            cards.getColumnConstraints().add(column);
        }
        follows =
                model.answer()
                        .subscribe(
                                answer ->
                                        answer.ifPresent(
                                                found ->
                                                        show(
                                                                new ReviewCards(words)
                                                                        .of(found.figures()))));
    }

    void retire() {
        follows.unsubscribe();
    }

    private void show(List<ReviewCard> shown) {
        cards.getChildren().clear();
        for (int i = 0; i < shown.size(); i++) {
            cards.add(card(shown.get(i)), i, 0);
        }
    }

    private static VBox card(ReviewCard card) {
        Label heading = new Label(card.heading());
        heading.getStyleClass().add("muted");
        Label value = new Label(card.value());
        value.setId("card-" + card.id());
        value.getStyleClass().add("figure");
        Label below = new Label(card.below());
        below.setId("card-" + card.id() + "-below");
        below.getStyleClass().add("muted");
        below.setWrapText(true);
        below.setTooltip(new Tooltip(card.below()));
        VBox box = new VBox(heading, value, below);
        box.getStyleClass().addAll("card", "figure-card");
        return box;
    }
}
