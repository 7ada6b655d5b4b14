package io.marquetry.source.file;

import io.marquetry.base.FxThread;

import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.UUID;

/**
 * What a DuckDB database may do in this process: it takes a quarter of the machine's memory at
 * most, puts what does not fit into a folder of the workspace, up to 32 GB, and loads no extension.
 * Each open source is a database of its own.
 */
public final class DuckSettings {

    /** How the names of folders begin that hold what did not fit into memory. */
    public static final String SPILL = ".spill-";

    private static final String MEMORY = "25%";

    /** More than any import of ours puts aside; a statement without end stops here. */
    private static final String SPILL_LIMIT = "32GB";

    /** No check of a file that people work with takes longer, on a slow disk neither. */
    private static final Duration LONGEST_CHECK = Duration.ofMinutes(10);

    private DuckSettings() {}

    /**
     * Returns what asks about a stranger's file while it is looked at or added: a statement that
     * takes longer than ten minutes ends, see {@link #isTooLong}.
     */
    public static DSLContext checking(Connection connection) {
        return checking(connection, LONGEST_CHECK);
    }

    /**
     * Returns the same with another limit.
     *
     * @param longest whole seconds, at least one
     */
    static DSLContext checking(Connection connection, Duration longest) {
        FxThread.refuse();
        return DSL.using(
                connection,
                SQLDialect.DUCKDB,
                new Settings().withQueryTimeout(Math.toIntExact(longest.toSeconds())));
    }

    /** Returns whether DuckDB said that a statement was ended before it answered. */
    static boolean isTooLong(String said) {
        return said.contains("INTERRUPT Error");
    }

    /**
     * Opens a database in memory to look into a file; what does not fit goes where the system says.
     */
    public static Connection look() throws SQLException {
        FxThread.refuse();
        return DriverManager.getConnection(
                "jdbc:duckdb:", in(Path.of(System.getProperty("java.io.tmpdir"))));
    }

    /** Returns whether DuckDB said that neither memory nor the room to put aside sufficed. */
    static boolean isTooMuch(String said) {
        return said.contains("Out of Memory Error") || said.contains("max_temp_directory_size");
    }

    /**
     * Returns the settings.
     *
     * @param sources the workspace's folder of sources, which is there; a killed process leaves a
     *     folder in it that begins with {@link #SPILL}, any other removes its own
     */
    public static Properties in(Path sources) {
        Properties settings = new Properties();
        settings.setProperty("memory_limit", MEMORY);
        settings.setProperty(
                "temp_directory",
                sources.toAbsolutePath().resolve(SPILL + UUID.randomUUID()).toString());
        settings.setProperty("max_temp_directory_size", SPILL_LIMIT);
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("autoload_known_extensions", "false");
        settings.setProperty("allow_community_extensions", "false");
        return settings;
    }
}
