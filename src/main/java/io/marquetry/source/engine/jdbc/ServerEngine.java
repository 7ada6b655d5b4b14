package io.marquetry.source.engine.jdbc;

import io.marquetry.base.FxThread;
import io.marquetry.base.NameList;
import io.marquetry.base.Problem;
import io.marquetry.base.Sha256;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.SourcePlace;
import io.marquetry.source.sql.Dialect;
import io.marquetry.source.sql.NumberKind;

import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Record2;
import org.jooq.Table;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;

/** A source on a server of any kind; what is particular to the kind, its room knows. */
public final class ServerEngine implements Engine {

    private static final Name WHOLE_ROW = DSL.name("whole row");
    private static final int TO_LIST = (int) Duration.ofMinutes(1).toMillis();

    private final ProfileSource source;
    private final SourcePlace.Remote place;
    private final Logins logins;
    private final ServerRoom room;
    private @Nullable RemoteTables tables;
    private @Nullable Known known;

    /** Makes the engine of a source; connects to nothing. */
    public ServerEngine(
            ProfileSource source, SourcePlace.Remote place, Logins logins, ServerRoom room) {
        this.room = room;
        this.source = source;
        this.place = place;
        this.logins = logins;
    }

    @Override
    public Dialect dialect() {
        return room.dialect();
    }

    @Override
    public Connection connect() throws SQLException {
        FxThread.refuse();
        return room.open(place.server(), logins.of(place.server()), ServerRoom.TO_ANSWER);
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
    public void breakOff(Connection connection) throws SQLException {
        FxThread.refuse();
        connection.abort(Runnable::run);
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
     * Returns the state: a digest of all rows, which is made again only where something may have
     * changed since.
     */
    @Override
    public SourceState state(ProfileSource asked, Questions asking) {
        ServerRoom.Point now = room.point(asking);
        Known before = knownState();
        if (before == null || now.changes().isEmpty() || !before.changes().equals(now.changes())) {
            before = digest(now.changes(), asking);
            keep(before);
        }
        return new SourceState(before.fingerprint(), now.now(), before.profiles());
    }

    /** Returns the state; where it is not known to be one that was found before, nobody else's. */
    @Override
    public SourceState moment(ProfileSource asked, OptionalLong counted, Questions asking) {
        ServerRoom.Point now = room.point(asking);
        Known before = knownState();
        if (before != null && now.changes().isPresent() && before.changes().equals(now.changes())) {
            return new SourceState(before.fingerprint(), now.now(), before.profiles());
        }
        long profiles = counted.orElseGet(() -> profiles(asking));
        return new SourceState(Sha256.of(UUID.randomUUID().toString()), now.now(), profiles);
    }

    private long profiles(Questions asking) {
        return asking.ask(
                        ask ->
                                ask.select(DSL.count().coerce(SQLDataType.BIGINT))
                                        .from(own().table(source.model().table())))
                .getFirst()
                .value1();
    }

    @Override
    public boolean standsStill() {
        return room.standsStill();
    }

    @Override
    public Problem failed(String title, @Nullable SQLException failure) {
        Problem why = room.failed(title, place.server(), failure);
        return failure != null && room.isOfRights(failure) ? closed(title).orElse(why) : why;
    }

    /** Asks table by table, for what servers say of it is in their own words and languages. */
    private Optional<Problem> closed(String title) {
        List<String> closed =
                place.tables().stream()
                        .filter(table -> !mayRead(table))
                        .map(RemoteTables::shown)
                        .toList();
        return closed.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        Problem.of(
                                "problem.remote.tableRights",
                                title,
                                NameList.of(closed),
                                place.server().toString()));
    }

    private boolean mayRead(SourcePlace.RemoteTable table) {
        FxThread.refuse();
        List<Field<?>> columns = new ArrayList<>();
        RemoteTables.used(source.model(), table.name())
                .keySet()
                .forEach(column -> columns.add(DSL.field(DSL.name(column))));
        try (Connection connection = connect()) {
            // Nobody can cancel this one.
            connection.setNetworkTimeout(Runnable::run, TO_LIST);
            DSL.using(connection, dialect().jooq())
                    .select(columns)
                    .from(DSL.table(DSL.name(table.schema(), table.table())))
                    .where(DSL.falseCondition())
                    .fetch();
            return true;
        } catch (DataAccessException e) {
            SQLException failure = e.getCause(SQLException.class);
            return failure == null || !room.isOfRights(failure);
        } catch (SQLException e) {
            // Without a connection nothing is known of the table.
            return true;
        }
    }

    @Override
    public void close() {
        // Each connection is closed by who opened it.
    }

    private synchronized RemoteTables tables() throws SQLException {
        FxThread.refuse();
        if (tables == null) {
            try (Connection connection = connect()) {
                // Nobody can cancel this one.
                connection.setNetworkTimeout(Runnable::run, TO_LIST);
                tables =
                        RemoteTables.of(
                                source.title(), source.model(), place, room.catalog(connection));
            }
        }
        return tables;
    }

    private Known digest(Optional<String> changes, Questions asking) {
        StringBuilder all = new StringBuilder();
        long profiles = 0;
        RemoteTables own = own();
        for (String name : own.names()) {
            Field<? extends Number> row = room.digest(WHOLE_ROW, own.columns(name));
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
        return new Known(changes, Sha256.of(all.toString()), profiles);
    }

    private RemoteTables own() {
        try {
            return tables();
        } catch (SQLException e) {
            throw failed(source.title(), e).asException(e);
        }
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
     * @param changes as the server told
     */
    private record Known(Optional<String> changes, String fingerprint, long profiles) {}
}
