package io.marquetry.base;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/**
 * Writes files so that a power cut leaves either the old content or the new one. Streams are used
 * rather than channels, because an interrupt closes a channel.
 */
public final class DurableFiles {

    /** How the names of unfinished files end; what is left of them may be deleted. */
    public static final String UNFINISHED = ".unfinished";

    private DurableFiles() {}

    /**
     * Replaces a file's content, all or nothing; durable when it returns. Only its owner can read
     * it.
     */
    public static void write(Path file, byte[] content) throws IOException {
        Path staged = stage(file, content);
        try {
            move(staged, file);
        } catch (IOException e) {
            Files.deleteIfExists(staged);
            throw e;
        }
    }

    /**
     * Writes what a file is to hold beside it; durable when it returns. {@link #move} then puts it
     * in its place.
     *
     * @return where it was written; nothing is left there where it fails
     */
    public static Path stage(Path file, byte[] content) throws IOException {
        FxThread.refuse();
        Path unfinished = unfinished(file);
        try {
            Files.deleteIfExists(unfinished);
            PrivateFiles.create(unfinished);
            try (FileOutputStream out = new FileOutputStream(unfinished.toFile())) {
                out.write(content);
                out.getFD().sync();
            }
        } catch (IOException e) {
            Files.deleteIfExists(unfinished);
            throw e;
        }
        return unfinished;
    }

    /** Returns where a file is written before it takes its place. */
    public static Path unfinished(Path file) {
        return file.resolveSibling(file.getFileName() + UNFINISHED);
    }

    /** Moves a finished file to its place in the same file system, over what was there. */
    public static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        syncFolder(
                Objects.requireNonNull(to.toAbsolutePath().getParent(), "a file lies in a folder"));
    }

    /** Makes names in a folder durable, where the system can. */
    public static void syncFolder(Path folder) throws IOException {
        // Windows opens no folders; there the journal keeps the order of names.
        if (!System.getProperty("os.name", "").startsWith("Windows")) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
