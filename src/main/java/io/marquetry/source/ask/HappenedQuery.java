package io.marquetry.source.ask;

import io.marquetry.base.CancelSignal;
import io.marquetry.base.Problem;
import io.marquetry.source.Attribute;
import io.marquetry.source.AttributeType;
import io.marquetry.source.EventStream;
import io.marquetry.source.ProfileSource;

import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Counts what people did in a span of time. Blocks. */
public final class HappenedQuery {

    private static final String KEY = "KEY_OF_PROFILE";
    private static final String TIMES = "N_TIMES";
    private static final String AMOUNT = "S_AMOUNT";
    private static final String LAST = "LAST_AT";

    private final SourceQueries queries;
    private final ProfileSource source;
    private final EventStream events;
    private final Optional<Attribute> amount;
    private final Condition counts;

    /**
     * Makes the query.
     *
     * @param stream the events
     * @param field only events that have this value in this field count; empty: all
     * @param amount the field that is summed; empty: none
     * @throws io.marquetry.base.ProblemException if the source has no such events or field, or the
     *     field is no number
     */
    public HappenedQuery(
            SourceQueries queries,
            ProfileSource source,
            String stream,
            Optional<Map.Entry<String, String>> field,
            Optional<String> amount) {
        this.queries = queries;
        this.source = source;
        this.events =
                source.model().stream(stream)
                        .orElseThrow(
                                () ->
                                        Problem.of(
                                                        "problem.outcomes.noStream",
                                                        source.title(),
                                                        stream)
                                                .asException());
        this.amount = amount.map(this::number);
        this.counts =
                field.map(
                                only ->
                                        column(field(only.getKey()))
                                                .cast(SQLDataType.VARCHAR)
                                                .eq(only.getValue()))
                        .orElseGet(DSL::noCondition);
    }

    /**
     * What somebody did.
     *
     * @param times how often, from 1
     * @param amount the sum
     */
    public record Happened(long times, BigDecimal amount) {}

    /**
     * Returns by key who did something.
     *
     * @param from the first moment that counts, on the clock of the source
     * @param to the first that does not
     */
    public Map<String, Happened> between(
            LocalDateTime from, LocalDateTime to, CancelSignal signal) {
        Field<BigDecimal> sum =
                amount.<Field<BigDecimal>>map(
                                a -> DSL.sum(column(a).cast(SQLDataType.DECIMAL(38, 4))))
                        .orElseGet(() -> DSL.inline(BigDecimal.ZERO));
        Map<String, Happened> found = new HashMap<>();
        for (Record row :
                ask(
                        List.of(DSL.count().as(DSL.name(TIMES)), sum.as(DSL.name(AMOUNT))),
                        since(from).and(before(to)),
                        signal)) {
            BigDecimal spent = row.get(AMOUNT, BigDecimal.class);
            found.put(
                    row.get(KEY, String.class),
                    new Happened(
                            row.get(TIMES, Long.class), spent == null ? BigDecimal.ZERO : spent));
        }
        return found;
    }

    /**
     * Returns by key when somebody did it last; of events that know no time, when that day began.
     *
     * @param from the first moment that counts, on the clock of the source
     */
    public Map<String, LocalDateTime> last(LocalDateTime from, CancelSignal signal) {
        return lastWhere(since(from), signal);
    }

    /**
     * Returns the same of a span of time.
     *
     * @param from the first moment that counts, on the clock of the source
     * @param to the first that does not
     */
    public Map<String, LocalDateTime> last(
            LocalDateTime from, LocalDateTime to, CancelSignal signal) {
        return lastWhere(since(from).and(before(to)), signal);
    }

    private Map<String, LocalDateTime> lastWhere(Condition when, CancelSignal signal) {
        Map<String, LocalDateTime> found = new HashMap<>();
        Field<?> last = isOfDays() ? DSL.max(day()) : DSL.max(moment());
        for (Record row : ask(List.of(last.as(DSL.name(LAST))), when, signal)) {
            found.put(
                    row.get(KEY, String.class),
                    isOfDays()
                            ? row.get(LAST, LocalDate.class).atStartOfDay()
                            : row.get(LAST, LocalDateTime.class));
        }
        return found;
    }

    /** Asks for something of each person who did it. */
    private Result<Record> ask(List<Field<?>> what, Condition when, CancelSignal signal) {
        String table = source.model().table();
        Field<String> key =
                DSL.field(DSL.name(table, source.model().keyColumn())).cast(SQLDataType.VARCHAR);
        Field<Object> whose = DSL.field(DSL.name(events.table(), events.profileColumn()));
        Field<Object> id = DSL.field(DSL.name(table, source.model().idColumn()));
        List<Field<?>> columns = new ArrayList<>(what);
        columns.add(key.as(DSL.name(KEY)));
        return queries.ask(
                source,
                ask ->
                        ask.select(columns)
                                .from(queries.table(source, events.table()))
                                .join(queries.table(source, table))
                                .on(whose.eq(id))
                                .where(counts.and(when))
                                .groupBy(key),
                signal);
    }

    /** Returns whether the events know the day only, and no time of it. */
    public boolean isOfDays() {
        return events.timeType() == AttributeType.DATE;
    }

    private Field<LocalDate> day() {
        return DSL.field(DSL.name(events.table(), events.timeColumn()), queries.day());
    }

    private Field<LocalDateTime> moment() {
        return DSL.field(DSL.name(events.table(), events.timeColumn()), queries.moment());
    }

    private Condition since(LocalDateTime from) {
        return isOfDays() ? day().ge(from.toLocalDate()) : moment().ge(from);
    }

    private Condition before(LocalDateTime to) {
        return isOfDays() ? day().lt(to.toLocalDate()) : moment().lt(to);
    }

    private Attribute number(String name) {
        Attribute field = field(name);
        return switch (field.type()) {
            case INTEGER, DECIMAL -> field;
            case TEXT, BOOLEAN, DATE, DATETIME ->
                    throw Problem.of("problem.outcomes.noAmount", name).asException();
        };
    }

    private Attribute field(String name) {
        return events.field(name)
                .orElseThrow(
                        () ->
                                Problem.of("problem.outcomes.noField", events.name(), name)
                                        .asException());
    }

    private Field<?> column(Attribute field) {
        return queries.column(DSL.name(events.table(), field.column()), field.type());
    }
}
