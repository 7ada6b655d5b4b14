package io.marquetry.ui.sources;

import io.marquetry.ui.common.Controllers;
import io.marquetry.ui.common.Desk;
import io.marquetry.ui.common.OpenScreen;
import io.marquetry.ui.common.Screen;
import io.marquetry.ui.common.ScreenMaker;
import io.marquetry.ui.common.View;
import io.marquetry.ui.common.Views;

import java.util.Optional;

/** Makes the sources screen, from which customers are imported. */
public final class SourcesScreen implements ScreenMaker {

    private final SourcesModel model;
    private Optional<SourcesController> before = Optional.empty();

    /** Makes the screen over a model that outlives changes of language. */
    public SourcesScreen(SourcesModel model) {
        this.model = model;
    }

    @Override
    public Screen screen() {
        return Screen.SOURCES;
    }

    @Override
    public OpenScreen open(Desk desk) {
        View<SourcesController> view =
                Views.load(
                        Screen.SOURCES.stem(),
                        desk.texts(),
                        new Controllers()
                                .with(
                                        SourcesController.class,
                                        () -> new SourcesController(model, desk)));
        before.ifPresent(SourcesController::retire);
        before = Optional.of(view.controller());
        return new OpenScreen(view.root(), view.controller().actions(), view.controller()::shown);
    }
}
