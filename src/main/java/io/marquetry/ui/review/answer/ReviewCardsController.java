package io.marquetry.ui.review.answer;

import io.marquetry.effect.review.Card;
import io.marquetry.effect.review.Cards;
import io.marquetry.effect.review.EffectWords;
import io.marquetry.ui.common.look.Tip;
import io.marquetry.ui.common.screen.Follows;
import io.marquetry.ui.review.ask.ReviewModel;

import javafx.application.Platform;
import javafx.fxml.FXML;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import java.util.List;
import java.util.stream.IntStream;

/** Shows the large figures. */
public final class ReviewCardsController {

    /** One card is not as wide as the window. */
    private static final int FEWEST = 4;

    private static final double WIDE = 1000;

    private final ReviewModel model;
    private final EffectWords words;
    private final Follows follows;
    private List<Card> known = List.of();
    private List<Card> shownNow = List.of();

    @FXML private GridPane cards;

    public ReviewCardsController(ReviewModel model, EffectWords words, Follows follows) {
        this.model = model;
        this.follows = follows;
        this.words = words;
    }

    @FXML
    void initialize() {
        cards.widthProperty().subscribe(() -> Platform.runLater(this::layOut));
        follows.on(
                model.answer(),
                answer -> answer.ifPresent(found -> show(new Cards(words).of(found))));
    }

    private void show(List<Card> shown) {
        known = shown;
        layOut();
    }

    /** In a narrow window the cards stand in two rows. */
    private void layOut() {
        boolean narrow = cards.getWidth() > 0 && cards.getWidth() < WIDE && known.size() > FEWEST;
        int aRow = narrow ? (known.size() + 1) / 2 : known.size();
        if (cards.getColumnConstraints().size() == aRow
                && cards.getChildren().size() == known.size()
                && shownNow.equals(known)) {
            return;
        }
        shownNow = known;
        cards.getChildren().clear();
        cards.getColumnConstraints().setAll(columns(aRow, narrow ? aRow : FEWEST));
        for (int i = 0; i < known.size(); i++) {
            cards.add(card(known.get(i)), i % aRow, i / aRow);
        }
    }

    private static List<ColumnConstraints> columns(int cards, int fewest) {
        return IntStream.range(0, cards)
                .mapToObj(
                        at -> {
                            ColumnConstraints column = new ColumnConstraints();
                            column.setPercentWidth(100.0 / Math.max(cards, fewest));
                            column.setHgrow(Priority.ALWAYS);
                            column.setHalignment(HPos.LEFT);
                            return column;
                        })
                .toList();
    }

    private static VBox card(Card card) {
        Label heading = new Label(card.name());
        heading.getStyleClass().add("muted");
        Label value = new Label(card.value());
        value.setId("card-" + card.id());
        value.getStyleClass().add("figure");
        // Each fact has a line of its own: a dot at the end of a line would join nothing.
        Label below = new Label(card.detail().replace(" · ", "\n"));
        below.setId("card-" + card.id() + "-below");
        below.getStyleClass().add("muted");
        below.setWrapText(true);
        Tip.on(below, card.detail());
        VBox box = new VBox(heading, value, below);
        box.getStyleClass().addAll("card", "figure-card");
        return box;
    }
}
