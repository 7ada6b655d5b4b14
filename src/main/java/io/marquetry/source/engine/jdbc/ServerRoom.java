package io.marquetry.source.engine.jdbc;

import io.marquetry.base.Problem;
import io.marquetry.source.RemoteServer;
import io.marquetry.source.sql.Dialect;

import org.jooq.Field;
import org.jooq.Name;
import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a kind of server needs beyond its dialect: all that {@link ServerEngine} has to ask. */
public interface ServerRoom {

    /** After how long a server ends what it does for us, unless told otherwise. */
    Duration TO_ANSWER = Duration.ofMinutes(10);

    /** Returns how it is spoken to. */
    Dialect dialect();

    /**
     * Opens a connection that only reads: all it is asked until it is rolled back sees one state of
     * the database, where the server can do that.
     *
     * @param toAnswer after how long the server ends a statement, also where we are gone; whole
     *     seconds
     */
    Connection open(RemoteServer server, Login login, Duration toAnswer) throws SQLException;

    /** Returns the catalogue of a connection's database; asks nothing. */
    RemoteCatalog catalog(Connection connection);

    /**
     * Returns why a server did not answer.
     *
     * @param title what people call the source
     * @param failure what the driver said, where it said something
     */
    Problem failed(String title, RemoteServer server, @Nullable SQLException failure);

    /** Returns whether a server did not answer because its user may not read what was asked. */
    boolean isOfRights(SQLException failure);

    /** Returns at what point of the server's history the questions are. */
    Point point(Questions asking);

    /**
     * Returns whether all that is asked until a connection is rolled back sees one state; where
     * not, a long answer is checked once more at its end.
     */
    default boolean standsStill() {
        return true;
    }

    /**
     * Returns a number of 60 bits or more that is another one, but for chance, where a row is.
     *
     * @param row the name by which the question calls the row's table
     * @param columns the names of the row's columns there
     */
    Field<? extends Number> digest(Name row, List<Name> columns);

    /**
     * A point of a server's history.
     *
     * @param changes equal ones, equal contents; empty where the server cannot tell
     * @param now by the server's clock
     */
    record Point(Optional<String> changes, Instant now) {}
}
