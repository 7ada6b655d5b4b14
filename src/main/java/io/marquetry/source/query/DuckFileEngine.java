package io.marquetry.source.query;

import io.marquetry.base.FxThread;
import io.marquetry.base.Problem;
import io.marquetry.source.file.DuckSettings;

import org.duckdb.DuckDBConnection;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** A sealed source in a DuckDB file, read-only; it reaches for nothing but its file. */
final class DuckFileEngine extends DuckEngine {

    private final Path file;

    DuckFileEngine(Path file) {
        this.file = file;
    }

    @Override
    DuckDBConnection openRoot() throws SQLException {
        FxThread.refuse();
        String path = file.toString();
        if (path.contains(";") || path.contains("?")) {
            // The driver would read what follows as settings.
            throw Problem.of("problem.source.semicolon", path).asException();
        }
        Properties settings = DuckSettings.in(file.resolveSibling(""));
        settings.setProperty("duckdb.read_only", "true");
        settings.setProperty("enable_external_access", "false");
        return DriverManager.getConnection("jdbc:duckdb:" + path, settings)
                .unwrap(DuckDBConnection.class);
    }
}
