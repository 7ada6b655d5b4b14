package io.marquetry.base;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;

/** Files that work will write in the end: what can be wrong with them is told before it begins. */
public final class OutputFiles {

    private OutputFiles() {}

    /**
     * Refuses a place where no file can be written, or where one is that nobody said to replace.
     *
     * @param force whether what is there is replaced
     * @throws ProblemException as the other one does, or if something is there
     */
    public static void check(Path file, boolean force) {
        check(file, force, there -> false);
    }

    /**
     * Refuses a place where no file can be written, and a file that is there unless it is to be
     * replaced or is one of those that may always be.
     *
     * @param force whether what is there is replaced
     * @param replaceable whether a file that is there is one that this kind of output renews
     * @throws ProblemException as the other one does, or if something is there
     */
    public static void check(Path file, boolean force, Predicate<Path> replaceable) {
        check(file);
        if (!force && Files.exists(file) && !replaceable.test(file)) {
            throw Problem.of("problem.output.other", file.toString()).asException();
        }
    }

    /**
     * Refuses a place where no file can be written.
     *
     * @throws ProblemException if its folder is missing or closed, or it is no plain file itself
     */
    public static void check(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw Problem.of("problem.output.noFolder", file.toString()).asException();
        }
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw Problem.of("problem.output.notAFile", file.toString()).asException();
        }
        if (!Files.isWritable(folder)) {
            throw Problem.of("problem.output.closed", file.toString(), folder.toString())
                    .asException();
        }
    }
}
