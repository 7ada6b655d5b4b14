package io.marquetry.ui.review;

import io.marquetry.effect.review.EffectWords;
import io.marquetry.ui.common.screen.Desk;
import io.marquetry.ui.common.screen.Follows;
import io.marquetry.ui.common.screen.OpenScreen;
import io.marquetry.ui.common.screen.ScreenMaker;
import io.marquetry.ui.common.screen.Views;
import io.marquetry.ui.common.screen.Way;
import io.marquetry.ui.navigation.Destination;
import io.marquetry.ui.navigation.Screen;
import io.marquetry.ui.outcomes.IntakeModel;
import io.marquetry.ui.outcomes.IntakeTask;
import io.marquetry.ui.review.answer.ReviewAdviceController;
import io.marquetry.ui.review.answer.ReviewCardsController;
import io.marquetry.ui.review.answer.ReviewChartsController;
import io.marquetry.ui.review.answer.ReviewTagsController;
import io.marquetry.ui.review.ask.ReviewModel;

import javafx.scene.Parent;

import org.kordamp.ikonli.feather.Feather;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Makes the effect review. */
public final class ReviewScreen implements ScreenMaker {

    /** What the packages achieved. */
    public static final Screen SCREEN = new Screen("review", Feather.BAR_CHART_2);

    private final ReviewModel model;
    private final Supplier<IntakeModel> intakes;

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
        return SCREEN;
    }

    @Override
    public OpenScreen open(Desk desk) {
        Follows follows = new Follows();
        EffectWords words = new EffectWords(desk.texts());
        ReviewCardsController cards = new ReviewCardsController(model, words, follows);
        ReviewChartsController charts = new ReviewChartsController(model, words, desk, follows);
        ReviewAdviceController advice = new ReviewAdviceController(model, words, desk, follows);
        ReviewTagsController tags = new ReviewTagsController(model.tags(), desk, follows);
        ReviewController review = new ReviewController(model, words, charts, desk, follows);
        Parent view = Views.load(SCREEN.stem(), desk.texts(), review, cards, charts, advice, tags);
        review.offerReport(new ReviewReport(desk));
        review.offerImport(() -> importOutcomes(intakes.get(), desk));
        return new OpenScreen(view, Map.of(), review::shown, follows);
    }

    @Override
    public Optional<Way> way(Destination destination) {
        if (destination instanceof Destination.OutcomesIn one) {
            return Optional.of(
                    Way.onScreen(
                            desk -> {
                                IntakeModel begun = intakes.get();
                                begun.begin(one.source(), one.stream());
                                importOutcomes(begun, desk);
                            }));
        }
        return destination instanceof Destination.OfOutcomes one
                ? Optional.of(Way.onScreen(desk -> model.loadAndChoose(one.name())))
                : Optional.empty();
    }

    private void importOutcomes(IntakeModel begun, Desk desk) {
        // What the import makes is looked at afterwards.
        IntakeTask.show(
                begun, desk, made -> made.ifPresentOrElse(model::loadAndChoose, model::load));
    }
}
