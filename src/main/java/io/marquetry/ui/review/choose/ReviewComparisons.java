package io.marquetry.ui.review.choose;

import io.marquetry.base.Texts;
import io.marquetry.effect.review.EffectWords;
import io.marquetry.effect.sums.GroupValue;
import io.marquetry.ui.common.screen.Desk;
import io.marquetry.ui.review.ask.Period;
import io.marquetry.ui.review.ask.Periods;
import io.marquetry.ui.review.ask.ReviewChoices;
import io.marquetry.ui.review.ask.ReviewModel;
import io.marquetry.ui.review.ask.Side;

import javafx.scene.control.MenuItem;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Offers to set what is looked at beside the days before, or beside another package. */
public final class ReviewComparisons {

    private final ReviewModel model;
    private final EffectWords words;
    private final Desk desk;
    private final Texts texts;

    public ReviewComparisons(ReviewModel model, EffectWords words, Desk desk) {
        this.model = model;
        this.words = words;
        this.desk = desk;
        this.texts = desk.texts();
    }

    /**
     * Returns what can be compared now; where nothing can, one disabled item that says why.
     *
     * @param called what people call a package
     */
    public List<MenuItem> items(Function<GroupValue, String> called) {
        List<MenuItem> items = new ArrayList<>();
        ReviewChoices now = model.choices().get();
        shown(now.period())
                .flatMap(ReviewComparisons::pair)
                .ifPresent(
                        pair ->
                                items.add(
                                        item(texts.get("review.compare.before"), days(now, pair))));
        Optional<GroupValue> chosen =
                model.packages().stream()
                        .filter(pack -> pack.word().equals(now.pack()))
                        .findFirst();
        chosen.ifPresent(
                one ->
                        model.packages().stream()
                                .filter(other -> !other.equals(one))
                                .forEach(
                                        other ->
                                                items.add(
                                                        item(
                                                                texts.get(
                                                                        "review.compare.with",
                                                                        called.apply(other)),
                                                                List.of(
                                                                        new Side(
                                                                                called.apply(one),
                                                                                now),
                                                                        new Side(
                                                                                called.apply(other),
                                                                                now.withPack(
                                                                                        other
                                                                                                .word())))))));
        if (chosen.isEmpty()) {
            MenuItem hint = new MenuItem(texts.get("review.compare.choose"));
            hint.setDisable(true);
            items.add(hint);
        }
        return items;
    }

    /** Returns the days that are looked at; where all days are, the later half of them. */
    private Optional<Period> shown(Period chosen) {
        return chosen.from().isPresent() && chosen.to().isPresent()
                ? Optional.of(chosen)
                : model.days().map(days -> Periods.usual(Periods.Usual.LAST_HALF, days));
    }

    private record Pair(Period now, Period before) {}

    private static Optional<Pair> pair(Period now) {
        return Periods.before(now).map(before -> new Pair(now, before));
    }

    private List<Side> days(ReviewChoices now, Pair pair) {
        return List.of(
                new Side(name(pair.now()), now.withPeriod(pair.now())),
                new Side(name(pair.before()), now.withPeriod(pair.before())));
    }

    private String name(Period period) {
        return texts.get(
                "review.compare.days",
                day(period.from().orElseThrow()),
                day(period.to().orElseThrow()));
    }

    private String day(LocalDate day) {
        return words.amounts().day(day);
    }

    private MenuItem item(String name, List<Side> sides) {
        MenuItem item = new MenuItem(name);
        item.setOnAction(
                event ->
                        model.compare(
                                sides,
                                answers ->
                                        ReviewCompareController.show(words, desk, sides, answers),
                                desk.notices()::problem));
        return item;
    }
}
