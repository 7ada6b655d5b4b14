package io.marquetry.source.file;

import io.marquetry.base.Problem;
import io.marquetry.base.RegularFiles;

import java.nio.file.Path;
import java.util.List;
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
        RegularFiles.require(absolute);
        return DataFileKind.of(absolute)
                .filter(kind -> kind == DataFileKind.PARQUET || kind == DataFileKind.DUCKDB)
                .map(kind -> new DataFile(absolute, kind, table))
                .orElseThrow(
                        () -> Problem.of("problem.datafile.kind", path.toString()).asException());
    }

    /**
     * Returns the tables of a database, by name; none where the file is one table.
     *
     * @throws io.marquetry.base.ProblemException if it cannot be read as what it is
     */
    public List<String> tables() {
        return switch (kind) {
            case PARQUET, JSON, XLSX -> List.of();
            case DUCKDB -> DataRows.tables(this);
        };
    }

    /** Returns another table of the same database. */
    public DataFile withTable(String other) {
        return new DataFile(path, kind, Optional.of(other));
    }

    /** Returns the file's name. */
    public String label() {
        return String.valueOf(path.getFileName());
    }
}
