package io.marquetry.store.file;

import io.marquetry.base.DurableFiles;
import io.marquetry.base.PrivateFiles;
import io.marquetry.base.Problem;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** What is done for a database whose file was taken from under it. */
final class Lost {

    private Lost() {}

    /**
     * Writes all that an open database holds to {@link WorkspaceFiles#rewritten}, verified and
     * durable, and makes its place free.
     *
     * @return where the file was moved that lay in its place; empty: there was none
     * @throws IOException if not all of it can be read any more
     */
    static Optional<Path> replace(WorkspaceFiles files, Connection open, Seal seal, Instant now)
            throws IOException, SQLException {
        PrivateFiles.folder(files.folder());
        PrivateFiles.folder(files.backups());
        PrivateFiles.folder(files.sources());
        if (!Files.exists(files.marker())) {
            new Marker(Marker.NEWEST_SCHEMA, seal.workspace(), now).write(files);
        }
        Compaction.rewrite(files, open);
        Optional<Problem> finding = Verification.of(files.rewritten(), seal.workspace());
        if (finding.isPresent()) {
            Files.deleteIfExists(files.rewritten());
            throw new IOException("not all can be read", finding.get().asException());
        }
        Seal.FileHash.sync(files.rewritten());
        return moveAside(files, now);
    }

    private static Optional<Path> moveAside(WorkspaceFiles files, Instant now) throws IOException {
        if (!Files.exists(files.database())) {
            return Optional.empty();
        }
        Path folder = PrivateFiles.folder(files.damaged());
        Path to = folder.resolve(now.toEpochMilli() + Connections.ENDING);
        DurableFiles.move(files.database(), to);
        return Optional.of(to);
    }
}
