package io.marquetry.audience;

import io.marquetry.tag.Value;

import java.time.LocalDate;
import java.util.List;

/** Says in SQL whom an audience addresses; opens no source. */
@FunctionalInterface
public interface AudienceSql {

    /** The engines whose SQL can be asked for. */
    enum Engine {
        H2,
        DUCKDB,
        POSTGRES
    }

    /**
     * A query for the keys of those who are addressed.
     *
     * @param sql with a question mark for each value; tables and columns as the source names them
     * @param values in the order of the question marks
     */
    record Statement(String sql, List<Value> values) {
        /** Copies the values. */
        public Statement {
            values = List.copyOf(values);
        }
    }

    /**
     * Returns the query.
     *
     * @param today the day that relative days count from
     * @throws io.marquetry.base.ProblemException if there is no such source, or the rules do not
     *     fit it
     */
    Statement of(SourceName source, AudienceQuery query, LocalDate today, Engine engine);
}
