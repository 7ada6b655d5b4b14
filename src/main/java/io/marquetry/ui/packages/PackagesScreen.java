package io.marquetry.ui.packages;

import io.marquetry.audience.SourceName;
import io.marquetry.source.SourceRepository;
import io.marquetry.ui.common.Controllers;
import io.marquetry.ui.common.Desk;
import io.marquetry.ui.common.OpenScreen;
import io.marquetry.ui.common.Screen;
import io.marquetry.ui.common.ScreenMaker;
import io.marquetry.ui.common.View;
import io.marquetry.ui.common.Views;

import java.util.Optional;

/** Makes the list of packages, and asks for new ones. */
public final class PackagesScreen implements ScreenMaker {

    private final PackagesModel model;
    private final SourceRepository sources;
    private final PackageExport exports;

    /** Makes the screen over a model that outlives changes of language. */
    public PackagesScreen(PackagesModel model, SourceRepository sources, PackageExport exports) {
        this.model = model;
        this.sources = sources;
        this.exports = exports;
    }

    @Override
    public Screen screen() {
        return Screen.PACKAGES;
    }

    @Override
    public OpenScreen open(Desk desk) {
        View<PackagesController> view =
                Views.load(
                        Screen.PACKAGES.stem(),
                        desk.texts(),
                        new Controllers()
                                .with(
                                        PackagesController.class,
                                        () -> new PackagesController(model, exports, desk)));
        return new OpenScreen(view.root(), view.controller().actions(), view.controller()::shown);
    }

    /** Asks for name, key and source of a new package, and opens it in the composer. */
    public void askForNew(Desk desk, Optional<SourceName> source) {
        NewPackageModel asking = new NewPackageModel(model, desk.texts().locale(), source);
        desk.background()
                .run(
                        signal -> sources.list(),
                        list -> {
                            asking.offer(list);
                            NewPackageController.show(asking, desk);
                        },
                        desk.notices()::problem);
    }
}
