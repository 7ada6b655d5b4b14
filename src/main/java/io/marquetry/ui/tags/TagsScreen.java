package io.marquetry.ui.tags;

import io.marquetry.ui.common.screen.Desk;
import io.marquetry.ui.common.screen.Follows;
import io.marquetry.ui.common.screen.OpenScreen;
import io.marquetry.ui.common.screen.ScreenMaker;
import io.marquetry.ui.common.screen.Views;
import io.marquetry.ui.common.screen.Way;
import io.marquetry.ui.navigation.Destination;
import io.marquetry.ui.navigation.Screen;
import io.marquetry.ui.tags.centre.GovernanceModel;

import org.kordamp.ikonli.feather.Feather;

import java.util.Optional;

/** Makes the tags screen: the list, and the editor in its place while a tag is edited. */
public final class TagsScreen implements ScreenMaker {

    /** All tags. */
    public static final Screen SCREEN = new Screen("tags", Feather.TAG);

    private final TagsModel model;
    private final GovernanceModel governance;

    /** Makes the screen over models that outlive changes of language. */
    public TagsScreen(TagsModel model, GovernanceModel governance) {
        this.model = model;
        this.governance = governance;
    }

    @Override
    public Screen screen() {
        return SCREEN;
    }

    /** A tag opens in the editor; where it is gone, the list stays. */
    @Override
    public Optional<Way> way(Destination destination) {
        return destination instanceof Destination.OfTag one
                ? Optional.of(Way.onScreen(desk -> model.edit(one.key())))
                : Optional.empty();
    }

    /** Asks before a tag is lost that was not saved. */
    @Override
    public void beforeClosing(Desk desk, Runnable close) {
        boolean unsaved = model.editing().get().filter(form -> form.changed().get()).isPresent();
        if (unsaved) {
            desk.navigation().go(new Destination.OfScreen(SCREEN));
            TagEditorController.askToDiscard(desk, close);
        } else {
            close.run();
        }
    }

    @Override
    public OpenScreen open(Desk desk) {
        Follows follows = new Follows();
        TagsController list = new TagsController(model, governance, desk, follows);
        return new OpenScreen(
                Views.load(SCREEN.stem(), desk.texts(), list),
                list.actions(),
                list::shown,
                follows);
    }
}
