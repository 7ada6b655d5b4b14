package io.marquetry.store.file;

import static io.marquetry.store.jooq.Tables.WORKSPACE;

import io.marquetry.base.DurableFiles;
import io.marquetry.base.PrivateFiles;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Makes a workspace in an empty folder; a making that was cut short is begun anew. */
final class NewWorkspace {

    private NewWorkspace() {}

    /** Returns whether a workspace has to be made here before it can be opened. */
    static boolean isNeeded(WorkspaceFiles files) throws IOException {
        return !Files.exists(files.marker()) && (Files.exists(files.creating()) || files.isEmpty());
    }

    /** Makes the files; the marker comes last, for with it the workspace exists. */
    static void make(WorkspaceFiles files, Instant now) throws IOException, SQLException {
        try {
            DurableFiles.write(files.creating(), new byte[0]);
            Files.deleteIfExists(files.database());
            PrivateFiles.folder(files.backups());
            PrivateFiles.folder(files.sources());
            Marker marker = Marker.fresh(now);
            try (Connection connection = Connections.create(files.database())) {
                Connections.sql(connection)
                        .insertInto(WORKSPACE, WORKSPACE.ID, WORKSPACE.GENERATION)
                        .values(marker.id(), 0L)
                        .execute();
                connection.commit();
            }
            PrivateFiles.close(files.database());
            Seal.FileHash closed = Seal.FileHash.sync(files.database());
            SealFile.create(files.seal(), new Seal(marker.id(), 0, Optional.of(closed)));
            marker.write(files);
        } catch (IOException | SQLException | RuntimeException e) {
            takeBack(files, e);
            throw e;
        }
        Files.deleteIfExists(files.creating());
    }

    private static void takeBack(WorkspaceFiles files, Exception cause) {
        for (Path made :
                List.of(
                        files.database(),
                        files.seal(),
                        files.backups(),
                        files.sources(),
                        files.creating())) {
            try {
                Files.deleteIfExists(made);
            } catch (IOException e) {
                cause.addSuppressed(e);
            }
        }
    }
}
