package io.marquetry.source.engine.mysql;

import io.marquetry.base.FxThread;
import io.marquetry.base.Problem;
import io.marquetry.source.RemoteServer;
import io.marquetry.source.engine.jdbc.Login;
import io.marquetry.source.engine.jdbc.MarkedCells;
import io.marquetry.source.engine.jdbc.Questions;
import io.marquetry.source.engine.jdbc.RemoteCatalog;
import io.marquetry.source.engine.jdbc.ServerRoom;
import io.marquetry.source.sql.Dialect;
import io.marquetry.source.sql.JavaTimeBinding;

import org.jooq.Field;
import org.jooq.Name;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** All that is particular to MariaDB and MySQL servers. */
public final class MysqlRoom implements ServerRoom {

    private static final int HEX_DIGITS = 15;

    private final SQLDialect engine;

    /**
     * Makes the room.
     *
     * @param engine which of the two
     */
    public MysqlRoom(SQLDialect engine) {
        this.engine = engine;
    }

    @Override
    public Dialect dialect() {
        return new MysqlDialect(engine);
    }

    @Override
    public Connection open(RemoteServer server, Login login, Duration toAnswer)
            throws SQLException {
        FxThread.refuse();
        return MysqlConnections.open(server, login, toAnswer);
    }

    @Override
    public RemoteCatalog catalog(Connection connection) {
        return new MysqlCatalog(connection, engine);
    }

    @Override
    public Problem failed(String title, RemoteServer server, @Nullable SQLException failure) {
        return MysqlFailures.of(title, server, failure);
    }

    @Override
    public boolean isOfRights(SQLException failure) {
        return MysqlFailures.isOfRights(failure);
    }

    /**
     * Never tells changes: the server knows the time of a table's last change by the second only,
     * forgets it, and has none for views.
     */
    @Override
    public Point point(Questions asking) {
        Field<LocalDateTime> now =
                DSL.function(
                        DSL.systemName("utc_timestamp"), JavaTimeBinding.MOMENT, DSL.inline(6));
        LocalDateTime told = asking.ask(ask -> ask.select(now)).getFirst().value1();
        return new Point(Optional.empty(), told.toInstant(ZoneOffset.UTC));
    }

    /** The first 60 bits of the MD5 digest of all cells, each with a mark before it. */
    @Override
    public Field<BigDecimal> digest(Name row, List<Name> columns) {
        Field<String> digits =
                DSL.left(DSL.md5(DSL.concat(MarkedCells.of(row, columns))), HEX_DIGITS);
        return DSL.function(
                        DSL.systemName("conv"),
                        SQLDataType.VARCHAR,
                        digits,
                        DSL.inline(16),
                        DSL.inline(10))
                .cast(SQLDataType.NUMERIC(20, 0));
    }
}
