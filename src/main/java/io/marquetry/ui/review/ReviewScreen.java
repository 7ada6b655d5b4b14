package io.marquetry.ui.review;

import io.marquetry.effect.review.EffectWords;
import io.marquetry.ui.common.Controllers;
import io.marquetry.ui.common.Desk;
import io.marquetry.ui.common.OpenScreen;
import io.marquetry.ui.common.Screen;
import io.marquetry.ui.common.ScreenMaker;
import io.marquetry.ui.common.View;
import io.marquetry.ui.common.Views;
import io.marquetry.ui.outcomes.IntakeModel;
import io.marquetry.ui.outcomes.IntakeTask;

import java.util.Map;
import java.util.function.Supplier;

/** Makes the effect review. */
public final class ReviewScreen implements ScreenMaker {

    private final ReviewModel model;
    private final Supplier<IntakeModel> intakes;
    private Runnable retire = () -> {};

    /**
     * Makes the screen over a model that outlives changes of language.
     *
     * @param intakes begins imports of outcomes
     */
    public ReviewScreen(ReviewModel model, Supplier<IntakeModel> intakes) {
        this.model = model;
        this.intakes = intakes;
    }

    @Override
    public Screen screen() {
        return Screen.REVIEW;
    }

    @Override
    public OpenScreen open(Desk desk) {
        retire.run();
        EffectWords words = new EffectWords(desk.texts());
        ReviewCardsController cards = new ReviewCardsController(model, words);
        ReviewChartsController charts = new ReviewChartsController(model, words, desk);
        ReviewAdviceController advice = new ReviewAdviceController(model, words, desk);
        ReviewTagsController tags = new ReviewTagsController(model.tags(), desk);
        ReviewController review = new ReviewController(model, words, charts, desk);
        View<ReviewController> view =
                Views.load(
                        Screen.REVIEW.stem(),
                        desk.texts(),
                        new Controllers()
                                .with(ReviewController.class, () -> review)
                                .with(ReviewCardsController.class, () -> cards)
                                .with(ReviewChartsController.class, () -> charts)
                                .with(ReviewAdviceController.class, () -> advice)
                                .with(ReviewTagsController.class, () -> tags));
        review.offerReport(new ReviewReport(desk));
        review.offerImport(() -> importOutcomes(desk));
        retire =
                () -> {
                    cards.retire();
                    charts.retire();
                    advice.retire();
                    tags.retire();
                    review.retire();
                };
        return new OpenScreen(view.root(), Map.of(), review::shown);
    }

    private void importOutcomes(Desk desk) {
        // What the import makes is looked at afterwards.
        IntakeTask.show(
                intakes.get(),
                desk,
                made -> made.ifPresentOrElse(model::loadAndChoose, model::load));
    }
}
