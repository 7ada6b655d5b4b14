package io.marquetry.source.engine.trino;

import io.marquetry.base.FxThread;
import io.marquetry.base.Problem;
import io.marquetry.source.RemoteServer;
import io.marquetry.source.engine.jdbc.Login;
import io.marquetry.source.engine.jdbc.MarkedCells;
import io.marquetry.source.engine.jdbc.Questions;
import io.marquetry.source.engine.jdbc.RemoteCatalog;
import io.marquetry.source.engine.jdbc.ServerRoom;
import io.marquetry.source.sql.Dialect;

import org.jooq.Field;
import org.jooq.Name;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All that is particular to Trino. */
public final class TrinoRoom implements ServerRoom {

    private static final double MILLIS = 1000;

    @Override
    public Dialect dialect() {
        return new TrinoDialect();
    }

    @Override
    public Connection open(RemoteServer server, Login login, Duration toAnswer)
            throws SQLException {
        FxThread.refuse();
        return TrinoConnections.open(server, login, toAnswer);
    }

    @Override
    public RemoteCatalog catalog(Connection connection) {
        return new TrinoCatalog(connection);
    }

    @Override
    public Problem failed(String title, RemoteServer server, @Nullable SQLException failure) {
        return TrinoFailures.of(title, server, failure);
    }

    @Override
    public boolean isOfRights(SQLException failure) {
        return TrinoFailures.isOfRights(failure);
    }

    /** Never tells changes: where its tables lie, others may write. */
    @Override
    public Point point(Questions asking) {
        Field<Double> seconds =
                DSL.function(
                        DSL.systemName("to_unixtime"),
                        SQLDataType.DOUBLE,
                        DSL.currentOffsetDateTime());
        double told = asking.ask(ask -> ask.select(seconds)).getFirst().value1();
        return new Point(Optional.empty(), Instant.ofEpochMilli((long) (told * MILLIS)));
    }

    /** A transaction of Trino keeps the tables of most places from nobody. */
    @Override
    public boolean standsStill() {
        return false;
    }

    /** 64 bits of a digest of all cells, each with a mark before it. */
    @Override
    public Field<BigDecimal> digest(Name row, List<Name> columns) {
        Field<byte[]> bytes = bytes("to_utf8", DSL.concat(MarkedCells.of(row, columns)));
        return DSL.function(
                        DSL.systemName("from_big_endian_64"),
                        SQLDataType.BIGINT,
                        bytes("xxhash64", bytes))
                .cast(SQLDataType.NUMERIC(38, 0));
    }

    private static Field<byte[]> bytes(String function, Field<?> of) {
        return DSL.function(DSL.systemName(function), SQLDataType.VARBINARY, of);
    }
}
