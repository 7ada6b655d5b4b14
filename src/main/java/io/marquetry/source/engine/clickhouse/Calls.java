package io.marquetry.source.engine.clickhouse;

import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** Calls of the server's own functions, whose names tell letter case apart. */
final class Calls {

    private Calls() {}

    static <T> Field<T> of(String function, DataType<T> type, Field<?>... arguments) {
        return DSL.function(DSL.systemName(function), type, arguments);
    }
}
