package io.marquetry.launch;

import io.marquetry.pack.PackageKey;
import io.marquetry.ui.common.Background;
import io.marquetry.ui.common.FileTarget;
import io.marquetry.ui.common.ScreenMaker;
import io.marquetry.ui.compose.ComposeScreen;
import io.marquetry.ui.outcomes.IntakeModel;
import io.marquetry.ui.packages.PackageExport;
import io.marquetry.ui.packages.PackagesModel;
import io.marquetry.ui.packages.PackagesScreen;
import io.marquetry.ui.review.ReviewModel;
import io.marquetry.ui.review.ReviewScreen;
import io.marquetry.ui.shell.ShellParts;
import io.marquetry.ui.sources.SourcesModel;
import io.marquetry.ui.sources.SourcesScreen;
import io.marquetry.ui.tags.TagsModel;
import io.marquetry.ui.tags.TagsScreen;
import io.marquetry.workspace.OpenWorkspace;

import javafx.application.Platform;

import java.time.InstantSource;
import java.util.List;

/** Wires the screens of one window to one workspace. */
final class DesktopScreens {

    private final OpenWorkspace workspace;
    private final ComposeScreen compose;
    private final PackagesScreen packages;
    private final TagsScreen tags;
    private final ReviewScreen review;
    private final SourcesScreen sources;

    DesktopScreens(OpenWorkspace workspace, Background background) {
        this.workspace = workspace;
        this.compose = new ComposeScreen(workspace, background, InstantSource.system());
        this.packages =
                new PackagesScreen(
                        new PackagesModel(workspace.packages(), background),
                        workspace.sources(),
                        new PackageExport(workspace.handoff()));
        this.tags = new TagsScreen(new TagsModel(workspace, background));
        this.review =
                new ReviewScreen(
                        new ReviewModel(workspace, background),
                        () -> new IntakeModel(workspace, background, Platform::runLater));
        this.sources =
                new SourcesScreen(new SourcesModel(workspace, background, Platform::runLater));
    }

    /** Returns what the window is made of. */
    ShellParts parts(FileTarget files, Runnable quit) {
        List<ScreenMaker> makers = List.of(compose, packages, tags, review, sources);
        return new ShellParts(
                workspace.folder(),
                workspace.sources(),
                makers,
                this::reopen,
                tags::edit,
                packages::askForNew,
                files,
                quit);
    }

    /** Opens a package in the composer. */
    void reopen(PackageKey key) {
        compose.compose(key);
    }

    /** Runs the action once nothing is left that would be lost by closing. */
    void beforeClosing(Runnable close) {
        compose.model().beforeClosing(close);
    }
}
