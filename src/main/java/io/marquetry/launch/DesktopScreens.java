package io.marquetry.launch;

import io.marquetry.pack.PackageKey;
import io.marquetry.ui.common.Background;
import io.marquetry.ui.common.ScreenMaker;
import io.marquetry.ui.packages.PackagesModel;
import io.marquetry.ui.packages.PackagesScreen;
import io.marquetry.ui.shell.ShellParts;
import io.marquetry.workspace.OpenWorkspace;

import java.util.List;

/** Wires the screens of one window to one workspace. */
final class DesktopScreens {

    private final OpenWorkspace workspace;
    private final PackagesScreen packages;

    DesktopScreens(OpenWorkspace workspace, Background background) {
        this.workspace = workspace;
        this.packages =
                new PackagesScreen(
                        new PackagesModel(workspace.packages(), background), workspace.sources());
    }

    /** Returns what the window is made of. */
    ShellParts parts(Runnable quit) {
        List<ScreenMaker> makers = List.of(packages);
        return new ShellParts(
                workspace.folder(),
                workspace.sources(),
                makers,
                this::reopen,
                packages::askForNew,
                quit);
    }

    /** Opens a package in the composer. */
    void reopen(PackageKey key) {}
}
