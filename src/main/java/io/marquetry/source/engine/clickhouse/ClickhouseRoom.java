package io.marquetry.source.engine.clickhouse;

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
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** All that is particular to ClickHouse. */
public final class ClickhouseRoom implements ServerRoom {

    @Override
    public Dialect dialect() {
        return new ClickhouseDialect();
    }

    @Override
    public Connection open(RemoteServer server, Login login, Duration toAnswer)
            throws SQLException {
        FxThread.refuse();
        return ClickhouseConnections.open(server, login, toAnswer);
    }

    @Override
    public RemoteCatalog catalog(Connection connection) {
        return new ClickhouseCatalog(connection);
    }

    @Override
    public Problem failed(String title, RemoteServer server, @Nullable SQLException failure) {
        return ClickhouseFailures.of(title, server, failure);
    }

    @Override
    public boolean isOfRights(SQLException failure) {
        return ClickhouseFailures.isOfRights(failure);
    }

    /** Never tells changes: only some of its tables know theirs. */
    @Override
    public Point point(Questions asking) {
        Field<Long> micros =
                Calls.of(
                        "toUnixTimestamp64Micro",
                        SQLDataType.BIGINT,
                        Calls.of("now64", SQLDataType.OTHER, DSL.inline(6)));
        long told = asking.ask(ask -> ask.select(micros)).getFirst().value1();
        return new Point(Optional.empty(), Instant.EPOCH.plus(told, ChronoUnit.MICROS));
    }

    /** It has no transactions: each statement sees what there is when it begins. */
    @Override
    public boolean standsStill() {
        return false;
    }

    /** 64 bits of a digest of all cells, each with a mark before it. */
    @Override
    public Field<BigDecimal> digest(Name row, List<Name> columns) {
        return Calls.of(
                "toDecimal128",
                SQLDataType.NUMERIC,
                Calls.of("sipHash64", SQLDataType.NUMERIC, MarkedCells.of(row, columns)),
                DSL.inline(0));
    }
}
