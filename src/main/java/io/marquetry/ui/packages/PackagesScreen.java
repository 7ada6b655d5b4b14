package io.marquetry.ui.packages;

import io.marquetry.audience.SourceName;
import io.marquetry.base.UserZone;
import io.marquetry.handoff.PackageValidation;
import io.marquetry.handoff.ValidationReport;
import io.marquetry.source.Sources;
import io.marquetry.ui.common.Controllers;
import io.marquetry.ui.common.Desk;
import io.marquetry.ui.common.Follows;
import io.marquetry.ui.common.OpenScreen;
import io.marquetry.ui.common.ScreenMaker;
import io.marquetry.ui.common.View;
import io.marquetry.ui.common.Views;
import io.marquetry.ui.common.Way;
import io.marquetry.ui.navigation.Destination;
import io.marquetry.ui.navigation.Screen;

import org.kordamp.ikonli.feather.Feather;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** Makes the list of packages, and asks for new ones. */
public final class PackagesScreen implements ScreenMaker {

    /** The list of packages. */
    public static final Screen SCREEN = new Screen("packages", Feather.PACKAGE);

    private final PackagesModel model;
    private final Sources sources;
    private final PackageExport exports;

    /** Makes the screen over a model that outlives changes of language. */
    public PackagesScreen(PackagesModel model, Sources sources, PackageExport exports) {
        this.model = model;
        this.sources = sources;
        this.exports = exports;
    }

    @Override
    public Screen screen() {
        return SCREEN;
    }

    @Override
    public OpenScreen open(Desk desk) {
        Follows follows = new Follows();
        View<PackagesController> view =
                Views.load(
                        SCREEN.stem(),
                        desk.texts(),
                        new Controllers()
                                .with(
                                        PackagesController.class,
                                        () ->
                                                new PackagesController(
                                                        model, exports, desk, follows)));
        PackagesController list = view.controller();
        return new OpenScreen(view.root(), list.actions(), list::shown, follows);
    }

    @Override
    public Optional<Way> way(Destination destination) {
        if (destination instanceof Destination.NewPackage asked) {
            return Optional.of(Way.above(desk -> askForNew(desk, asked.source())));
        }
        if (destination instanceof Destination.ReceivedPackage received) {
            return Optional.of(Way.above(desk -> judge(received.file(), desk)));
        }
        return destination instanceof Destination.AllPackages
                ? Optional.of(Way.onScreen(desk -> {}))
                : Optional.empty();
    }

    /** Says whether a package document can be trusted, and leads to the package of its key. */
    private void judge(Path file, Desk desk) {
        desk.background()
                .run(
                        signal -> {
                            ValidationReport report = new PackageValidation().validate(file);
                            return Map.entry(report, model.holds(report));
                        },
                        judged ->
                                ReceivedPackageSheet.show(
                                        file, judged.getKey(), judged.getValue(), desk),
                        desk.notices()::problem);
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
