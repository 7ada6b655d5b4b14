package io.marquetry.ui.assets;

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

/** Makes the screen of the assets. */
public final class AssetsScreen implements ScreenMaker {

    /** The assets behind the tags. */
    public static final Screen SCREEN = new Screen("assets", Feather.GIFT);

    private final AssetsModel model;

    /** Makes the screen over a model that outlives changes of language. */
    public AssetsScreen(AssetsModel model) {
        this.model = model;
    }

    @Override
    public Screen screen() {
        return SCREEN;
    }

    /** An asset is chosen in the list; where it is gone, the list stays as it is. */
    @Override
    public Optional<Way> way(Destination destination) {
        return destination instanceof Destination.OfAsset one
                ? Optional.of(Way.onScreen(desk -> model.seek(one.key(), desk.notices()::problem)))
                : Optional.empty();
    }

    @Override
    public OpenScreen open(Desk desk) {
        Follows follows = new Follows();
        AssetsController controller = new AssetsController(model, desk, follows);
        return new OpenScreen(
                Views.load(SCREEN.stem(), desk.texts(), controller),
                Map.of(
                        Command.FIND,
                        Action.always(desk.texts().get("command.find"), controller::find)),
                controller::shown,
                follows);
    }
}
