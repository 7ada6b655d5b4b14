package io.marquetry.effect.query;

import io.marquetry.base.CancelSignal;
import io.marquetry.effect.sums.Dimension;
import io.marquetry.effect.sums.GroupValue;
import io.marquetry.effect.sums.SumRow;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.GroupField;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.ResultQuery;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/** One pass of the database over the rows, for one or more divisions. */
final class PassQuery {

    /** More groups nobody can look at. */
    private static final int MAX_GROUPS = 50_000;

    private static final String ARM = "KEY_OF_ARM";
    private static final String KEY = "KEY_";
    private static final String ABSENT = "ABSENT";

    private final List<List<Dimension>> divisions;
    private final Map<Dimension, KeyQuery> keys;
    private final List<Dimension> dimensions;
    private final Optional<Field<String>> arm;
    private final AggregatesQuery aggregates;

    /**
     * Makes the query.
     *
     * @param keys by what to divide, for each dimension
     * @param arm the column with the arm, if there is one
     */
    PassQuery(
            List<Set<Dimension>> divisions,
            Map<Dimension, KeyQuery> keys,
            Optional<Field<String>> arm,
            AggregatesQuery aggregates) {
        this.divisions = divisions.stream().map(List::copyOf).toList();
        this.keys = keys;
        Set<Dimension> all = new LinkedHashSet<>();
        divisions.forEach(all::addAll);
        this.dimensions = List.copyOf(all);
        this.arm = arm;
        this.aggregates = aggregates;
    }

    /** Returns the sums by division, each also divided by arm. */
    Map<List<Dimension>, List<SumRow>> fetch(
            Table<?> from,
            Condition where,
            BiFunction<Function<DSLContext, ResultQuery<Record>>, CancelSignal, Result<Record>> ask,
            CancelSignal signal) {
        Map<List<Dimension>, List<SumRow>> sums = new LinkedHashMap<>();
        divisions.forEach(division -> sums.put(division, new ArrayList<>()));
        List<Field<?>> selected = new ArrayList<>(grouped(dimensions));
        if (divisions.size() > 1) {
            selected.add(absent());
        }
        selected.addAll(aggregates.fields());
        Result<Record> rows =
                ask.apply(
                        context ->
                                context.select(selected)
                                        .from(from)
                                        .where(where)
                                        .groupBy(groups())
                                        .limit(MAX_GROUPS + 1),
                        signal);
        if (rows.size() > MAX_GROUPS) {
            throw new TooManyGroups(MAX_GROUPS);
        }
        for (Record row : rows) {
            List<Dimension> division = division(row);
            List<SumRow> found = sums.get(division);
            if (found == null) {
                throw new IllegalStateException("nobody asked for " + division);
            }
            found.add(read(row, division));
        }
        return sums;
    }

    /** By alias: bound values in a key stand in the query once. */
    private List<? extends GroupField> groups() {
        if (divisions.size() == 1) {
            return grouped(divisions.getFirst());
        }
        Field<?>[][] sets = new Field<?>[divisions.size()][];
        for (int i = 0; i < sets.length; i++) {
            List<Field<?>> set = new ArrayList<>();
            arm.ifPresent(a -> set.add(DSL.field(DSL.name(ARM))));
            divisions.get(i).forEach(dimension -> set.add(key(dimensions.indexOf(dimension))));
            sets[i] = set.toArray(Field<?>[]::new);
        }
        return List.of(DSL.groupingSets(sets));
    }

    private List<Field<?>> grouped(List<Dimension> by) {
        List<Field<?>> fields = new ArrayList<>();
        arm.ifPresent(column -> fields.add(column.as(DSL.name(ARM))));
        for (Dimension dimension : by) {
            fields.add(key(dimension).field().as(DSL.name(KEY + dimensions.indexOf(dimension))));
        }
        return fields;
    }

    private List<Dimension> division(Record row) {
        if (divisions.size() == 1) {
            return divisions.getFirst();
        }
        long absent = row.get(ABSENT, Long.class);
        Set<Dimension> present = new LinkedHashSet<>();
        for (int i = 0; i < dimensions.size(); i++) {
            if ((absent >> (dimensions.size() - 1 - i) & 1) == 0) {
                present.add(dimensions.get(i));
            }
        }
        return divisions.stream()
                .filter(d -> d.size() == present.size() && present.containsAll(d))
                .findFirst()
                .orElseThrow();
    }

    private SumRow read(Record row, List<Dimension> division) {
        List<GroupValue> values = new ArrayList<>();
        for (Dimension dimension : division) {
            values.add(key(dimension).read().apply(row.get(KEY + dimensions.indexOf(dimension))));
        }
        @Nullable Object told = arm.isPresent() ? row.get(ARM) : null;
        return new SumRow(told == null ? "" : told.toString(), values, aggregates.read(row));
    }

    private KeyQuery key(Dimension dimension) {
        KeyQuery key = keys.get(dimension);
        if (key == null) {
            throw new IllegalStateException("no key for " + dimension);
        }
        return key;
    }

    /** By which dimensions a row is not divided: one bit each, the last one lowest. */
    private Field<Long> absent() {
        Field<?>[] all = new Field<?>[dimensions.size()];
        Arrays.setAll(all, PassQuery::key);
        return DSL.function(DSL.systemName("grouping"), SQLDataType.BIGINT, all).as(ABSENT);
    }

    private static Field<Object> key(int place) {
        return DSL.field(DSL.name(KEY + place), SQLDataType.OTHER);
    }
}
