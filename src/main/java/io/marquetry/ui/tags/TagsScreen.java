package io.marquetry.ui.tags;

import io.marquetry.tag.TagKey;
import io.marquetry.ui.common.Controllers;
import io.marquetry.ui.common.Desk;
import io.marquetry.ui.common.OpenScreen;
import io.marquetry.ui.common.Screen;
import io.marquetry.ui.common.ScreenMaker;
import io.marquetry.ui.common.View;
import io.marquetry.ui.common.Views;

import java.util.Optional;

/** Makes the tags screen: the list, and the editor in its place while a tag is edited. */
public final class TagsScreen implements ScreenMaker {

    private final TagsModel model;
    private Optional<TagsController> before = Optional.empty();

    /** Makes the screen over a model that outlives changes of language. */
    public TagsScreen(TagsModel model) {
        this.model = model;
    }

    @Override
    public Screen screen() {
        return Screen.TAGS;
    }

    /** Opens a tag in the editor; where it is gone, the list stays. */
    public void edit(TagKey key) {
        model.edit(key);
    }

    @Override
    public OpenScreen open(Desk desk) {
        View<TagsController> view =
                Views.load(
                        Screen.TAGS.stem(),
                        desk.texts(),
                        new Controllers()
                                .with(TagsController.class, () -> new TagsController(model, desk)));
        before.ifPresent(TagsController::retire);
        before = Optional.of(view.controller());
        return new OpenScreen(view.root(), view.controller().actions(), view.controller()::shown);
    }
}
