package io.marquetry.source.file;

import io.marquetry.base.Problem;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file that describes its own columns.
 *
 * @param path absolute
 * @param table which table of a DuckDB database; empty: its only one
 */
public record DataFile(Path path, DataFileKind kind, Optional<String> table) {

    /**
     * Looks at a file; reads its first bytes.
     *
     * @throws io.marquetry.base.ProblemException if it is gone or of no such kind
     */
    public static DataFile of(Path path, Optional<String> table) {
        Path absolute = path.toAbsolutePath().normalize();
        if (!Files.isRegularFile(absolute)) {
            throw Problem.of("problem.import.noFile", path.toString()).asException();
        }
        return DataFileKind.of(absolute)
                .map(kind -> new DataFile(absolute, kind, table))
                .orElseThrow(
                        () -> Problem.of("problem.datafile.kind", path.toString()).asException());
    }

    /** Returns the file's name. */
    public String label() {
        return String.valueOf(path.getFileName());
    }
}
