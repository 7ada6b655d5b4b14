package io.marquetry.ui.review.choose;

import io.marquetry.effect.review.Card;
import io.marquetry.effect.review.Cards;
import io.marquetry.effect.review.EffectWords;
import io.marquetry.effect.review.Reviewed;
import io.marquetry.ui.common.list.ListTable;
import io.marquetry.ui.common.screen.Desk;
import io.marquetry.ui.common.screen.Views;
import io.marquetry.ui.review.ask.Side;

import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Sets the large figures of two periods or two packages side by side. It claims no difference
 * between them: nobody drew lots who belongs to which.
 */
final class ReviewCompareController {

    private final EffectWords words;
    private final Desk desk;
    private final List<Side> sides;
    private final List<Reviewed> answers;

    @FXML private Label heading;
    @FXML private ListTable<Line> table;
    @FXML private TableColumn<Line, Line> figureColumn;
    @FXML private TableColumn<Line, Line> firstColumn;
    @FXML private TableColumn<Line, Line> secondColumn;
    @FXML private Button close;

    private ReviewCompareController(
            EffectWords words, Desk desk, List<Side> sides, List<Reviewed> answers) {
        this.words = words;
        this.desk = desk;
        this.sides = List.copyOf(sides);
        this.answers = List.copyOf(answers);
    }

    /** One figure of both sides. */
    private record Line(String name, Optional<Card> first, Optional<Card> second) {}

    /** Shows both sides as a sheet above the window. */
    static void show(EffectWords words, Desk desk, List<Side> sides, List<Reviewed> answers) {
        desk.sheets()
                .show(
                        Views.load(
                                "reviewCompare",
                                desk.texts(),
                                new ReviewCompareController(words, desk, sides, answers)));
    }

    @FXML
    void initialize() {
        heading.setText(
                desk.texts()
                        .get(
                                "review.compare.heading",
                                sides.getFirst().name(),
                                sides.getLast().name()));
        table.serve(desk);
        table.text(figureColumn, Line::name);
        firstColumn.setText(sides.getFirst().name());
        secondColumn.setText(sides.getLast().name());
        table.figure(firstColumn, line -> told(line.first()));
        table.figure(secondColumn, line -> told(line.second()));
        table.showAll(lines());
        close.setOnAction(event -> desk.sheets().close());
    }

    private List<Line> lines() {
        Cards cards = new Cards(words);
        List<Card> first = cards.of(answers.getFirst());
        List<Card> second = cards.of(answers.getLast());
        return Stream.concat(first.stream(), second.stream())
                .map(Card::name)
                .distinct()
                .map(name -> new Line(name, named(first, name), named(second, name)))
                .toList();
    }

    private static Optional<Card> named(List<Card> cards, String name) {
        return cards.stream().filter(card -> card.name().equals(name)).findFirst();
    }

    private static String told(Optional<Card> card) {
        return card.map(one -> one.value() + "  " + one.detail()).orElse("–");
    }
}
