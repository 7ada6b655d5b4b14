package io.marquetry.source.engine.duckdb;

import io.marquetry.source.EventStream;
import io.marquetry.source.sql.EventAggregate;
import io.marquetry.source.sql.NumberKind;
import io.marquetry.source.sql.Operand;
import io.marquetry.source.sql.Operands;
import io.marquetry.source.sql.OrdinalRange;
import io.marquetry.source.sql.RuleConditions;
import io.marquetry.tag.TagRule;
import io.marquetry.tag.Window;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.ResultQuery;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What some rules ask of the events of one stream, each thing once: filters that say which events
 * count, measures, and what each profile's come to.
 */
final class StreamQuestion {

    private static final int NO_MEASURE = -1;
    // Powers of ten up to it are doubles.
    private static final int MAX_SCALE = 22;

    private final EventStream stream;
    private final Operands operands;
    private final RuleConditions conditions;
    private final int words;
    private final Map<Filter, Integer> filterNumbers = new LinkedHashMap<>();
    private final List<Condition> filters = new ArrayList<>();
    private final List<Measure> measures = new ArrayList<>();
    private final Map<Reduction.Key, Reduction> reductions = new LinkedHashMap<>();

    /**
     * Begins without a rule.
     *
     * @param words how many words a bit per profile takes
     */
    StreamQuestion(EventStream stream, Operands operands, RuleConditions conditions, int words) {
        this.stream = stream;
        this.operands = operands;
        this.conditions = conditions;
        this.words = words;
    }

    /** Adds a rule; returns false where its events do not come to whole numbers. */
    boolean add(TagRule.Events rule) {
        EventAggregate aggregate = new EventAggregate(rule, stream, operands, conditions::filter);
        boolean counts = rule.aggregate() == TagRule.Aggregate.COUNT;
        Operand reduced = counts ? operands.count() : aggregate.measure();
        Optional<LongSpan> wanted = LongSpan.of(reduced, rule.comparison(), rule.value());
        wanted.ifPresent(
                span -> {
                    int filter = filter(rule, DSL.and(aggregate.counted()));
                    int measure = counts ? NO_MEASURE : measure(reduced);
                    reductions
                            .computeIfAbsent(
                                    new Reduction.Key(rule.aggregate(), filter, measure),
                                    Reduction::new)
                            .add(rule, span, words);
                });
        return wanted.isPresent();
    }

    List<Reduction> reductions() {
        return List.copyOf(reductions.values());
    }

    /** Returns how many rules it answers. */
    int rules() {
        return reductions.values().stream().mapToInt(reduction -> reduction.tests().size()).sum();
    }

    /** Returns how many filters there are; where there is one, only its events are asked for. */
    int filters() {
        return filters.size();
    }

    /** Returns how many bytes say of an event which of some filters it passes. */
    static int bytes(int filters) {
        return filters == 1 ? 0 : (filters + AnswerBytes.BITS - 1) / AnswerBytes.BITS;
    }

    List<Measure> measures() {
        return List.copyOf(measures);
    }

    /**
     * Makes the query for the events of some profiles: the ordinal, a byte for each eight filters
     * where there are some, the measures.
     */
    ResultQuery<?> query(DSLContext ask, OrdinalRange range) {
        Field<Long> profile =
                DSL.field(DSL.name(stream.table(), stream.profileColumn()), SQLDataType.BIGINT);
        List<Field<?>> fields = new ArrayList<>();
        fields.add(profile);
        Condition asked = range.holds(profile);
        if (bytes(filters.size()) == 0) {
            asked = DSL.and(asked, filters.getFirst());
        } else {
            fields.addAll(AnswerBytes.of(filters));
        }
        measures.forEach(measure -> fields.add(measure.field()));
        return ask.select(fields).from(DSL.table(DSL.name(stream.table()))).where(asked);
    }

    private int filter(TagRule.Events rule, Condition condition) {
        Filter filter =
                new Filter(
                        rule.window(),
                        rule.where(),
                        switch (rule.aggregate()) {
                            case COUNT -> Optional.empty();
                            case LATEST -> Optional.of(stream.timeColumn());
                            case SUM, MIN, MAX ->
                                    rule.measure()
                                            .flatMap(stream::field)
                                            .map(field -> field.column());
                        });
        return filterNumbers.computeIfAbsent(
                filter,
                missing -> {
                    filters.add(condition);
                    return filters.size() - 1;
                });
    }

    private int measure(Operand reduced) {
        Measure measure = asWhole(reduced);
        int known = measures.indexOf(measure);
        if (known < 0) {
            measures.add(measure);
        }
        return known < 0 ? measures.size() - 1 : known;
    }

    /** The driver makes objects of moments and decimals, but not of whole numbers and doubles. */
    private static Measure asWhole(Operand measure) {
        if (measure instanceof Operand.OfMoment moment) {
            return new Measure(
                    DSL.function(DSL.name("epoch_us"), SQLDataType.BIGINT, moment.field()), 1);
        }
        if (measure instanceof Operand.OfNumber number
                && number.kind() instanceof NumberKind.Fixed fixed
                && fixed.scale() > 0
                && fixed.scale() <= MAX_SCALE) {
            return new Measure(
                    number.field().cast(SQLDataType.DOUBLE), Math.pow(10, fixed.scale()));
        }
        return new Measure(measure.field(), 1);
    }

    /**
     * What is reduced.
     *
     * @param units how many units of the last decimal a one in the field is
     */
    record Measure(Field<?> field, double units) {}

    /**
     * Which events count.
     *
     * @param known the column that they must not lack
     */
    private record Filter(Window window, Optional<TagRule> where, Optional<String> known) {}
}
