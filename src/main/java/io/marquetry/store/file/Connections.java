package io.marquetry.store.file;

import io.marquetry.base.FxThread;
import io.marquetry.source.h2.H2Driver;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.h2.jdbcx.JdbcDataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.lang.ref.SoftReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Opens workspace database files, with the settings under which H2 keeps what it acknowledged. */
final class Connections {

    /** How H2 ends the names of its files. */
    static final String ENDING = ".mv.db";

    // The settings are the outcome of the kill tests; see docs/adr before changing one.
    private static final String SETTINGS =
            ";WRITE_DELAY=0;REUSE_SPACE=FALSE;MAX_COMPACT_TIME=0;DB_CLOSE_ON_EXIT=FALSE"
                    + ";TRACE_LEVEL_FILE=0";

    /** A database that is only a model; without {@link #ENDING}. */
    static final String IN_MEMORY = "nioMemFS:marquetry-model";

    /** A file with all tables and no row. */
    private static SoftReference<byte[]> made = new SoftReference<>(null);

    private Connections() {}

    /** Makes or opens a file in memory. */
    static Connection openInMemory(String name) throws SQLException {
        return connect(H2Driver.source("jdbc:h2:" + name + SETTINGS));
    }

    /** Opens an existing file that this process wrote, or that {@link SchemaCheck} has passed. */
    static Connection open(Path file) throws SQLException {
        return connect(source(file, ";IFEXISTS=TRUE"));
    }

    /** Makes a file without tables, and opens it. */
    static Connection createEmpty(Path file) throws SQLException {
        return connect(source(file, ""));
    }

    /**
     * Makes a file with all tables, and opens it. The migrations are most of the work: they run for
     * the first file that a process makes, and others begin as its copies.
     */
    static synchronized Connection create(Path file) throws IOException, SQLException {
        byte @Nullable [] tables = made.get();
        if (tables == null) {
            migrate(source(file, ""));
            made = new SoftReference<>(Files.readAllBytes(file));
        } else {
            Files.write(file, tables);
        }
        return open(file);
    }

    /** Brings the tables of an existing file to what this program knows. */
    static void migrate(Path file) {
        migrate(source(file, ";IFEXISTS=TRUE"));
    }

    /** Returns the newest migration that an existing file has seen; 0 where it saw none. */
    static int schema(Path file) {
        @Nullable MigrationInfo newest = flyway(source(file, ";IFEXISTS=TRUE")).info().current();
        return newest == null ? 0 : Integer.parseInt(newest.getVersion().getVersion());
    }

    /** Returns jOOQ on a connection. */
    static DSLContext sql(Connection connection) {
        FxThread.refuse();
        return DSL.using(connection, SQLDialect.H2, new Settings().withRenderSchema(false));
    }

    /** Forces all that was committed onto the disk. */
    static void sync(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CHECKPOINT SYNC");
        }
    }

    /**
     * Decides whether results are gathered before they are read: a long one goes to a file then.
     */
    static void gather(Connection connection, boolean gathered) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET LAZY_QUERY_EXECUTION " + (gathered ? 0 : 1));
        }
    }

    private static void migrate(JdbcDataSource source) {
        flyway(source).migrate();
    }

    private static Flyway flyway(JdbcDataSource source) {
        return Flyway.configure().dataSource(source).locations("classpath:db/migration").load();
    }

    private static Connection connect(JdbcDataSource source) throws SQLException {
        FxThread.refuse();
        Connection connection = source.getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    private static JdbcDataSource source(Path file, String more) {
        String name = file.toAbsolutePath().toString();
        return H2Driver.source(
                "jdbc:h2:async:"
                        + name.substring(0, name.length() - ENDING.length())
                        + SETTINGS
                        + more);
    }
}
