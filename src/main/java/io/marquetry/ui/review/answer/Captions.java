package io.marquetry.ui.review.answer;

import io.marquetry.base.UserZone;
import io.marquetry.effect.chart.Amounts;
import io.marquetry.effect.figures.EffectAnswer;
import io.marquetry.effect.review.EffectWords;

import java.util.List;

/**
 * The words below a chart that leaves the screen: whom it tells of, which days, and how it was
 * measured.
 */
final class Captions {

    private Captions() {}

    /** Returns the lines below a chart of an answer. */
    static List<String> of(EffectAnswer answer, EffectWords words) {
        Amounts amounts = words.amounts();
        return List.of(
                words.texts()
                        .get(
                                "review.caption.what",
                                words.texts().known(answer.set().title()),
                                amounts.count(answer.all().treated().targeted()),
                                amounts.day(answer.asOf().atZone(UserZone.get()).toLocalDate())),
                words.texts()
                        .get(
                                "review.caption.how",
                                words.texts()
                                        .get(
                                                "effect.correction."
                                                        + answer.request().correction().name())));
    }
}
