package io.marquetry.source.engine.jdbc;

import org.jooq.Field;
import org.jooq.Name;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

import java.util.List;

/** The cells of a row as texts, each with a mark before it, so that none runs into the next. */
public final class MarkedCells {

    // Digests that are kept rest on both.
    private static final String MARK = "\u001F";
    private static final String MISSING = "-";

    private MarkedCells() {}

    /** Returns the cells in the order of the columns. */
    public static Field<?>[] of(Name row, List<Name> columns) {
        return columns.stream()
                .map(column -> DSL.field(DSL.name(row, column)).cast(SQLDataType.VARCHAR))
                .map(cell -> DSL.coalesce(DSL.concat(DSL.inline(MARK), cell), DSL.inline(MISSING)))
                .toArray(Field<?>[]::new);
    }
}
