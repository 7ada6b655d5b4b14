package io.marquetry.source.csv;

import io.marquetry.base.FxThread;
import io.marquetry.base.Problem;
import io.marquetry.base.RegularFiles;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * Where separated values come from; can be opened again and again.
 *
 * @param label what messages call it, usually the file's name
 * @param size bytes as stored, for progress; at least 1
 * @param opening opens the stored bytes from their start
 */
public record CsvInput(String label, long size, Opening opening) {

    private static final int GZIP_MAGIC = 0x8b1f;

    /** Opens the stored bytes. */
    @FunctionalInterface
    public interface Opening {
        /** Returns the bytes from their start. */
        InputStream open() throws IOException;

        /** Returns where the bytes lie, if they are a file. */
        default Optional<Path> path() {
            return Optional.empty();
        }

        /** Returns whether the bytes are the ones that there were at first. */
        default boolean isAsBefore() throws IOException {
            return true;
        }
    }

    /** A file, in the state that it was in when it was looked at. */
    private record FileOpening(Path file, long size, FileTime time) implements Opening {

        @Override
        public Optional<Path> path() {
            return Optional.of(file.toAbsolutePath().normalize());
        }

        @Override
        public InputStream open() throws IOException {
            return Files.newInputStream(file);
        }

        @Override
        public boolean isAsBefore() throws IOException {
            return Files.size(file) == size && Files.getLastModifiedTime(file).equals(time);
        }
    }

    /**
     * Returns a file as input; one packed by gzip is unpacked on the way.
     *
     * @throws io.marquetry.base.ProblemException if it is not a readable file, or empty
     */
    public static CsvInput file(Path file) {
        String name = String.valueOf(file.getFileName());
        RegularFiles.require(file);
        try {
            long size = Files.size(file);
            if (size == 0) {
                throw Problem.of("problem.import.emptyFile", name).asException();
            }
            return new CsvInput(
                    name, size, new FileOpening(file, size, Files.getLastModifiedTime(file)));
        } catch (IOException e) {
            throw unreadable(name, e);
        }
    }

    /**
     * Opens the input, unpacked where it is packed by gzip.
     *
     * @param count is told about each block of stored bytes
     */
    InputStream open(ByteCount count) throws IOException {
        FxThread.refuse();
        BufferedInputStream stored = new BufferedInputStream(count.over(opening.open()), 1 << 16);
        stored.mark(2);
        int magic = stored.read() | stored.read() << 8;
        stored.reset();
        return magic == GZIP_MAGIC ? new GZIPInputStream(stored, 1 << 16) : stored;
    }

    /**
     * Refuses an input that somebody wrote to after it was looked at: its columns may be others
     * now, and its last rows were read in part or not at all.
     *
     * @throws io.marquetry.base.ProblemException if so
     */
    public void refuseChanged() {
        try {
            if (!opening.isAsBefore()) {
                throw Problem.of("problem.import.changed", label).asException();
            }
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** Returns the failure to read this input. */
    RuntimeException unreadable(Exception cause) {
        return unreadable(label, cause);
    }

    private static RuntimeException unreadable(String label, Exception cause) {
        return Problem.of("problem.import.unreadable", label).asException(cause);
    }
}
