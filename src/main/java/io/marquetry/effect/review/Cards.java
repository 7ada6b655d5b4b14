package io.marquetry.effect.review;

import io.marquetry.effect.OutcomeMapping;
import io.marquetry.effect.OutcomeRole;
import io.marquetry.effect.advice.Targets;
import io.marquetry.effect.chart.EffectCharts;
import io.marquetry.effect.chart.Quantity;
import io.marquetry.effect.figures.ArmComparison;
import io.marquetry.effect.figures.ArmFigures;
import io.marquetry.effect.figures.EffectAnswer;
import io.marquetry.effect.figures.Figures;
import io.marquetry.effect.figures.Group;
import io.marquetry.effect.figures.Measure;
import io.marquetry.effect.figures.Rate;
import io.marquetry.effect.figures.Uplift;
import io.marquetry.effect.stats.Difference;
import io.marquetry.effect.stats.Estimate;
import io.marquetry.effect.stats.Method;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The figures that matter most: those that the outcomes record, six at most. */
public final class Cards {

    private static final int MAX_CARDS = 6;
    private static final char NO_BREAK = '\u00a0';

    private final EffectWords words;

    /** Makes cards with these words. */
    public Cards(EffectWords words) {
        this.words = words;
    }

    /** Returns the cards of what was reviewed, with how they stand to what was aimed at. */
    public List<Card> of(Reviewed reviewed) {
        Targets targets = reviewed.targets();
        EffectAnswer answer = reviewed.answer();
        OutcomeMapping mapping = answer.set().mapping();
        Group all = answer.all();
        Figures treated = all.treated();
        List<Card> cards = new ArrayList<>();
        cards.add(targeted(all));
        if (mapping.records(OutcomeRole.DELIVERED)) {
            cards.add(
                    aimed(
                            rate("reach", Measure.REACH, treated.reach()),
                            Measure.REACH,
                            all,
                            targets));
        }
        if (mapping.records(OutcomeRole.HIT)) {
            cards.add(aimed(rate("hit", Measure.HIT, treated.hit()), Measure.HIT, all, targets));
        }
        if (mapping.records(OutcomeRole.CONVERTED)) {
            cards.add(
                    aimed(
                            rate("conversion", Measure.CONVERSION, treated.conversion()),
                            Measure.CONVERSION,
                            all,
                            targets));
        }
        if (mapping.records(OutcomeRole.REVENUE)) {
            cards.add(revenue(all));
            cards.add(onCost(all, targets));
        }
        if (cards.size() < MAX_CARDS
                && mapping.records(OutcomeRole.CONVERTED)
                && treated.cost().total().signum() != 0) {
            cards.add(
                    card(
                            "cost-per-conversion",
                            words.texts().get("effect.costPerConversion"),
                            Quantity.MONEY,
                            treated.costPerConversion(),
                            ""));
        }
        return cards;
    }

    private Card targeted(Group all) {
        long held =
                all.arms().stream()
                        .filter(ArmFigures::control)
                        .mapToLong(arm -> arm.figures().targeted())
                        .sum();
        long arms = all.arms().stream().filter(arm -> !arm.control()).count();
        return new Card(
                "targeted",
                words.texts().get("review.card.targeted"),
                words.amounts().count(all.treated().targeted()),
                held > 0
                        ? words.texts()
                                .get("review.card.heldOut", arms, words.amounts().count(held))
                        : words.texts().get("review.card.noneHeldOut"));
    }

    /** Adds what was aimed at, and whether it is reached. */
    private Card aimed(Card card, Measure measure, Group all, Targets targets) {
        Optional<Double> target = targets.of(measure);
        Optional<Targets.Standing> standing =
                target.flatMap(least -> standing(measure, least, all));
        if (target.isEmpty() || standing.isEmpty()) {
            return card;
        }
        String least = words.amounts().text(quantity(measure), target.get()).replace(' ', NO_BREAK);
        return new Card(
                card.id(),
                card.name(),
                card.value(),
                detail(
                        card.detail(),
                        words.texts().get("review.target." + standing.get().name(), least)));
    }

    private static Quantity quantity(Measure measure) {
        return measure == Measure.RETURN ? Quantity.FACTOR : Quantity.SHARE;
    }

    private Card rate(String id, Measure measure, Rate rate) {
        // Who is counted more than once is a contact each time.
        boolean repeated =
                rate.estimate() instanceof Estimate.Known known
                        && known.method() == Method.CLUSTERED;
        String count =
                words.texts()
                        .get(repeated ? "report.countOfContacts" : "report.countOf", rate.count());
        return card(id, words.measure(measure), Quantity.SHARE, rate.estimate(), count);
    }

    private Card revenue(Group all) {
        Optional<Difference.Measured> more = treated(all, Measure.REVENUE);
        return more.isPresent()
                ? card(
                        "revenue",
                        "review.card.incremental",
                        Measure.REVENUE,
                        more.get(),
                        words.amounts().p(more.get().pValue()))
                : card(
                        "revenue",
                        words.measure(Measure.REVENUE),
                        Quantity.MONEY,
                        all.treated().revenue().perHead(),
                        "");
    }

    private Card onCost(Group all, Targets targets) {
        String cost =
                words.texts()
                        .get(
                                "report.cost",
                                words.amounts()
                                        .text(
                                                Quantity.MONEY,
                                                all.treated().cost().total().doubleValue()));
        Optional<Difference.Measured> more = treated(all, Measure.RETURN);
        Card card =
                more.isPresent()
                        ? card(
                                "roi",
                                "review.card.incrementalRoi",
                                Measure.RETURN,
                                more.get(),
                                cost)
                        : card(
                                "roi",
                                words.texts().get("review.card.roi"),
                                Quantity.FACTOR,
                                all.treated().roi(),
                                cost);
        return aimed(card, Measure.RETURN, all, targets);
    }

    /**
     * Returns how a figure of a card stands to a target; empty where there is no figure.
     *
     * @param measure one of {@link Targets#MEASURES}
     */
    public static Optional<Targets.Standing> standing(Measure measure, double target, Group all) {
        Figures treated = all.treated();
        return switch (measure) {
            case REACH -> Targets.standing(target, treated.reach().estimate());
            case HIT -> Targets.standing(target, treated.hit().estimate());
            case CONVERSION -> Targets.standing(target, treated.conversion().estimate());
            case RETURN ->
                    treated(all, Measure.RETURN)
                            .map(more -> Targets.standing(target, more.interval(), more.footing()))
                            .or(() -> Targets.standing(target, treated.roi()));
            case REVENUE, PROFIT -> Optional.empty();
        };
    }

    private Card card(
            String id, String name, Measure measure, Difference.Measured more, String restsOn) {
        Quantity quantity = EffectCharts.difference(measure);
        return new Card(
                id,
                words.texts().get(name),
                words.amounts().value(quantity, more.value(), more.interval()),
                detail(
                        words.remarks()
                                .marked(words.interval(quantity, more.interval()), more.footing()),
                        restsOn));
    }

    private Card card(
            String id, String name, Quantity quantity, Estimate estimate, String restsOn) {
        return new Card(
                id,
                name,
                words.value(quantity, estimate),
                detail(
                        words.sureness(quantity, estimate),
                        estimate instanceof Estimate.Unknown ? "" : restsOn));
    }

    private String detail(String sureness, String restsOn) {
        return restsOn.isEmpty()
                ? sureness
                : words.texts().get("review.card.detail", sureness, restsOn.replace(' ', NO_BREAK));
    }

    /**
     * Returns the one figure that tells most of a group: what it caused where chance held people
     * out, else its rate; empty where neither is recorded.
     */
    public Optional<Card> most(Group group) {
        for (Measure measure : List.of(Measure.CONVERSION, Measure.HIT)) {
            Optional<Difference.Measured> more = treated(group, measure);
            if (more.isPresent()) {
                return Optional.of(
                        card(
                                "uplift",
                                "review.card.caused." + measure.name(),
                                measure,
                                more.get(),
                                ""));
            }
        }
        Figures figures = group.treated();
        return Stream.of(
                        rate("conversion", Measure.CONVERSION, figures.conversion()),
                        rate("hit", Measure.HIT, figures.hit()),
                        rate("reach", Measure.REACH, figures.reach()))
                .filter(card -> !card.value().equals(EffectWords.NOTHING))
                .findFirst();
    }

    /** Returns how far all treated together are from the control. */
    public static Optional<Difference.Measured> treated(Group group, Measure measure) {
        if (!(group.uplift() instanceof Uplift.Measured measured)) {
            return Optional.empty();
        }
        List<ArmComparison> of =
                measured.comparisons().stream().filter(c -> c.measure() == measure).toList();
        // With one treated arm all together are that arm.
        return of.stream()
                .filter(c -> c.arm().isEmpty())
                .findFirst()
                .or(() -> of.stream().findFirst())
                .flatMap(
                        c ->
                                c.difference() instanceof Difference.Measured found
                                        ? Optional.of(found)
                                        : Optional.empty());
    }
}
