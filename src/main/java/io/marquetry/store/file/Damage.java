package io.marquetry.store.file;

import io.marquetry.base.Problem;
import io.marquetry.base.ProblemException;

import java.util.List;

/** Names the file that is damaged, what was noticed, and the backup that mends it. */
record Damage(WorkspaceFiles files) {

    ProblemException because(Problem reason) {
        return problem(reason).asException();
    }

    ProblemException because(Problem reason, Throwable cause) {
        return problem(reason).asException(cause);
    }

    private Problem problem(Problem reason) {
        List<Backup> backups = Backups.list(files);
        Problem advice =
                backups.isEmpty()
                        ? Problem.of("problem.damage.noBackup", files.folder().toString())
                        : Problem.of(
                                "problem.damage.restore",
                                backups.getFirst().name(),
                                files.folder().toString());
        return Problem.of("problem.workspace.damaged", files.database().toString(), reason, advice);
    }
}
