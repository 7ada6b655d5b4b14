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

import java.time.Clock;

/** Makes the composer and keeps what is in work while the window changes its language. */
public final class ComposeScreen implements ScreenMaker {

    private final ComposeModel compose;
    private final PreviewModel preview;
    private final PaletteModel palette;
    private final Follows follows = new Follows();

    /** Makes the composer of an open workspace. */
    public ComposeScreen(OpenWorkspace workspace, Background background, Clock clock) {
        compose = new ComposeModel(workspace.packages(), workspace.tags(), background, clock);
        preview = new PreviewModel(compose, workspace.audiences(), workspace.sources(), background);
        palette = new PaletteModel(compose.tags());
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

    @Override
    public OpenScreen open(Desk desk) {
        follows.close();
        DragDesk drags = new DragDesk(compose, desk.texts());
        ComposeActions actions = new ComposeActions(compose, desk, follows);
        Controllers controllers =
                new Controllers()
                        .with(ComposeController.class, () -> new ComposeController(drags))
                        .with(
                                PaletteController.class,
                                () ->
                                        new PaletteController(
                                                palette, compose, desk.texts(), drags, follows))
                        .with(
                                CanvasController.class,
                                () -> new CanvasController(compose, desk, drags, follows))
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
