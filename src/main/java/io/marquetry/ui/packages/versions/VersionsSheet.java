package io.marquetry.ui.packages.versions;

import io.marquetry.pack.PackageKey;
import io.marquetry.pack.PackageVersion;
import io.marquetry.requirement.Goals;
import io.marquetry.ui.common.screen.Desk;
import io.marquetry.ui.common.screen.Follows;
import io.marquetry.ui.common.screen.OpenSheet;
import io.marquetry.ui.common.screen.Views;
import io.marquetry.ui.navigation.Destination;
import io.marquetry.ui.packages.life.LifeModel;
import io.marquetry.ui.packages.life.LifePart;
import io.marquetry.ui.packages.remarks.RemarksModel;
import io.marquetry.ui.packages.remarks.RemarksPart;
import io.marquetry.workspace.Workspace;

import javafx.scene.Parent;

import java.util.function.Consumer;

/** Opens the sheet with the life of a package, its versions, and what is said of it. */
public final class VersionsSheet {

    private final Workspace workspace;

    private VersionsSheet(Workspace workspace) {
        this.workspace = workspace;
    }

    /** Makes the opener for the packages of a workspace. */
    public static VersionsSheet of(Workspace workspace) {
        return new VersionsSheet(workspace);
    }

    /**
     * Opens it for a package.
     *
     * @param changed runs on the FX thread when the package made a step of its life
     */
    public void open(Desk desk, PackageKey key, Runnable changed) {
        VersionsModel model = new VersionsModel(workspace, desk.background(), key);
        LifeModel life =
                new LifeModel(
                        workspace.lives(),
                        workspace.packages(),
                        workspace.checks(),
                        desk.background(),
                        key,
                        () -> {
                            model.load(desk.notices()::problem);
                            changed.run();
                        });
        RemarksModel remarks =
                new RemarksModel(
                        workspace.remarks(),
                        workspace.schedules(),
                        new Goals(workspace.settings(), workspace.requirements()),
                        workspace.packages(),
                        workspace.tags(),
                        desk.background(),
                        key);
        desk.sheets().open(now -> sheet(model, life, remarks, now));
        model.load(desk.notices()::problem);
        life.load(desk.notices()::problem);
        remarks.load(desk.notices()::problem);
    }

    private static void send(PackageKey key, Desk desk) {
        desk.sheets().close();
        desk.navigation().go(new Destination.DispatchOf(key));
    }

    private static void rules(PackageKey key, Desk desk) {
        desk.sheets().close();
        desk.navigation().go(new Destination.CheckRulesFor(key));
    }

    private OpenSheet sheet(VersionsModel model, LifeModel life, RemarksModel remarks, Desk desk) {
        Follows follows = new Follows();
        Consumer<PackageVersion> handing =
                version -> {
                    HandOverModel handed =
                            new HandOverModel(version, workspace.enclosing(), desk.background());
                    Runnable back =
                            () -> desk.sheets().open(now -> sheet(model, life, remarks, now));
                    desk.sheets().open(now -> sheet(handed, back, now));
                };
        VersionsController controller = new VersionsController(model, desk, handing, follows);
        Parent view = Views.load("packageVersions", desk.texts(), controller);
        controller.above(
                LifePart.of(
                        life,
                        desk.texts(),
                        follows,
                        () -> send(model.key(), desk),
                        () -> rules(model.key(), desk)));
        controller.aside(RemarksPart.of(remarks, desk.texts(), follows));
        return new OpenSheet(view, desk.sheets()::close, follows);
    }

    /** What is handed over takes the place of the versions, and leads back to them. */
    private static OpenSheet sheet(HandOverModel model, Runnable back, Desk desk) {
        Follows follows = new Follows();
        return new OpenSheet(
                Views.load(
                        "handOver",
                        desk.texts(),
                        new HandOverController(model, desk, back, follows)),
                back,
                follows);
    }
}
