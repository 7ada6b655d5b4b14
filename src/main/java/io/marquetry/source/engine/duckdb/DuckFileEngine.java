package io.marquetry.source.engine.duckdb;

import io.marquetry.base.FxThread;
import io.marquetry.base.Problem;
import io.marquetry.base.ProblemException;
import io.marquetry.source.file.DuckSettings;

import org.duckdb.DuckDBConnection;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/** A sealed source in a DuckDB file, read-only; it reaches for nothing but its file. */
public final class DuckFileEngine extends DuckEngine {

    private static final Field<String> KIND = text("table_type");
    private static final Field<String> TABLE = text("table_name");
    private static final Field<String> COLUMN = text("column_name");
    private static final Field<String> GENERATED = text("is_generated");

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
        } catch (RuntimeException | SQLException e) {
            opened.close();
            throw e;
        }
    }

    /**
     * An import makes tables of stored columns only; in somebody else's workspace there may be
     * anything. Functions are looked for first: one called like a function of DuckDB would answer
     * in its place, here and in every count.
     */
    private void refuseForeign(DuckDBConnection opened) throws SQLException {
        FxThread.refuse();
        // jOOQ has no words for a table function with a catalog, and without one it could be
        // foreign.
        try (Statement statement = opened.createStatement();
                ResultSet functions =
                        statement.executeQuery(
                                "SELECT function_name FROM system.main.duckdb_functions()"
                                        + " WHERE NOT internal LIMIT 1")) {
            if (functions.next()) {
                throw foreign("FUNCTION " + functions.getString(1));
            }
        }
        DSLContext sql = DSL.using(opened, SQLDialect.DUCKDB);
        sql.select(TABLE)
                .from(DSL.table(DSL.name("information_schema", "tables")))
                .where(KIND.ne("BASE TABLE"))
                .limit(1)
                .fetchOptional(TABLE)
                .ifPresent(
                        view -> {
                            throw foreign("VIEW " + view);
                        });
        sql.select(TABLE, COLUMN)
                .from(DSL.table(DSL.name("information_schema", "columns")))
                .where(GENERATED.eq("ALWAYS"))
                .limit(1)
                .fetchOptional()
                .ifPresent(
                        column -> {
                            throw foreign("COMPUTED COLUMN " + column.get(COLUMN));
                        });
    }

    private ProblemException foreign(String object) {
        return Problem.of("problem.source.foreign", title, object).asException();
    }

    private static Field<String> text(String name) {
        return DSL.field(DSL.name(name), SQLDataType.VARCHAR);
    }
}
