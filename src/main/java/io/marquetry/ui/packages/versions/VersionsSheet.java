package io.marquetry.ui.packages.versions;

import io.marquetry.handoff.enclose.Enclosing;
import io.marquetry.index.AudienceIndexes;
import io.marquetry.life.Lives;
import io.marquetry.pack.ExportReasons;
import io.marquetry.pack.PackageKey;
import io.marquetry.pack.PackageVersion;
import io.marquetry.pack.Packages;
import io.marquetry.tag.TagGovernance;
import io.marquetry.ui.common.screen.Controllers;
import io.marquetry.ui.common.screen.Desk;
import io.marquetry.ui.common.screen.Follows;
import io.marquetry.ui.common.screen.OpenSheet;
import io.marquetry.ui.common.screen.View;
import io.marquetry.ui.common.screen.Views;
import io.marquetry.ui.navigation.Destination;
import io.marquetry.ui.packages.life.LifeModel;
import io.marquetry.ui.packages.life.LifePart;

import java.util.function.Consumer;

/** Opens the sheet with the finished versions of a package. */
public final class VersionsSheet {

    private final Packages packages;
    private final Lives lives;
    private final TagGovernance tags;
    private final AudienceIndexes indexes;
    private final ExportReasons reasons;
    private final Enclosing enclosing;

    /** Makes the opener; who came and went is counted by the indexes. */
    public VersionsSheet(
            Packages packages,
            Lives lives,
            TagGovernance tags,
            AudienceIndexes indexes,
            ExportReasons reasons,
            Enclosing enclosing) {
        this.enclosing = enclosing;
        this.reasons = reasons;
        this.packages = packages;
        this.lives = lives;
        this.tags = tags;
        this.indexes = indexes;
    }

    /**
     * Opens it for a package.
     *
     * @param changed runs on the FX thread when the package made a step of its life
     */
    public void open(Desk desk, PackageKey key, Runnable changed) {
        VersionsModel model =
                new VersionsModel(packages, tags, indexes, reasons, desk.background(), key);
        LifeModel life =
                new LifeModel(
                        lives,
                        packages,
                        desk.background(),
                        key,
                        () -> {
                            model.load(desk.notices()::problem);
                            changed.run();
                        });
        desk.sheets().open(now -> sheet(model, life, now));
        model.load(desk.notices()::problem);
        life.load(desk.notices()::problem);
    }

    private static void send(PackageKey key, Desk desk) {
        desk.sheets().close();
        desk.navigation().go(new Destination.DispatchOf(key));
    }

    private OpenSheet sheet(VersionsModel model, LifeModel life, Desk desk) {
        Follows follows = new Follows();
        Consumer<PackageVersion> handing =
                version -> {
                    HandOverModel handed = new HandOverModel(version, enclosing, desk.background());
                    Runnable back = () -> desk.sheets().open(now -> sheet(model, life, now));
                    desk.sheets().open(now -> sheet(handed, back, now));
                };
        Controllers controllers =
                new Controllers()
                        .with(
                                VersionsController.class,
                                () -> new VersionsController(model, desk, handing, follows));
        View<VersionsController> view = Views.load("packageVersions", desk.texts(), controllers);
        view.controller()
                .above(LifePart.of(life, desk.texts(), follows, () -> send(model.key(), desk)));
        return new OpenSheet(view.root(), desk.sheets()::close, follows);
    }

    /** What is handed over takes the place of the versions, and leads back to them. */
    private static OpenSheet sheet(HandOverModel model, Runnable back, Desk desk) {
        Follows follows = new Follows();
        Controllers controllers =
                new Controllers()
                        .with(
                                HandOverController.class,
                                () -> new HandOverController(model, desk, back, follows));
        return new OpenSheet(
                Views.load("handOver", desk.texts(), controllers).root(), back, follows);
    }
}
