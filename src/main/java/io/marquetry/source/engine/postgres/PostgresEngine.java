package io.marquetry.source.engine.postgres;

import io.marquetry.base.FxThread;
import io.marquetry.base.Problem;
import io.marquetry.base.Sha256;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.SourcePlace;
import io.marquetry.source.engine.jdbc.BitPass;
import io.marquetry.source.engine.jdbc.Engine;
import io.marquetry.source.engine.jdbc.Logins;
import io.marquetry.source.engine.jdbc.MembershipPass;
import io.marquetry.source.engine.jdbc.OpenSource;
import io.marquetry.source.engine.jdbc.Questions;
import io.marquetry.source.engine.jdbc.SourceState;
import io.marquetry.source.sql.Dialect;
import io.marquetry.source.sql.NumberKind;

import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Record2;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.function.Function;

/** A source on a PostgreSQL server. */
public final class PostgresEngine implements Engine {

    private static final Name WHOLE_ROW = DSL.name("whole row");

    private final ProfileSource source;
    private final SourcePlace.Remote place;
    private final Logins logins;
    private @Nullable PostgresTables tables;
    private @Nullable Known known;

    /** Makes the engine of a source; connects to nothing. */
    public PostgresEngine(ProfileSource source, SourcePlace.Remote place, Logins logins) {
        this.source = source;
        this.place = place;
        this.logins = logins;
    }

    @Override
    public Dialect dialect() {
        return new PostgresDialect();
    }

    @Override
    public Connection connect() throws SQLException {
        FxThread.refuse();
        return PostgresConnections.open(place.server(), logins.of(place.server()));
    }

    @Override
    public Connection connectToRead() throws SQLException {
        return connect();
    }

    @Override
    public void finish(Connection connection) throws SQLException {
        connection.rollback();
    }

    @Override
    public Function<Name, NumberKind> numbers() throws SQLException {
        return tables()::numbers;
    }

    @Override
    public Table<?> table(String name) throws SQLException {
        return tables().table(name);
    }

    @Override
    public MembershipPass memberships(ProfileSource asked, OpenSource database, LocalDate today) {
        return new BitPass(asked, database, today);
    }

    /**
     * Returns the state: a digest of all rows, which is made again only where the server has begun
     * a transaction since that may have changed any.
     */
    @Override
    public SourceState state(ProfileSource asked, Questions asking) {
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
        Known before = knownState();
        if (before == null || !before.transactions().equals(now.value1())) {
            before = digest(now.value1(), asking);
            keep(before);
        }
        Instant asOf = now.value2().toInstant();
        return new SourceState(before.fingerprint(), asOf, before.profiles());
    }

    @Override
    public Problem failed(String title, @Nullable SQLException failure) {
        return PostgresFailures.of(title, place.server(), failure);
    }

    @Override
    public void close() {
        // Each connection is closed by who opened it.
    }

    private synchronized PostgresTables tables() throws SQLException {
        FxThread.refuse();
        if (tables == null) {
            try (Connection connection = connect()) {
                tables =
                        PostgresTables.of(
                                source.title(),
                                source.model(),
                                place,
                                new PostgresCatalog(connection));
            }
        }
        return tables;
    }

    private Known digest(String transactions, Questions asking) {
        StringBuilder all = new StringBuilder();
        long profiles = 0;
        PostgresTables own;
        try {
            own = tables();
        } catch (SQLException e) {
            throw failed(source.title(), e).asException(e);
        }
        for (String name : own.names()) {
            Field<Long> row =
                    DSL.function(
                            DSL.systemName("hashtextextended"),
                            SQLDataType.BIGINT,
                            DSL.field(WHOLE_ROW).cast(SQLDataType.CLOB),
                            DSL.inline(0L));
            Record2<Long, BigDecimal> sum =
                    asking.ask(
                                    ask ->
                                            ask.select(
                                                            DSL.count().coerce(SQLDataType.BIGINT),
                                                            DSL.sum(row))
                                                    .from(own.table(name).as(WHOLE_ROW)))
                            .getFirst();
            all.append(name).append(' ').append(sum.value1()).append(' ').append(sum.value2());
            if (name.equals(source.model().table())) {
                profiles = sum.value1();
            }
        }
        return new Known(transactions, Sha256.of(all.toString()), profiles);
    }

    private synchronized @Nullable Known knownState() {
        return known;
    }

    private synchronized void keep(Known now) {
        known = now;
    }

    /**
     * What was found when.
     *
     * @param transactions which ones had ended
     */
    private record Known(String transactions, String fingerprint, long profiles) {}
}
