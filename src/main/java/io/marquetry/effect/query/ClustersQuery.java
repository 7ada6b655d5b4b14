package io.marquetry.effect.query;

import io.marquetry.effect.OutcomeMapping;
import io.marquetry.effect.OutcomeRole;
import io.marquetry.effect.sums.Clusters;
import io.marquetry.effect.sums.Clusters.Pair;
import io.marquetry.effect.sums.Clusters.Part;
import io.marquetry.effect.sums.GroupValue;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.ask.SourceQueries;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.ResultQuery;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * Adds rows up by person, and the products of these sums over people: two group-bys in the
 * database, one inside the other.
 */
final class ClustersQuery {

    /** With more products a query is slower than all the rest, and nothing is known of people. */
    private static final int MAX_PRODUCTS = 1_000;

    private static final String BY_PERSON = "BY_PERSON";
    private static final String WHO = "WHO_OF_ROW";
    private static final String KEY = "KEY_";

    private final ProfileSource source;
    private final RowsQuery rows;
    private final OutcomeMapping mapping;
    private final List<String> arms;
    private final Map<Part, Boolean> parts = new EnumMap<>(Part.class);

    /**
     * Makes the query.
     *
     * @param arms the arms that there are; one without a name where none is told
     */
    ClustersQuery(ProfileSource source, RowsQuery rows, OutcomeMapping mapping, List<String> arms) {
        this.source = source;
        this.rows = rows;
        this.mapping = mapping;
        this.arms = List.copyOf(arms);
        parts.put(Part.ROWS, true);
        for (Map.Entry<Part, OutcomeRole> told : ROLES.entrySet()) {
            if (mapping.records(told.getValue())) {
                parts.put(told.getKey(), true);
            }
        }
    }

    private static final Map<Part, OutcomeRole> ROLES =
            Map.of(
                    Part.DELIVERED, OutcomeRole.DELIVERED,
                    Part.HIT, OutcomeRole.HIT,
                    Part.CONVERTED, OutcomeRole.CONVERTED,
                    Part.REVENUE, OutcomeRole.REVENUE,
                    Part.COST, OutcomeRole.COST,
                    Part.SENT, OutcomeRole.SENT);

    /** Returns whether there are few enough arms for what is recorded. */
    boolean fits() {
        long each =
                parts.keySet().stream()
                        .mapToLong(
                                part ->
                                        parts.keySet().stream()
                                                .filter(other -> isNeeded(part, other))
                                                .count())
                        .sum();
        return each * arms.size() * (arms.size() + 1) / 2 <= MAX_PRODUCTS;
    }

    /** Returns the people of each group. */
    Map<List<GroupValue>, Clusters> fetch(
            List<KeyQuery> keys,
            Table<?> from,
            Condition where,
            Function<Function<DSLContext, ResultQuery<Record>>, Result<Record>> ask) {
        List<Field<?>> inner = new ArrayList<>();
        List<Field<?>> by = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            Field<?> key = keys.get(i).field().as(DSL.name(KEY + i));
            inner.add(key);
            by.add(key);
        }
        Field<?> who = rows.whoseText().as(DSL.name(WHO));
        inner.add(who);
        by.add(who);
        for (int arm = 0; arm < arms.size(); arm++) {
            for (Part part : parts.keySet()) {
                inner.add(sum(arm, part).as(name(arm, part)));
            }
        }
        List<Field<?>> outer = new ArrayList<>();
        List<Field<?>> groups = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            Field<?> key = DSL.field(DSL.name(BY_PERSON, KEY + i));
            groups.add(key);
            outer.add(key);
        }
        outer.add(DSL.count().as(DSL.name("EVERYBODY")));
        Map<String, Pair> pairs = new LinkedHashMap<>();
        for (int arm = 0; arm < arms.size(); arm++) {
            outer.add(people(arm, true).as(DSL.name("WITH_" + arm)));
            outer.add(people(arm, false).as(DSL.name("WITHOUT_" + arm)));
            for (int other = arm; other < arms.size(); other++) {
                products(arm, other, outer, pairs);
            }
        }
        Result<Record> found =
                ask.apply(
                        context -> {
                            var people =
                                    context.select(outer)
                                            .from(
                                                    DSL.select(inner)
                                                            .from(from)
                                                            .where(where)
                                                            .groupBy(by)
                                                            .asTable(DSL.name(BY_PERSON)));
                            return groups.isEmpty() ? people : people.groupBy(groups);
                        });
        Map<List<GroupValue>, Clusters> clusters = new HashMap<>();
        for (Record row : found) {
            List<GroupValue> values = new ArrayList<>();
            for (int i = 0; i < keys.size(); i++) {
                values.add(keys.get(i).read().apply(row.get(KEY + i)));
            }
            clusters.put(values, read(row, pairs));
        }
        return clusters;
    }

    private Clusters read(Record row, Map<String, Pair> pairs) {
        Map<String, Long> with = new HashMap<>();
        Map<String, Long> without = new HashMap<>();
        for (int arm = 0; arm < arms.size(); arm++) {
            with.put(arms.get(arm), number(row, "WITH_" + arm).longValue());
            without.put(arms.get(arm), number(row, "WITHOUT_" + arm).longValue());
        }
        Map<Pair, Double> products = new HashMap<>();
        pairs.forEach((name, pair) -> products.put(pair, number(row, name).doubleValue()));
        return new Clusters(number(row, "EVERYBODY").longValue(), with, without, products);
    }

    private static Number number(Record row, String name) {
        return Optional.ofNullable(row.get(name))
                .map(value -> (Number) new BigDecimal(value.toString()))
                .orElse(0);
    }

    /** Steps go with rows only; money goes with money, with rows, and with who converted. */
    private void products(int arm, int other, List<Field<?>> outer, Map<String, Pair> pairs) {
        for (Part part : parts.keySet()) {
            for (Part otherPart : parts.keySet()) {
                boolean again = arm == other && part.compareTo(otherPart) > 0;
                if (!again && isNeeded(part, otherPart)) {
                    String name = "P" + pairs.size();
                    Field<Double> one = number(arm, part);
                    Field<Double> two = number(other, otherPart);
                    outer.add(DSL.sum(one.mul(two)).as(DSL.name(name)));
                    pairs.put(name, new Pair(arms.get(arm), part, arms.get(other), otherPart));
                }
            }
        }
    }

    private static boolean isNeeded(Part part, Part other) {
        return part == other
                || part == Part.ROWS
                || other == Part.ROWS
                || (isMoney(part) && isMoney(other));
    }

    private static boolean isMoney(Part part) {
        return switch (part) {
            case REVENUE, COST, SENT, CONVERTED -> true;
            case ROWS, DELIVERED, HIT -> false;
        };
    }

    private Field<?> sum(int arm, Part part) {
        Condition here = here(arm);
        return switch (part) {
            case ROWS -> SourceQueries.countWhere(source, here);
            case DELIVERED, HIT, CONVERTED, SENT ->
                    SourceQueries.countWhere(
                            source, here.and(rows.yes(Objects.requireNonNull(ROLES.get(part)))));
            case REVENUE, COST ->
                    DSL.coalesce(
                            DSL.sum(rows.money(Objects.requireNonNull(ROLES.get(part))))
                                    .filterWhere(here),
                            DSL.inline(BigDecimal.ZERO));
        };
    }

    private Condition here(int arm) {
        return mapping.column(OutcomeRole.ARM).isPresent()
                ? rows.told(OutcomeRole.ARM).eq(DSL.val(arms.get(arm), SQLDataType.VARCHAR))
                : DSL.trueCondition();
    }

    private Field<?> people(int arm, boolean inIt) {
        List<Condition> any = new ArrayList<>();
        for (int i = 0; i < arms.size(); i++) {
            if ((i == arm) == inIt) {
                any.add(number(i, Part.ROWS).gt(DSL.inline(0.0)));
            }
        }
        return any.isEmpty() ? DSL.inline(0L) : SourceQueries.countWhere(source, DSL.or(any));
    }

    private static Field<Double> number(int arm, Part part) {
        return DSL.field(DSL.name(BY_PERSON, text(arm, part))).cast(SQLDataType.DOUBLE);
    }

    private static org.jooq.Name name(int arm, Part part) {
        return DSL.name(text(arm, part));
    }

    private static String text(int arm, Part part) {
        return "A" + arm + "_" + part.name();
    }
}
