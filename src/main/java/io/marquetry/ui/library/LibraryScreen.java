package io.marquetry.ui.library;

import io.marquetry.ui.common.screen.Action;
import io.marquetry.ui.common.screen.Command;
import io.marquetry.ui.common.screen.Desk;
import io.marquetry.ui.common.screen.Follows;
import io.marquetry.ui.common.screen.OpenScreen;
import io.marquetry.ui.common.screen.ScreenMaker;
import io.marquetry.ui.common.screen.Views;
import io.marquetry.ui.navigation.Screen;

import org.kordamp.ikonli.feather.Feather;

import java.util.Map;

/** Makes the screen of the standard library. */
public final class LibraryScreen implements ScreenMaker {

    /** The standard library. */
    public static final Screen SCREEN = new Screen("library", Feather.BOOK_OPEN);

    private final LibraryModel model;

    /** Makes the screen over a model that outlives changes of language. */
    public LibraryScreen(LibraryModel model) {
        this.model = model;
    }

    @Override
    public Screen screen() {
        return SCREEN;
    }

    @Override
    public OpenScreen open(Desk desk) {
        Follows follows = new Follows();
        LibraryController controller = new LibraryController(model, desk, follows);
        return new OpenScreen(
                Views.load(SCREEN.stem(), desk.texts(), controller),
                Map.of(
                        Command.FIND,
                        Action.always(desk.texts().get("command.find"), controller::find)),
                controller::shown,
                follows);
    }
}
