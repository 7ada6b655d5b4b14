package io.marquetry.source.engine.jdbc;

import io.marquetry.base.FxThread;

import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.sql.Connection;
import java.sql.SQLException;

/** What is asked in the same words of every server that is asked by its own connection. */
public abstract class AskedCatalog implements RemoteCatalog {

    private static final Logger LOG = LoggerFactory.getLogger(AskedCatalog.class);

    private final Connection connection;
    private final DSLContext ask;

    /** Makes the catalogue of what a connection reaches; asks nothing. */
    protected AskedCatalog(Connection connection, SQLDialect dialect) {
        FxThread.refuse();
        this.connection = connection;
        this.ask = DSL.using(connection, dialect);
    }

    @Override
    public final DSLContext asking() {
        return ask;
    }

    @Override
    public final Key key(Found table, String column) {
        Field<?> key = keyField(column);
        return ask.select(DSL.count(), DSL.count(key), DSL.countDistinct(key))
                .from(DSL.table(DSL.name(table.schema(), table.table())))
                .fetchSingle(
                        row -> new Key(row.value1(), row.value1() - row.value2(), row.value3()));
    }

    /** Returns a column as its values are told apart. */
    protected Field<?> keyField(String column) {
        return DSL.field(DSL.name(column));
    }

    @Override
    public final String version() {
        return ask.select(versionField()).fetchSingle().value1();
    }

    /** Returns what the server's version is asked by. */
    protected Field<String> versionField() {
        return DSL.function(DSL.systemName("version"), SQLDataType.VARCHAR);
    }

    @Override
    public final void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.debug("a connection did not close", e);
        }
    }
}
