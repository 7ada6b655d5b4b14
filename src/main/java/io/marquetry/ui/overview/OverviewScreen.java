package io.marquetry.ui.overview;

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

/** Makes the screen on which a manager sees everything at once. */
public final class OverviewScreen implements ScreenMaker {

    /** What is live, waits, works, fades and costs. */
    public static final Screen SCREEN = new Screen("overview", Feather.ACTIVITY);

    private final OverviewModel model;
    private final TrailSheet trails;

    /** Makes the screen over a model that outlives changes of language. */
    public OverviewScreen(OverviewModel model, TrailSheet trails) {
        this.model = model;
        this.trails = trails;
    }

    @Override
    public Screen screen() {
        return SCREEN;
    }

    @Override
    public OpenScreen open(Desk desk) {
        Follows follows = new Follows();
        OverviewController controller = new OverviewController(model, desk, follows);
        return new OpenScreen(
                Views.load(SCREEN.stem(), desk.texts(), controller),
                Map.of(),
                controller::shown,
                follows);
    }

    @Override
    public Optional<Way> way(Destination destination) {
        return destination instanceof Destination.TrailOf asked
                ? Optional.of(Way.above(desk -> trails.open(desk, asked.thing())))
                : Optional.empty();
    }
}
