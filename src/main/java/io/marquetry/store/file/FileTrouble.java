package io.marquetry.store.file;

import io.marquetry.base.FullDisk;
import io.marquetry.base.Problem;
import io.marquetry.base.ProblemException;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.Locale;

/** Puts what the file system refused into a problem. */
final class FileTrouble {

    private static final long ALMOST_NOTHING = 64 * 1024;

    private FileTrouble() {}

    /** Returns the problem behind a failed access to the workspace. */
    static ProblemException of(Path folder, Exception failure) {
        String shown = folder.toString();
        if (isReadOnly(failure)) {
            return Problem.of("problem.workspace.readOnly", shown).asException(failure);
        }
        if (isFull(folder, failure)) {
            return Problem.of("problem.workspace.diskFull", shown).asException(failure);
        }
        return Problem.of("problem.workspace.io", shown, reason(failure)).asException(failure);
    }

    /** Returns whether a write failed because there is no room for it. */
    static boolean isFull(Path folder, Throwable failure) {
        if (FullDisk.isSaidBy(failure)) {
            return true;
        }
        boolean io = false;
        for (Throwable t = failure; t != null; t = t.getCause()) {
            io |= t instanceof IOException;
        }
        // The system's words depend on its language; its figure does not.
        return io && usable(folder) < ALMOST_NOTHING;
    }

    private static boolean isReadOnly(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof AccessDeniedException
                    || t instanceof ReadOnlyFileSystemException
                    || says(t, "read-only")
                    || says(t, "permission denied")) {
                return true;
            }
        }
        return false;
    }

    private static boolean says(Throwable failure, String words) {
        return String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT).contains(words);
    }

    private static long usable(Path folder) {
        try {
            return Files.getFileStore(folder).getUsableSpace();
        } catch (IOException e) {
            return Long.MAX_VALUE;
        }
    }

    private static String reason(Exception failure) {
        @Nullable String message = failure.getMessage();
        return message == null ? failure.getClass().getSimpleName() : message;
    }
}
