package io.marquetry.store.file;

import io.marquetry.base.PrivateFiles;
import io.marquetry.base.Problem;
import io.marquetry.base.ProblemException;
import io.marquetry.json.CanonicalJson;
import io.marquetry.json.JsonMembers;
import io.marquetry.json.JsonView;
import io.marquetry.json.StrictJson;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Keeps a folder to one process; given free when closed, and by the system when the process ends.
 */
final class FolderLock implements AutoCloseable {

    // Under POSIX, closing any channel of a file frees the process's lock on it. So a second
    // opening
    // in this process must be refused before it touches the file.
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    // Beyond the text, so that Windows lets others read who holds it.
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

    private final Path held;
    private final FileChannel channel;

    private FolderLock(Path held, FileChannel channel) {
        this.held = held;
        this.channel = channel;
    }

    /**
     * Takes the lock of an existing folder.
     *
     * @throws ProblemException if another process or another part of this one holds it
     */
    static FolderLock take(WorkspaceFiles files) throws IOException {
        Path held = files.folder().toRealPath();
        if (!HELD.add(held)) {
            throw Problem.of("problem.workspace.openHere", held.toString()).asException();
        }
        try {
            return new FolderLock(held, lock(files));
        } catch (IOException | RuntimeException e) {
            HELD.remove(held);
            throw e;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw FileTrouble.of(held, e);
        } finally {
            HELD.remove(held);
        }
    }

    private static FileChannel lock(WorkspaceFiles files) throws IOException {
        FileChannel channel =
                FileChannel.open(files.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            PrivateFiles.close(files.lock());
            @Nullable FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
            if (lock == null) {
                throw openElsewhere(files);
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(holder()));
            return channel;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static byte[] holder() {
        return CanonicalJson.bytes(
                new JsonMembers()
                        .put("pid", ProcessHandle.current().pid())
                        .put("host", host())
                        .put("since", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString())
                        .done());
    }

    private static ProblemException openElsewhere(WorkspaceFiles files) {
        String folder = files.folder().toString();
        try {
            JsonView holder = JsonView.of(StrictJson.read(files.lock()));
            return Problem.of(
                            "problem.workspace.openElsewhere",
                            folder,
                            Long.toString(holder.get("pid").whole(0, Long.MAX_VALUE)),
                            holder.get("host").text(),
                            holder.get("since").text())
                    .asException();
        } catch (ProblemException e) {
            // The holder has not written its name yet.
            return Problem.of("problem.workspace.openSomewhere", folder).asException(e);
        }
    }

    // Asking the network for the own name can take seconds.
    private static String host() {
        return Stream.of("HOSTNAME", "COMPUTERNAME")
                .map(System::getenv)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(FolderLock::configuredHost);
    }

    private static String configuredHost() {
        try {
            return Files.readString(Path.of("/etc/hostname")).strip();
        } catch (IOException e) {
            return "localhost";
        }
    }
}
