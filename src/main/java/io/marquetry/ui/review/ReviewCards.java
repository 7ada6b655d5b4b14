package io.marquetry.ui.review;

import io.marquetry.base.Texts;
import io.marquetry.effect.chart.Quantity;
import io.marquetry.effect.figures.ArmFigures;
import io.marquetry.effect.figures.Comparison;
import io.marquetry.effect.figures.Economics;
import io.marquetry.effect.figures.EffectAnswer;
import io.marquetry.effect.figures.Figures;
import io.marquetry.effect.figures.Group;
import io.marquetry.effect.figures.Measure;
import io.marquetry.effect.figures.Uplift;
import io.marquetry.effect.stats.Difference;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** The large figures of the review: six in a row. */
final class ReviewCards {

    private static final char NO_BREAK = '\u00a0';

    private final ReviewWords words;
    private final Texts texts;

    ReviewCards(ReviewWords words) {
        this.words = words;
        this.texts = words.texts();
    }

    List<ReviewCard> of(EffectAnswer answer) {
        Figures treated = answer.all().treated();
        return List.of(
                targeted(answer.all()),
                new ReviewCard(
                        "reach",
                        words.measure(Measure.REACH),
                        words.value(Quantity.SHARE, treated.reach().estimate()),
                        words.sureness(Quantity.SHARE, treated.reach().estimate())),
                new ReviewCard(
                        "hit",
                        words.measure(Measure.HIT),
                        words.value(Quantity.SHARE, treated.hit().estimate()),
                        words.sureness(Quantity.SHARE, treated.hit().estimate())),
                new ReviewCard(
                        "conversion",
                        words.measure(Measure.CONVERSION),
                        words.value(Quantity.SHARE, treated.conversion().estimate()),
                        words.sureness(Quantity.SHARE, treated.conversion().estimate())),
                revenue(answer.all()),
                roi(answer));
    }

    private ReviewCard targeted(Group all) {
        long held =
                all.arms().stream()
                        .filter(ArmFigures::control)
                        .mapToLong(arm -> arm.figures().targeted())
                        .sum();
        long arms = all.arms().stream().filter(arm -> !arm.control()).count();
        return new ReviewCard(
                "targeted",
                texts.get("review.card.targeted"),
                words.amounts().count(all.treated().targeted()),
                held > 0
                        ? texts.get("review.card.heldOut", arms, words.amounts().count(held))
                        : texts.get("review.card.noneHeldOut"));
    }

    private ReviewCard revenue(Group all) {
        Optional<Comparison> gained = allTreated(all, Measure.REVENUE);
        if (gained.isPresent() && gained.get().difference() instanceof Difference.Measured m) {
            return new ReviewCard(
                    "revenue",
                    texts.get("review.card.incremental"),
                    words.amounts().text(Quantity.MONEY_DIFFERENCE, m.value()),
                    texts.get(
                            "review.card.intervalAndP",
                            words.interval(Quantity.MONEY_DIFFERENCE, m.interval()),
                            words.amounts().p(m.pValue()).replace(' ', NO_BREAK)));
        }
        return new ReviewCard(
                "revenue",
                texts.get("review.card.revenue"),
                words.value(Quantity.MONEY, all.treated().revenue().perHead()),
                words.sureness(Quantity.MONEY, all.treated().revenue().perHead()));
    }

    private ReviewCard roi(EffectAnswer answer) {
        String heading = texts.get("review.card.roi");
        Figures treated = answer.all().treated();
        Optional<Comparison> gained = allTreated(answer.all(), Measure.RETURN);
        if (gained.isPresent() && gained.get().difference() instanceof Difference.Measured m) {
            return new ReviewCard(
                    "roi",
                    texts.get("review.card.incrementalRoi"),
                    words.amounts().text(Quantity.FACTOR, m.value()),
                    words.interval(Quantity.FACTOR, m.interval()));
        }
        return new ReviewCard(
                "roi",
                heading,
                words.value(Quantity.FACTOR, treated.roi()),
                words.sureness(Quantity.FACTOR, treated.roi()));
    }

    /** Returns what the money assumes: 40 % margin, 0.01 a message; total cost. */
    static String money(Economics economics, Texts texts) {
        return texts.get(
                "review.money",
                economics.margin().multiply(BigDecimal.valueOf(100)).stripTrailingZeros(),
                economics.costPerSend().stripTrailingZeros());
    }

    /** Returns how all treated together differ from the control. */
    static Optional<Comparison> allTreated(Group group, Measure measure) {
        if (!(group.uplift() instanceof Uplift.Measured measured)) {
            return Optional.empty();
        }
        List<Comparison> found =
                measured.comparisons().stream().filter(c -> c.measure() == measure).toList();
        // With one treated arm all together are that arm.
        return found.stream()
                .filter(c -> c.arm().isEmpty())
                .findFirst()
                .or(() -> found.stream().findFirst());
    }
}
