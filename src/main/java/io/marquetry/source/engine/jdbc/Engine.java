package io.marquetry.source.engine.jdbc;

import io.marquetry.base.CancelSignal;
import io.marquetry.base.Problem;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.sql.Dialect;
import io.marquetry.source.sql.NumberKind;

import org.jooq.Field;
import org.jooq.Name;
import org.jooq.ResultQuery;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;

/** Opens one source's database and knows how to speak to it. */
public interface Engine extends AutoCloseable {

    /** How many rows come at once where a driver would fetch all. */
    int ROWS_AT_ONCE = 10_000;

    /** Returns how it is spoken to. */
    Dialect dialect();

    /** Opens a connection, read-only. */
    Connection connect() throws SQLException;

    /** Opens a connection, read-only, that begins to answer before it knows the last row. */
    Connection connectToRead() throws SQLException;

    /** Returns how it keeps the numbers of each column, by table and column; may connect. */
    Function<Name, NumberKind> numbers() throws SQLException;

    /** Returns a table of the source's model as a query names it; may connect. */
    default Table<?> table(String name) throws SQLException {
        return DSL.table(DSL.name(name));
    }

    /** Returns the state that the source has for who asks. */
    default SourceState state(ProfileSource source, Questions asking) {
        return new SourceState(source.fingerprint(), source.asOf(), source.profiles());
    }

    /**
     * Returns the state for numbers that are looked at and not kept: where only a pass over all
     * rows would tell whether anything changed, it is named by this answer alone.
     *
     * @param counted how many profiles were counted of this state, where they were
     */
    default SourceState moment(ProfileSource source, OptionalLong counted, Questions asking) {
        return state(source, asking);
    }

    /** Returns whether all that is asked of one state sees that state, whatever others write. */
    default boolean standsStill() {
        return true;
    }

    /**
     * Returns what finds who satisfies which rules.
     *
     * @param database this engine's, which is asked
     * @param today the day that relative dates count from
     */
    MembershipPass memberships(ProfileSource source, OpenSource database, LocalDate today);

    /**
     * Returns whether many audiences are counted sooner by that than by its own queries, and
     * whether one audience is, where nobody needs to hear it from the engine itself.
     */
    default boolean countsByMemberships() {
        return false;
    }

    /**
     * Asks for texts only, and hands on each row's.
     *
     * @param question asks for what is selected
     */
    default void texts(
            Connection connection,
            List<Field<String>> columns,
            Function<List<Field<String>>, ResultQuery<?>> question,
            Questions.TextReader reader,
            CancelSignal signal)
            throws SQLException {
        ResultQuery<?> query = question.apply(columns);
        try (QueryCancel _ = new QueryCancel(query::cancel, signal);
                ResultSet rows = query.fetchSize(ROWS_AT_ONCE).fetchResultSet()) {
            @Nullable String[] texts = new String[rows.getMetaData().getColumnCount()];
            while (rows.next()) {
                for (int i = 0; i < texts.length; i++) {
                    texts[i] = rows.getString(i + 1);
                }
                reader.row(texts);
            }
        }
    }

    /** Ends what was asked of one state of the source, so that the next one sees a later one. */
    default void finish(Connection connection) throws SQLException {
        // A file that never changes has one state only.
    }

    /**
     * Breaks a connection off whose end does not answer a cancel any more, as where the network
     * swallows all. The database was told to stop before.
     */
    default void breakOff(Connection connection) throws SQLException {
        // A file always answers.
    }

    /**
     * Returns why the database did not answer.
     *
     * @param title what people call the source
     * @param failure what its driver said, where it said something
     */
    default Problem failed(String title, @Nullable SQLException failure) {
        int code = failure == null ? 0 : failure.getErrorCode();
        return Problem.of("problem.source.noAnswer", title, String.valueOf(code));
    }

    /** Lets go of the file, once all connections are closed. */
    @Override
    void close();
}
