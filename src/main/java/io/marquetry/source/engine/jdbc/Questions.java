package io.marquetry.source.engine.jdbc;

import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.ResultQuery;
import org.jooq.SelectSelectStep;
import org.jspecify.annotations.Nullable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** Asks several questions of one state of a source. */
public interface Questions {

    /** Asks, and returns the whole answer. */
    <R extends Record> Result<R> ask(Function<DSLContext, ResultQuery<R>> question);

    /** Asks, and hands on each row as it comes, without keeping it. */
    <R extends Record> void each(
            Function<DSLContext, ResultQuery<R>> question, Consumer<R> consumer);

    /** Asks, and hands on each row's cells while the database still looks for the next. */
    void rows(Function<DSLContext, ResultQuery<?>> question, RowReader reader);

    /**
     * Asks for texts only, and hands on each row's in the quickest way that the engine has.
     *
     * @param columns what is asked for; the engine may select it in another form
     * @param question says of what, in which order
     */
    void texts(
            List<Field<String>> columns,
            Function<SelectSelectStep<Record>, ResultQuery<?>> question,
            TextReader reader);

    /** Takes the texts of one row. */
    @FunctionalInterface
    interface TextReader {
        /** Takes them; must not keep the array. */
        void row(@Nullable String[] texts);
    }

    /** Takes one row. */
    @FunctionalInterface
    interface RowReader {
        /** Reads the row's cells; must not keep the row. */
        void row(ResultSet row) throws SQLException;
    }
}
