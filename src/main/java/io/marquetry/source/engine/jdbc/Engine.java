package io.marquetry.source.engine.jdbc;

import io.marquetry.source.ProfileSource;
import io.marquetry.source.sql.Dialect;
import io.marquetry.source.sql.NumberKind;

import org.jooq.Name;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.function.Function;

/** Opens one source's database and knows how to speak to it. */
public interface Engine extends AutoCloseable {

    /** Returns how it is spoken to. */
    Dialect dialect();

    /** Opens a connection, read-only. */
    Connection connect() throws SQLException;

    /** Opens a connection, read-only, that begins to answer before it knows the last row. */
    Connection connectToRead() throws SQLException;

    /** Returns how it keeps the numbers of each column, by table and column; may connect. */
    Function<Name, NumberKind> numbers() throws SQLException;

    /**
     * Returns what finds who satisfies which rules.
     *
     * @param database this engine's, which is asked
     * @param today the day that relative dates count from
     */
    MembershipPass memberships(ProfileSource source, OpenSource database, LocalDate today);

    /** Lets go of the file, once all connections are closed. */
    @Override
    void close();
}
