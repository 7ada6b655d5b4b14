package io.marquetry.store.file;

import io.marquetry.base.Problem;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/**
 * The database file while it is open: an open file can be deleted, moved, cut or overwritten by
 * others, and H2 goes on writing into what is no longer there. Our file only grows, so what stood
 * at its end after a save stands there for ever.
 */
final class OpenFile {

    private static final int TAIL = 4096;

    private final Path file;
    private final @Nullable Object key;
    private long length;
    private byte[] tail;

    private OpenFile(Path file, @Nullable Object key, long length, byte[] tail) {
        this.file = file;
        this.key = key;
        this.length = length;
        this.tail = tail;
    }

    /** Remembers the file that was just opened. */
    static OpenFile of(Path file) throws IOException {
        BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
        return new OpenFile(file, found.fileKey(), found.size(), tail(file, found.size()));
    }

    /** Remembers what a save added. */
    void grew() throws IOException {
        length = Files.size(file);
        tail = tail(file, length);
    }

    /** Returns what happened to the file; empty: it is the one that was opened, and whole. */
    Optional<Problem> lost() throws IOException {
        BasicFileAttributes found;
        try {
            found = Files.readAttributes(file, BasicFileAttributes.class);
        } catch (NoSuchFileException e) {
            return Optional.of(Problem.of("problem.lost.gone", file.toString()));
        }
        if (!Objects.equals(found.fileKey(), key)) {
            return Optional.of(Problem.of("problem.lost.replaced", file.toString()));
        }
        if (found.size() < length || !Arrays.equals(tail, tail(file, length))) {
            return Optional.of(Problem.of("problem.lost.changed", file.toString()));
        }
        return Optional.empty();
    }

    private static byte[] tail(Path file, long length) throws IOException {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            byte[] tail = new byte[(int) Math.min(TAIL, length)];
            in.seek(length - tail.length);
            in.readFully(tail);
            return tail;
        }
    }
}
