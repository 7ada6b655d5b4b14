package io.marquetry.source.file;

import io.marquetry.base.Problem;
import io.marquetry.base.Sha256;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;

/**
 * The state that a file of somebody else is in.
 *
 * @param fingerprint of its size, its time, its beginning and its end: whoever writes the file
 *     changes one of them
 * @param writtenAt when it was last written
 */
public record FileState(String fingerprint, Instant writtenAt) {

    private static final int EDGE = 1 << 16;

    /** Another number for another way to read the same bytes. */
    private static final long READING = 2;

    /**
     * Looks at a file.
     *
     * @param title what people call the source
     * @throws io.marquetry.base.ProblemException if it is gone
     */
    public static FileState of(String title, Path file) {
        if (!Files.isRegularFile(file)) {
            throw Problem.of("problem.source.goneInPlace", title, file.toString()).asException();
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            MessageDigest digest = Sha256.digest();
            long size = channel.size();
            FileTime time = Files.getLastModifiedTime(file);
            // Sources that were listed when texts were not yet read as people see them are read
            // anew.
            digest.update(number(READING));
            digest.update(number(size));
            digest.update(number(time.toMillis()));
            // DuckDB writes beside its file first.
            Path beside = file.resolveSibling(file.getFileName() + ".wal");
            digest.update(number(Files.exists(beside) ? Files.size(beside) : -1));
            digest.update(edge(channel, 0));
            digest.update(edge(channel, Math.max(0, size - EDGE)));
            return new FileState(HexFormat.of().formatHex(digest.digest()), time.toInstant());
        } catch (IOException e) {
            throw Problem.of("problem.source.unreadable", title, file.toString()).asException(e);
        }
    }

    private static ByteBuffer number(long value) {
        return ByteBuffer.allocate(Long.BYTES).putLong(value).flip();
    }

    private static ByteBuffer edge(FileChannel channel, long from) throws IOException {
        ByteBuffer edge = ByteBuffer.allocate(EDGE);
        long position = from;
        while (edge.hasRemaining()) {
            int read = channel.read(edge, position);
            if (read < 0) {
                break;
            }
            position += read;
        }
        return edge.flip();
    }
}
