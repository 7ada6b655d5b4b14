package io.marquetry.source.query;

import org.jooq.SQLDialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;

/** Opens one source's database and knows how to speak to it. */
interface LocalEngine extends AutoCloseable {

    /** Returns the dialect that it speaks. */
    SQLDialect dialect();

    /** Opens a connection, read-only. */
    Connection connect() throws SQLException;

    /** Opens a connection, read-only, that begins to answer before it knows the last row. */
    Connection connectToRead() throws SQLException;

    /** Returns what makes operands of its columns, once it has connected. */
    Operands operands(LocalDate today) throws SQLException;

    /** Lets go of the file, once all connections are closed. */
    @Override
    void close();
}
