package io.marquetry.store.file;

import io.marquetry.base.Problem;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;

/** Compares the database file with its seal, before H2 may touch it. */
final class SealCheck {

    private SealCheck() {}

    /**
     * Returns the seal that the file agrees with.
     *
     * @throws io.marquetry.base.ProblemException if the file or the seal is gone, cut or changed
     */
    static SealFile.Opened passed(WorkspaceFiles files, Marker marker) throws IOException {
        Damage damage = new Damage(files);
        if (!Files.exists(files.database())) {
            throw damage.because(Problem.of("problem.damage.gone"));
        }
        SealFile.Opened sealed =
                SealFile.open(files.seal())
                        .orElseThrow(() -> damage.because(Problem.of("problem.damage.unsealed")));
        if (!sealed.seal().workspace().equals(marker.id())) {
            throw damage.because(Problem.of("problem.damage.other"));
        }
        Optional<Seal.FileHash> closed = sealed.seal().closed();
        if (closed.isPresent()) {
            compare(files, closed.get(), damage);
        } else if (Files.size(files.database()) == 0) {
            // H2 would take it for a new database.
            throw damage.because(Problem.of("problem.damage.empty"));
        }
        return sealed;
    }

    private static void compare(WorkspaceFiles files, Seal.FileHash stated, Damage damage)
            throws IOException {
        long length = Files.size(files.database());
        if (length != stated.length()) {
            throw damage.because(Problem.of("problem.damage.length", stated.length(), length));
        }
        if (!Seal.FileHash.of(files.database()).equals(stated)) {
            throw damage.because(Problem.of("problem.damage.bytes"));
        }
    }
}
