package io.marquetry.source.query;

import io.marquetry.base.FxThread;
import io.marquetry.base.Problem;

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
        return DriverManager.getConnection("jdbc:duckdb:" + path, settings())
                .unwrap(DuckDBConnection.class);
    }

    private static Properties settings() {
        Properties settings = new Properties();
        settings.setProperty("duckdb.read_only", "true");
        settings.setProperty("enable_external_access", "false");
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("autoload_known_extensions", "false");
        settings.setProperty("allow_community_extensions", "false");
        return settings;
    }
}
