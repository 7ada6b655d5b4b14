package io.marquetry.source.local.write;

import io.marquetry.base.FullDisk;
import io.marquetry.base.Problem;
import io.marquetry.source.SourceEngine;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/**
 * The database of a local source while it is written. It is tuned for speed, not for surviving: it
 * can be made again from the file it came from.
 */
public interface LocalDatabaseFile extends AutoCloseable {

    /**
     * Makes a table to be filled before the next one is made.
     *
     * @param primary whether its first column is what rows are found by
     */
    TableWriter table(String name, List<TableColumn> columns, boolean primary) throws SQLException;

    /** Closes the database with all its content in the file. */
    void finish();

    /** Lets go of the file, whatever state it is in. */
    @Override
    void close();

    /**
     * Makes a database.
     *
     * @param file without the engine's ending
     */
    static LocalDatabaseFile create(SourceEngine engine, Path file) {
        return switch (engine) {
            case H2 -> H2DatabaseFile.create(file);
            case DUCKDB -> DuckDatabaseFile.create(file);
        };
    }

    /** Returns the failure to write, told by what the system said, else by the database's code. */
    static RuntimeException failed(Exception failure) {
        if (FullDisk.isSaidBy(failure)) {
            return Problem.of("problem.import.diskFull").asException(failure);
        }
        String reason = "";
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException system && system.getMessage() != null) {
                reason = system.getMessage();
            } else if (cause instanceof SQLException database) {
                reason = "SQL " + database.getErrorCode();
            }
        }
        return Problem.of("problem.import.notWritten", reason).asException(failure);
    }
}
