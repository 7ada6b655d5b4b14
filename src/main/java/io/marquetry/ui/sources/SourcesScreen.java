package io.marquetry.ui.sources;

import io.marquetry.ui.common.screen.Desk;
import io.marquetry.ui.common.screen.Follows;
import io.marquetry.ui.common.screen.OpenScreen;
import io.marquetry.ui.common.screen.ScreenMaker;
import io.marquetry.ui.common.screen.Views;
import io.marquetry.ui.common.screen.Way;
import io.marquetry.ui.navigation.Destination;
import io.marquetry.ui.navigation.Screen;

import org.kordamp.ikonli.feather.Feather;

import java.nio.file.Path;
import java.util.Optional;

/** Makes the sources screen, from which customers are imported. */
public final class SourcesScreen implements ScreenMaker {

    /** The profile sources. */
    public static final Screen SCREEN = new Screen("sources", Feather.DATABASE);

    private final SourcesModel model;
    private final SourceHolders holders;

    /** Makes the screen over a model that outlives changes of language. */
    public SourcesScreen(SourcesModel model, SourceHolders holders) {
        this.model = model;
        this.holders = holders;
    }

    @Override
    public Screen screen() {
        return SCREEN;
    }

    @Override
    public OpenScreen open(Desk desk) {
        Follows follows = new Follows();
        SourcesController list = new SourcesController(model, holders, desk, follows);
        return new OpenScreen(
                Views.load(SCREEN.stem(), desk.texts(), list),
                list.actions(),
                list::shown,
                follows);
    }

    @Override
    public Optional<Way> way(Destination destination) {
        if (destination instanceof Destination.LargeSample) {
            return Optional.of(
                    Way.onScreen(
                            desk ->
                                    GenerateSampleController.show(
                                            model, model.beginGenerating(), desk)));
        }
        if (destination instanceof Destination.ReceivedTable received) {
            return Optional.of(Way.onScreen(desk -> importFrom(received.file(), desk)));
        }
        if (destination instanceof Destination.OfSource one) {
            return Optional.of(Way.onScreen(desk -> model.chosen().set(Optional.of(one.source()))));
        }
        return destination instanceof Destination.CustomerImport
                ? Optional.of(
                        Way.onScreen(desk -> ImportTask.show(model, model.beginImport(), desk)))
                : Optional.empty();
    }

    private void importFrom(Path file, Desk desk) {
        ImportModel begun = model.beginImport();
        begun.choose(file);
        ImportTask.show(model, begun, desk);
    }
}
