package io.marquetry.launch;

import io.marquetry.base.UserZone;
import io.marquetry.index.LiveProposals;
import io.marquetry.index.LiveUse;
import io.marquetry.sample.SampleRemoval;
import io.marquetry.sample.generated.SampleGenerator;
import io.marquetry.ui.assets.AssetsModel;
import io.marquetry.ui.assets.AssetsScreen;
import io.marquetry.ui.common.screen.ScreenMaker;
import io.marquetry.ui.common.work.Background;
import io.marquetry.ui.compose.ComposeScreen;
import io.marquetry.ui.dispatch.DispatchModel;
import io.marquetry.ui.dispatch.DispatchScreen;
import io.marquetry.ui.dispatch.PlanSheet;
import io.marquetry.ui.library.LibraryModel;
import io.marquetry.ui.library.LibraryScreen;
import io.marquetry.ui.outcomes.IntakeModel;
import io.marquetry.ui.overview.OverviewModel;
import io.marquetry.ui.overview.OverviewScreen;
import io.marquetry.ui.overview.TrailSheet;
import io.marquetry.ui.packages.PackageExport;
import io.marquetry.ui.packages.PackagesModel;
import io.marquetry.ui.packages.PackagesScreen;
import io.marquetry.ui.packages.Standings;
import io.marquetry.ui.packages.life.CheckRulesSheet;
import io.marquetry.ui.packages.versions.VersionsSheet;
import io.marquetry.ui.requirements.RequirementsModel;
import io.marquetry.ui.requirements.RequirementsScreen;
import io.marquetry.ui.review.ReviewScreen;
import io.marquetry.ui.review.ask.ReviewModel;
import io.marquetry.ui.sources.SourceHolders;
import io.marquetry.ui.sources.SourcesModel;
import io.marquetry.ui.sources.SourcesScreen;
import io.marquetry.ui.tags.TagsModel;
import io.marquetry.ui.tags.TagsScreen;
import io.marquetry.ui.tags.centre.GovernanceModel;
import io.marquetry.workspace.Workspace;

import javafx.application.Platform;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;

/** Wires the screens of one window to one workspace: the one list of all screens. */
final class DesktopScreens {

    private DesktopScreens() {}

    /** Returns the screens, in the order of the rail. */
    static List<ScreenMaker> of(Workspace workspace, Background background) {
        return List.of(
                compose(workspace, background),
                packages(workspace, background),
                tags(workspace, background),
                new AssetsScreen(new AssetsModel(workspace, background)),
                new RequirementsScreen(
                        new RequirementsModel(
                                workspace, background, () -> LocalDate.now(UserZone.get()))),
                library(workspace, background),
                dispatch(workspace, background),
                review(workspace, background),
                sources(workspace, background),
                overview(workspace, background));
    }

    private static ScreenMaker compose(Workspace workspace, Background background) {
        return new ComposeScreen(
                workspace.packages(),
                workspace.checks(),
                workspace.tags(),
                workspace.sources(),
                workspace.audiences(),
                workspace.settings(),
                background,
                InstantSource.system());
    }

    private static ScreenMaker packages(Workspace workspace, Background background) {
        return new PackagesScreen(
                new PackagesModel(
                        workspace.packages(),
                        workspace.lives(),
                        workspace.sources(),
                        Standings.of(workspace),
                        background),
                workspace.sources(),
                new PackageExport(workspace.packages()),
                workspace.incoming(),
                VersionsSheet.of(workspace),
                new CheckRulesSheet(workspace.checks()));
    }

    private static ScreenMaker tags(Workspace workspace, Background background) {
        return new TagsScreen(
                new TagsModel(
                        workspace.tags(),
                        workspace.packages(),
                        workspace.sources(),
                        workspace.audiences().readers(),
                        background),
                new GovernanceModel(workspace, background));
    }

    private static ScreenMaker library(Workspace workspace, Background background) {
        return new LibraryScreen(
                new LibraryModel(
                        workspace.library(),
                        workspace.lives(),
                        workspace.packages(),
                        workspace.tags(),
                        background));
    }

    private static ScreenMaker dispatch(Workspace workspace, Background background) {
        return new DispatchScreen(
                new DispatchModel(
                        workspace.dispatches(),
                        workspace.packages(),
                        background,
                        Platform::runLater),
                new PlanSheet(workspace.packages(), workspace.sources(), InstantSource.system()));
    }

    private static ScreenMaker review(Workspace workspace, Background background) {
        return new ReviewScreen(
                new ReviewModel(workspace, background),
                () ->
                        new IntakeModel(
                                workspace.outcomes(),
                                workspace.sources(),
                                workspace.packages(),
                                background,
                                Platform::runLater));
    }

    private static ScreenMaker overview(Workspace workspace, Background background) {
        return new OverviewScreen(
                new OverviewModel(workspace.overviews(), background),
                new TrailSheet(workspace.trails()));
    }

    private static ScreenMaker sources(Workspace workspace, Background background) {
        return new SourcesScreen(
                new SourcesModel(
                        workspace.sources(),
                        workspace.outcomes(),
                        new LiveProposals(
                                workspace.audiences(),
                                workspace.tags()::catalog,
                                new LiveUse(workspace.settings())),
                        new SampleGenerator(workspace),
                        background,
                        Platform::runLater),
                new SourceHolders(workspace.packages(), new SampleRemoval(workspace), background));
    }
}
