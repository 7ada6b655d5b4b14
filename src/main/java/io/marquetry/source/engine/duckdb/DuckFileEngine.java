package io.marquetry.source.engine.duckdb;

import io.marquetry.base.FxThread;
import io.marquetry.base.Problem;
import io.marquetry.source.file.DuckSettings;

import org.duckdb.DuckDBConnection;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** A sealed source in a DuckDB file, read-only; it reaches for nothing but its file. */
public final class DuckFileEngine extends DuckEngine {

    private static final Field<String> KIND =
            DSL.field(DSL.name("table_type"), SQLDataType.VARCHAR);

    private static final Field<String> NAME =
            DSL.field(DSL.name("table_name"), SQLDataType.VARCHAR);

    private final String title;
    private final Path file;

    /**
     * Makes the engine of a file.
     *
     * @param title what people call the source
     */
    public DuckFileEngine(String title, Path file) {
        this.title = title;
        this.file = file;
    }

    @Override
    DuckEffort effort() {
        return DuckEffort.ofFile();
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
        settings.setProperty("lock_configuration", "true");
        DuckDBConnection opened =
                DriverManager.getConnection("jdbc:duckdb:" + path, settings)
                        .unwrap(DuckDBConnection.class);
        try {
            refuseForeign(opened);
            return opened;
        } catch (RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    /** An import makes tables only; in somebody else's workspace there may be anything. */
    private void refuseForeign(DuckDBConnection opened) {
        FxThread.refuse();
        DSL.using(opened, SQLDialect.DUCKDB)
                .select(NAME)
                .from(DSL.table(DSL.name("information_schema", "tables")))
                .where(KIND.ne("BASE TABLE"))
                .limit(1)
                .fetchOptional(NAME)
                .ifPresent(
                        view -> {
                            throw Problem.of("problem.source.foreign", title, "VIEW " + view)
                                    .asException();
                        });
    }
}
