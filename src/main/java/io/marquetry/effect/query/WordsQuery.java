package io.marquetry.effect.query;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import io.marquetry.base.CancelSignal;
import io.marquetry.source.Attribute;
import io.marquetry.source.AttributeType;
import io.marquetry.source.EventStream;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.ask.SourceQueries;
import io.marquetry.source.infer.InspectedColumn;

import org.jooq.Field;
import org.jooq.impl.SQLDataType;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the words that the columns of a source hold, the most frequent first. */
public final class WordsQuery {

    private final SourceQueries queries;

    public WordsQuery(SourceQueries queries) {
        this.queries = queries;
    }

    public Map<String, List<String>> fetch(
            ProfileSource source, Optional<String> stream, CancelSignal signal) {
        Optional<EventStream> events = stream.flatMap(source.model()::stream);
        String from = events.map(EventStream::table).orElse(source.model().table());
        List<Attribute> columns =
                events.map(EventStream::fields).orElse(source.model().attributes());
        Map<String, List<String>> words = new LinkedHashMap<>();
        for (Attribute column : columns) {
            if (column.type() == AttributeType.TEXT || column.type() == AttributeType.BOOLEAN) {
                words.put(column.name(), fetch(source, from, column, signal));
            }
        }
        return words;
    }

    private List<String> fetch(
            ProfileSource source, String from, Attribute column, CancelSignal signal) {
        Field<Object> value = field(name(from, column.column()));
        return queries
                .ask(
                        source,
                        sql ->
                                sql.select(value.cast(SQLDataType.VARCHAR).as(name("WORD")))
                                        .from(queries.table(source, from))
                                        .where(value.isNotNull())
                                        .groupBy(value)
                                        .orderBy(count().desc(), value)
                                        .limit(InspectedColumn.MAX_VALUES),
                        signal)
                .stream()
                .map(row -> row.get(0, String.class))
                .toList();
    }
}
