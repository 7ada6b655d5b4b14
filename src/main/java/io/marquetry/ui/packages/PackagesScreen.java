package io.marquetry.ui.packages;

import io.marquetry.audience.SourceName;
import io.marquetry.base.UserZone;
import io.marquetry.handoff.incoming.PackageIntake;
import io.marquetry.source.Sources;
import io.marquetry.ui.common.screen.Desk;
import io.marquetry.ui.common.screen.Follows;
import io.marquetry.ui.common.screen.OpenScreen;
import io.marquetry.ui.common.screen.ScreenMaker;
import io.marquetry.ui.common.screen.Views;
import io.marquetry.ui.common.screen.Way;
import io.marquetry.ui.incoming.IncomingSheet;
import io.marquetry.ui.navigation.Destination;
import io.marquetry.ui.navigation.Screen;
import io.marquetry.ui.packages.life.CheckRulesSheet;
import io.marquetry.ui.packages.versions.VersionsSheet;

import org.kordamp.ikonli.feather.Feather;

import java.time.LocalDate;
import java.util.Optional;

/** Makes the list of packages, and asks for new ones. */
public final class PackagesScreen implements ScreenMaker {

    /** The list of packages. */
    public static final Screen SCREEN = new Screen("packages", Feather.PACKAGE);

    private final PackagesModel model;
    private final Sources sources;
    private final PackageExport exports;
    private final IncomingSheet incoming;
    private final VersionsSheet versions;
    private final CheckRulesSheet rules;

    /** Makes the screen over a model that outlives changes of language. */
    public PackagesScreen(
            PackagesModel model,
            Sources sources,
            PackageExport exports,
            PackageIntake intake,
            VersionsSheet versions,
            CheckRulesSheet rules) {
        this.rules = rules;
        this.model = model;
        this.sources = sources;
        this.exports = exports;
        this.versions = versions;
        this.incoming = new IncomingSheet(intake, sources, () -> model.load(problem -> {}));
    }

    @Override
    public Screen screen() {
        return SCREEN;
    }

    @Override
    public OpenScreen open(Desk desk) {
        Follows follows = new Follows();
        PackagesController list = new PackagesController(model, exports, desk, follows);
        return new OpenScreen(
                Views.load(SCREEN.stem(), desk.texts(), list),
                list.actions(),
                list::shown,
                follows);
    }

    @Override
    public Optional<Way> way(Destination destination) {
        if (destination instanceof Destination.NewPackage asked) {
            return Optional.of(Way.above(desk -> askForNew(desk, asked.source())));
        }
        if (destination instanceof Destination.VersionsOf asked) {
            return Optional.of(
                    Way.above(
                            desk ->
                                    versions.open(
                                            desk,
                                            asked.key(),
                                            () -> model.load(desk.notices()::problem))));
        }
        if (destination instanceof Destination.CheckRulesFor asked) {
            return Optional.of(
                    Way.above(
                            desk ->
                                    rules.open(
                                            desk,
                                            () ->
                                                    desk.navigation()
                                                            .go(
                                                                    new Destination.VersionsOf(
                                                                            asked.key())))));
        }
        if (destination instanceof Destination.Documents asked) {
            return Optional.of(Way.onScreen(desk -> incoming.open(desk, asked.files())));
        }
        if (destination instanceof Destination.PastedDocument pasted) {
            return Optional.of(Way.onScreen(desk -> incoming.open(desk, pasted.text())));
        }
        return destination instanceof Destination.AllPackages
                ? Optional.of(Way.onScreen(desk -> {}))
                : Optional.empty();
    }

    /** Asks for name, key and source of a new package, and opens it in the composer. */
    private void askForNew(Desk desk, Optional<SourceName> source) {
        NewPackageModel asking =
                new NewPackageModel(
                        model, desk.texts().locale(), source, LocalDate.now(UserZone.get()));
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
