package io.marquetry.launch;

import io.marquetry.base.Problem;
import io.marquetry.base.ProblemException;
import io.marquetry.store.file.Backup;
import io.marquetry.store.file.WorkspaceRecovery;
import io.marquetry.ui.common.work.Background;
import io.marquetry.ui.shell.Opening;
import io.marquetry.ui.shell.OpeningController;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Offers a damaged workspace's backups in the window that could not open it. */
final class WorkspaceRepair {

    /** What a backup mends; a folder that is locked or read-only is no damage. */
    private static final Set<String> DAMAGE =
            Set.of(
                    "problem.workspace.damaged",
                    "problem.workspace.foreign",
                    "problem.workspace.markerGone");

    private final Background background;
    private final InstantSource clock;

    WorkspaceRepair(Background background, InstantSource clock) {
        this.background = background;
        this.clock = clock;
    }

    /** Shows why a folder does not open, with the newest backup where that can help. */
    void show(Opening opening, Path folder, Problem problem, Runnable reopen) {
        opening.showTrouble(problem, Optional.empty());
        if (!DAMAGE.contains(problem.key())) {
            return;
        }
        Consumer<Problem> failed = why -> opening.showTrouble(why, Optional.empty());
        background.run(
                signal -> new WorkspaceRecovery(folder, clock).backups(),
                backups -> {
                    if (!backups.isEmpty()) {
                        opening.showTrouble(
                                problem,
                                Optional.of(
                                        new OpeningController.Backup(
                                                backups.getFirst().name(),
                                                () ->
                                                        background.act(
                                                                () -> restore(folder, backups),
                                                                reopen,
                                                                failed))));
                    }
                },
                failed);
    }

    // The newest backup may have been hit by the same damage; nothing is changed by one that was.
    private void restore(Path folder, List<Backup> backups) {
        for (Backup backup : backups) {
            try {
                new WorkspaceRecovery(folder, clock).restore(backup.name());
                return;
            } catch (ProblemException e) {
                if (backup.equals(backups.getLast())) {
                    throw e;
                }
            }
        }
    }
}
