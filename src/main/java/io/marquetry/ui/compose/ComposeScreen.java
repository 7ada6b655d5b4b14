package io.marquetry.ui.compose;

import io.marquetry.pack.PackageKey;
import io.marquetry.ui.common.Background;
import io.marquetry.ui.common.Controllers;
import io.marquetry.ui.common.Desk;
import io.marquetry.ui.common.OpenScreen;
import io.marquetry.ui.common.Screen;
import io.marquetry.ui.common.ScreenMaker;
import io.marquetry.ui.common.View;
import io.marquetry.ui.common.Views;
import io.marquetry.workspace.OpenWorkspace;

import javafx.scene.Scene;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;

import java.time.InstantSource;
import java.util.Optional;

/** Makes the composer and keeps what is in work while the window changes its language. */
public final class ComposeScreen implements ScreenMaker {

    private final ComposeModel compose;
    private final PreviewModel preview;
    private final PaletteModel palette;
    private final WhatIfModel whatIfs;
    private final ExportModel exports;
    private Optional<ExportTarget> target = Optional.empty();
    private final Follows follows = new Follows();
    private @Nullable Window window;

    /** Makes the composer of an open workspace; documents go where the user says. */
    public ComposeScreen(OpenWorkspace workspace, Background background, InstantSource clock) {
        compose = new ComposeModel(workspace.packages(), workspace.tags(), background, clock);
        preview = new PreviewModel(compose, workspace.audiences(), workspace.sources(), background);
        palette = new PaletteModel(compose.tags());
        exports = new ExportModel(compose, workspace.handoff(), background);
        whatIfs = new WhatIfModel(compose, workspace.indexes(), background);
    }

    @Override
    public Screen screen() {
        return Screen.COMPOSE;
    }

    /** Returns the package in work. */
    public ComposeModel model() {
        return compose;
    }

    /** Opens a package as it was left. */
    public void compose(PackageKey key) {
        compose.open(key);
    }

    /** Lets documents go where the target says, without the system's dialog. */
    public void exportTo(ExportTarget other) {
        target = Optional.of(other);
    }

    @Override
    public OpenScreen open(Desk desk) {
        follows.close();
        DragDesk drags = new DragDesk(compose, desk.texts());
        ExportTarget dialog = new SaveDialog(desk.texts(), () -> window);
        ComposeActions actions =
                new ComposeActions(
                        compose,
                        exports,
                        proposed -> target.orElse(dialog).choose(proposed),
                        desk,
                        follows);
        Controllers controllers =
                new Controllers()
                        .with(ComposeController.class, () -> new ComposeController(drags))
                        .with(
                                PaletteController.class,
                                () ->
                                        new PaletteController(
                                                palette,
                                                compose,
                                                whatIfs,
                                                desk.texts(),
                                                drags,
                                                follows))
                        .with(
                                CanvasController.class,
                                () ->
                                        new CanvasController(
                                                compose, whatIfs, exports, desk, drags, follows))
                        .with(
                                TitleController.class,
                                () -> new TitleController(compose, actions, desk.texts(), follows))
                        .with(
                                ExpressionController.class,
                                () -> new ExpressionController(compose, desk.texts(), follows))
                        .with(
                                PreviewController.class,
                                () ->
                                        new PreviewController(
                                                preview, compose, desk.texts(), follows));
        View<ComposeController> view = Views.load("compose", desk.texts(), controllers);
        follows.on(
                view.root().sceneProperty().flatMap(Scene::windowProperty),
                shown -> window = shown);
        follows.on(
                compose.draft(),
                draft -> desk.navigation().speaksOf(draft.map(d -> d.current().source())));
        return new OpenScreen(
                view.root(), actions.forMenus(view.controller()::find), this::refresh);
    }

    private void refresh() {
        compose.refresh();
        preview.refresh();
    }
}
