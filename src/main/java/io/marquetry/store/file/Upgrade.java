package io.marquetry.store.file;

import io.marquetry.base.DurableFiles;
import io.marquetry.base.PrivateFiles;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.Optional;

/**
 * Brings a closed database to the newest schema: a copy is migrated and takes its place, so that a
 * sudden end leaves the old database or the new one, never half of each.
 */
final class Upgrade {

    private Upgrade() {}

    static void run(WorkspaceFiles files, Marker marker, Seal closed) throws IOException {
        Seal open = new Seal(closed.workspace(), closed.generation(), Optional.empty());
        try (OutputStream copy = PrivateFiles.write(files.rewritten())) {
            Files.copy(files.database(), copy);
        }
        Connections.migrate(files.rewritten());
        Seal.FileHash hash = Seal.FileHash.sync(files.rewritten());
        // Written first: an older program must not open a file that is migrated.
        marker.withSchema(Marker.NEWEST_SCHEMA).write(files);
        SealFile.create(files.seal(), open);
        DurableFiles.move(files.rewritten(), files.database());
        SealFile.create(
                files.seal(), new Seal(open.workspace(), open.generation(), Optional.of(hash)));
    }
}
