package io.marquetry.launch;

import io.marquetry.base.PrivateFiles;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;

/** One window for each workspace of a user: a second start knocks at the door of the first. */
final class Doors {

    private static final Logger LOG = LoggerFactory.getLogger(Doors.class);

    /** A window that is about to close answers when its files are closed. */
    private static final Duration MAX_WAIT = Duration.ofSeconds(30);

    private static final int NAME_BYTES = 8;

    private final Path folder;

    /**
     * Keeps doors in a folder.
     *
     * @param folder is made where there is none, closed to others
     */
    Doors(Path folder) {
        this.folder = folder;
    }

    /** Gives a visit to the window that has the workspace open; returns whether there is one. */
    boolean knock(Path workspace, Visit visit) {
        return knockAt(socket(workspace), visit);
    }

    /**
     * Opens the door of a workspace.
     *
     * @return empty where another window has it open already, which took the visit
     */
    Optional<Door> open(Path workspace, Visit visit) {
        Path socket = socket(workspace);
        try {
            PrivateFiles.folder(folder);
            // Refused by the system where the folder is somebody else's.
            PrivateFiles.close(folder);
            return openInTurn(socket, visit);
        } catch (IOException | UnsupportedOperationException e) {
            LOG.warn("later starts cannot be heard", e);
            return Optional.of(Door.walled());
        }
    }

    // Two starts at the same moment: the second one waits until the first has its door.
    private Optional<Door> openInTurn(Path socket, Visit visit) throws IOException {
        Path turn = folder.resolve("turn.lock");
        if (!Files.exists(turn)) {
            createOnce(turn);
        }
        try (FileChannel channel = FileChannel.open(turn, StandardOpenOption.WRITE);
                FileLock _ = channel.lock()) {
            if (knockAt(socket, visit)) {
                return Optional.empty();
            }
            // Left by a process that was killed.
            Files.deleteIfExists(socket);
            return Optional.of(Door.at(socket));
        }
    }

    private static void createOnce(Path file) throws IOException {
        try {
            PrivateFiles.create(file);
        } catch (java.nio.file.FileAlreadyExistsException e) {
            // Another start was quicker.
        }
    }

    private static boolean knockAt(Path socket, Visit visit) {
        if (!Files.exists(socket)) {
            return false;
        }
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            String word = Word.read(Door.word(socket));
            channel.connect(UnixDomainSocketAddress.of(socket));
            ByteBuffer message =
                    ByteBuffer.wrap(visit.message(word).getBytes(StandardCharsets.UTF_8));
            while (message.hasRemaining()) {
                channel.write(message);
            }
            return Line.read(channel, Door.TAKEN.length() + 1, MAX_WAIT)
                    .filter(Door.TAKEN::equals)
                    .isPresent();
        } catch (IOException | UnsupportedOperationException e) {
            // Nobody is there: left by a process that was killed.
            return false;
        }
    }

    /** Returns a short name: the paths of sockets end at about a hundred bytes. */
    private Path socket(Path workspace) {
        byte[] hash = sha256(real(workspace).toString().getBytes(StandardCharsets.UTF_8));
        return folder.resolve(HexFormat.of().formatHex(hash, 0, NAME_BYTES));
    }

    private static Path real(Path workspace) {
        try {
            return workspace.toRealPath();
        } catch (IOException e) {
            // Not made yet.
            return workspace.toAbsolutePath().normalize();
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has it", e);
        }
    }
}
