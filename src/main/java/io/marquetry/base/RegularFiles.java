package io.marquetry.base;

import java.nio.file.Files;
import java.nio.file.Path;

/** Files that can be read to their end, and again: no pipes, devices or folders. */
public final class RegularFiles {

    private RegularFiles() {}

    /**
     * Refuses what is no file, before anybody waits for its content.
     *
     * @throws ProblemException if nothing is there, or something else
     */
    public static void require(Path path) {
        if (!Files.isRegularFile(path)) {
            String key = Files.exists(path) ? "problem.file.special" : "problem.file.absent";
            throw Problem.of(key, path.toString()).asException();
        }
    }
}
