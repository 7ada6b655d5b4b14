package io.marquetry.ui.dispatch;

import io.marquetry.ui.common.screen.Desk;
import io.marquetry.ui.common.screen.Follows;
import io.marquetry.ui.common.screen.OpenScreen;
import io.marquetry.ui.common.screen.ScreenMaker;
import io.marquetry.ui.common.screen.Views;
import io.marquetry.ui.common.screen.Way;
import io.marquetry.ui.navigation.Destination;
import io.marquetry.ui.navigation.Screen;

import org.kordamp.ikonli.feather.Feather;

import java.util.Map;
import java.util.Optional;

/** Makes the screen of dispatches. */
public final class DispatchScreen implements ScreenMaker {

    /** Packages that go out. */
    public static final Screen SCREEN = new Screen("dispatch", Feather.SEND);

    private final DispatchModel model;
    private final PlanSheet plans;

    /** Makes the screen over a model that outlives changes of language. */
    public DispatchScreen(DispatchModel model, PlanSheet plans) {
        this.model = model;
        this.plans = plans;
    }

    @Override
    public Screen screen() {
        return SCREEN;
    }

    @Override
    public OpenScreen open(Desk desk) {
        Follows follows = new Follows();
        DispatchDetailController detail = new DispatchDetailController(model, desk, follows);
        DispatchController controller = new DispatchController(model, plans, desk, follows);
        return new OpenScreen(
                Views.load(SCREEN.stem(), desk.texts(), controller, detail),
                Map.of(),
                controller::shown,
                follows);
    }

    @Override
    public Optional<Way> way(Destination destination) {
        return destination instanceof Destination.DispatchOf one
                ? Optional.of(Way.onScreen(desk -> plans.open(desk, model, Optional.of(one.key()))))
                : Optional.empty();
    }

    @Override
    public void beforeClosing(Desk desk, Runnable close) {
        model.stopAll();
        close.run();
    }
}
