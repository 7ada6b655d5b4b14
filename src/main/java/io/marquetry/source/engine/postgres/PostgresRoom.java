package io.marquetry.source.engine.postgres;

import io.marquetry.base.FxThread;
import io.marquetry.base.Problem;
import io.marquetry.source.RemoteServer;
import io.marquetry.source.engine.jdbc.Login;
import io.marquetry.source.engine.jdbc.Questions;
import io.marquetry.source.engine.jdbc.RemoteCatalog;
import io.marquetry.source.engine.jdbc.ServerRoom;
import io.marquetry.source.sql.Dialect;

import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Record2;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** All that is particular to PostgreSQL servers. */
public final class PostgresRoom implements ServerRoom {

    @Override
    public Dialect dialect() {
        return new PostgresDialect();
    }

    @Override
    public Connection open(RemoteServer server, Login login, Duration toAnswer)
            throws SQLException {
        FxThread.refuse();
        return PostgresConnections.open(server, login, toAnswer);
    }

    @Override
    public RemoteCatalog catalog(Connection connection) {
        return new PostgresCatalog(connection);
    }

    @Override
    public Problem failed(String title, RemoteServer server, @Nullable SQLException failure) {
        return PostgresFailures.of(title, server, failure);
    }

    @Override
    public boolean isOfRights(SQLException failure) {
        return PostgresFailures.isOfRights(failure);
    }

    /** Tells changes by which transactions had ended. */
    @Override
    public Point point(Questions asking) {
        Record2<String, OffsetDateTime> now =
                asking.ask(
                                ask ->
                                        ask.select(
                                                DSL.function(
                                                                DSL.systemName(
                                                                        "pg_current_snapshot"),
                                                                SQLDataType.OTHER)
                                                        .cast(SQLDataType.CLOB),
                                                DSL.currentOffsetDateTime()))
                        .getFirst();
        return new Point(Optional.of(now.value1()), now.value2().toInstant());
    }

    @Override
    public Field<Long> digest(Name row, List<Name> columns) {
        return DSL.function(
                DSL.systemName("hashtextextended"),
                SQLDataType.BIGINT,
                DSL.field(row).cast(SQLDataType.CLOB),
                DSL.inline(0L));
    }
}
