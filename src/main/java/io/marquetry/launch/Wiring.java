package io.marquetry.launch;

import io.marquetry.store.Workspace;
import io.marquetry.workspace.OpenWorkspace;
import io.marquetry.workspace.WorkspaceOpener;

import java.nio.file.Path;
import java.time.InstantSource;

/** Puts the services together, by hand: the only place that knows everything. */
public final class Wiring implements WorkspaceOpener {

    private final InstantSource clock;

    /** Makes a wiring whose parts read the time from the clock. */
    public Wiring(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public OpenWorkspace open(Path folder) {
        Workspace workspace = Workspace.open(folder, clock);
        try {
            return new WiredWorkspace(workspace, clock);
        } catch (RuntimeException e) {
            workspace.close();
            throw e;
        }
    }
}
