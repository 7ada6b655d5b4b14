package io.marquetry.source.ask;

import io.marquetry.base.CancelSignal;
import io.marquetry.base.Problem;
import io.marquetry.source.Attribute;
import io.marquetry.source.ProfileSource;

import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks up an attribute of some people by their keys. Blocks. */
public final class ValuesQuery {

    private static final String KEY = "KEY_OF_PROFILE";
    private static final String VALUE = "VALUE_OF_PROFILE";

    private final SourceQueries queries;

    public ValuesQuery(SourceQueries queries) {
        this.queries = queries;
    }

    /**
     * Returns the values of those whom the source knows, as text; empty where it knows nothing.
     *
     * @throws io.marquetry.base.ProblemException if the source has no such attribute
     */
    public Map<String, Optional<String>> of(
            ProfileSource source, String attribute, Collection<String> keys, CancelSignal signal) {
        String table = source.model().table();
        Attribute wanted =
                source.model()
                        .attribute(attribute)
                        .orElseThrow(
                                () ->
                                        Problem.of(
                                                        "problem.effect.noAttribute",
                                                        source.title(),
                                                        attribute)
                                                .asException());
        Field<String> key =
                DSL.field(DSL.name(table, source.model().keyColumn())).cast(SQLDataType.VARCHAR);
        Field<String> value =
                queries.column(DSL.name(table, wanted.column()), wanted.type())
                        .cast(SQLDataType.VARCHAR);
        Map<String, Optional<String>> found = new HashMap<>();
        for (Record row :
                queries.ask(
                        source,
                        ask ->
                                ask.select(
                                                List.<Field<?>>of(
                                                        key.as(DSL.name(KEY)),
                                                        value.as(DSL.name(VALUE))))
                                        .from(queries.table(source, table))
                                        .where(key.in(keys.stream().map(DSL::inline).toList())),
                        signal)) {
            @Nullable String said = row.get(VALUE, String.class);
            found.put(row.get(KEY, String.class), Optional.ofNullable(said));
        }
        return found;
    }
}
