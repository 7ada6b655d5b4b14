package io.marquetry.source.local.write;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import io.marquetry.base.FxThread;
import io.marquetry.source.SourceEngine;
import io.marquetry.source.file.DuckSettings;

import org.jooq.CreateTableElementListStep;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** A local source in DuckDB while it is written. */
public final class DuckDatabaseFile implements LocalDatabaseFile {

    /** Whole digits and decimals that fit into 64 bits, which DuckDB adds and compares fastest. */
    static final int NARROW_DIGITS = 18;

    /** The most decimals of a narrow number. */
    static final int NARROW_SCALE = 6;

    private static final int MAX_DIGITS = 38;
    private static final Logger LOG = LoggerFactory.getLogger(DuckDatabaseFile.class);

    private final Connection connection;
    private int tables;

    private DuckDatabaseFile(Connection connection) {
        this.connection = connection;
    }

    /**
     * Makes a database.
     *
     * @param file without the engine's ending
     */
    public static DuckDatabaseFile create(Path file) {
        FxThread.refuse();
        try {
            return new DuckDatabaseFile(
                    DriverManager.getConnection(
                            "jdbc:duckdb:" + file.toAbsolutePath() + SourceEngine.DUCKDB.ending(),
                            DuckSettings.in(file.toAbsolutePath().resolveSibling(""))));
        } catch (SQLException e) {
            throw LocalDatabaseFile.failed(e);
        }
    }

    @Override
    public TableWriter table(String table, List<TableColumn> columns, boolean primary)
            throws SQLException {
        // Rows lie in the order of their ordinals: an index would only cost memory.
        CreateTableElementListStep create = sql().createTable(name(table));
        for (TableColumn column : columns) {
            create = create.column(field(name(column.name()), type(column)));
        }
        create.execute();
        tables++;
        return new DuckTableWriter(connection, tables, table, columns);
    }

    @Override
    public void finish() {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CHECKPOINT");
        } catch (SQLException e) {
            throw LocalDatabaseFile.failed(e);
        }
        close();
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            // The file is thrown away; why it could not be written was told before.
            LOG.debug("an unfinished database did not close", e);
        }
    }

    public Connection connection() {
        return connection;
    }

    private DSLContext sql() {
        FxThread.refuse();
        return DSL.using(connection, SQLDialect.DUCKDB);
    }

    /** Returns how a column begins; a wide number later makes it {@link #wide}. */
    static DataType<?> type(TableColumn column) {
        DataType<?> type =
                switch (column.type()) {
                    case TEXT -> SQLDataType.VARCHAR;
                    case INTEGER -> SQLDataType.BIGINT;
                    case DECIMAL ->
                            column.scale() <= NARROW_SCALE
                                    ? SQLDataType.NUMERIC(NARROW_DIGITS, column.scale())
                                    : wide(column);
                    case DATE -> SQLDataType.LOCALDATE;
                    case DATETIME -> SQLDataType.LOCALDATETIME;
                    case BOOLEAN -> SQLDataType.BOOLEAN;
                };
        return column.required() ? type.notNull() : type;
    }

    static DataType<?> wide(TableColumn column) {
        return SQLDataType.NUMERIC(MAX_DIGITS, column.scale());
    }
}
