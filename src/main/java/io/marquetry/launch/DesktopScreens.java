package io.marquetry.launch;

import io.marquetry.ui.common.Background;
import io.marquetry.ui.common.ScreenMaker;
import io.marquetry.ui.compose.ComposeScreen;
import io.marquetry.ui.outcomes.IntakeModel;
import io.marquetry.ui.packages.PackageExport;
import io.marquetry.ui.packages.PackagesModel;
import io.marquetry.ui.packages.PackagesScreen;
import io.marquetry.ui.review.ReviewModel;
import io.marquetry.ui.review.ReviewScreen;
import io.marquetry.ui.sources.SourcesModel;
import io.marquetry.ui.sources.SourcesScreen;
import io.marquetry.ui.tags.TagsModel;
import io.marquetry.ui.tags.TagsScreen;
import io.marquetry.workspace.OpenWorkspace;

import javafx.application.Platform;

import java.time.InstantSource;
import java.util.List;

/** Wires the screens of one window to one workspace: the one list of all screens. */
final class DesktopScreens {

    private DesktopScreens() {}

    /** Returns the screens, in the order of the rail. */
    static List<ScreenMaker> of(OpenWorkspace workspace, Background background) {
        return List.of(
                new ComposeScreen(workspace, background, InstantSource.system()),
                packages(workspace, background),
                new TagsScreen(new TagsModel(workspace, background)),
                review(workspace, background),
                new SourcesScreen(new SourcesModel(workspace, background, Platform::runLater)));
    }

    private static ScreenMaker packages(OpenWorkspace workspace, Background background) {
        return new PackagesScreen(
                new PackagesModel(workspace.packages(), background),
                workspace.sources(),
                new PackageExport(workspace.handoff()));
    }

    private static ScreenMaker review(OpenWorkspace workspace, Background background) {
        return new ReviewScreen(
                new ReviewModel(workspace, background),
                () -> new IntakeModel(workspace, background, Platform::runLater));
    }
}
