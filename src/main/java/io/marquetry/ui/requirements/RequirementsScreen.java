package io.marquetry.ui.requirements;

import io.marquetry.ui.common.screen.Action;
import io.marquetry.ui.common.screen.Command;
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

/** Makes the screen of the requirements. */
public final class RequirementsScreen implements ScreenMaker {

    /** Requirements in words. */
    public static final Screen SCREEN = new Screen("requirements", Feather.TARGET);

    private final RequirementsModel model;

    /** Makes the screen over a model that outlives changes of language. */
    public RequirementsScreen(RequirementsModel model) {
        this.model = model;
    }

    @Override
    public Screen screen() {
        return SCREEN;
    }

    /** A requirement is taken into the fields; where it is gone, they stay as they are. */
    @Override
    public Optional<Way> way(Destination destination) {
        return destination instanceof Destination.OfRequirement one
                ? Optional.of(Way.onScreen(desk -> model.open(one.key(), desk.notices()::problem)))
                : Optional.empty();
    }

    @Override
    public OpenScreen open(Desk desk) {
        Follows follows = new Follows();
        RequirementsController controller = new RequirementsController(model, desk, follows);
        return new OpenScreen(
                Views.load(SCREEN.stem(), desk.texts(), controller),
                Map.of(
                        Command.SAVE,
                        Action.always(desk.texts().get("command.save"), controller::save),
                        Command.FIND,
                        Action.always(desk.texts().get("command.find"), controller::find)),
                controller::shown,
                follows);
    }
}
