package io.marquetry.effect.query;

import io.marquetry.audience.SourceName;
import io.marquetry.base.CancelSignal;
import io.marquetry.effect.sums.Dimension;
import io.marquetry.effect.sums.GroupValue;
import io.marquetry.effect.sums.Grouping;
import io.marquetry.effect.sums.RollUp;
import io.marquetry.effect.sums.SumRow;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.ask.SourceQueries;

import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;

/**
 * Divides outcomes by tags of people that lie in another source. So many profiles at a time are
 * looked up there by their keys, and their outcomes added up; the sums of all are added. Exact, and
 * no more than one such page is in memory.
 */
final class JoinedQuery {

    private static final int PAGE = 50_000;

    private final ProfileSource outcomes;
    private final SourceQueries queries;
    private final Table<?> from;
    private final Condition where;
    private final Field<String> profile;
    private final Map<SourceName, PeopleQuery> people;
    private final Map<SourceName, Long> strangers = new TreeMap<>();

    /**
     * Makes the query.
     *
     * @param profile the column of the outcomes with the profile's key
     * @param people by the name of their source
     */
    JoinedQuery(
            ProfileSource outcomes,
            SourceQueries queries,
            Table<?> from,
            Condition where,
            Field<String> profile,
            Map<SourceName, PeopleQuery> people) {
        this.outcomes = outcomes;
        this.queries = queries;
        this.from = from;
        this.where = where;
        this.profile = profile;
        this.people = people;
    }

    /**
     * Returns the sums of all outcomes.
     *
     * @param pass returns the sums of the outcomes of some profiles, divided so
     */
    Map<List<Dimension>, List<SumRow>> fetch(
            List<Dimension.Carries> dimensions,
            BiFunction<Condition, Map<Dimension, KeyQuery>, Map<List<Dimension>, List<SumRow>>>
                    pass,
            CancelSignal signal) {
        Map<List<Dimension>, List<SumRow>> sums = new LinkedHashMap<>();
        List<String> page = page(DSL.noCondition(), signal);
        while (!page.isEmpty()) {
            alike(page, dimensions, signal)
                    .forEach(
                            (values, profiles) ->
                                    add(
                                            sums,
                                            pass.apply(
                                                    where.and(
                                                            PeopleQuery.isOneOf(profile, profiles)),
                                                    keys(dimensions, values))));
            page = page.size() < PAGE ? List.of() : page(profile.gt(page.getLast()), signal);
        }
        List<GroupValue> unknown =
                dimensions.stream().<GroupValue>map(d -> new GroupValue.Missing()).toList();
        add(sums, pass.apply(where.and(profile.isNull()), keys(dimensions, unknown)));
        return sums;
    }

    /** Returns how many profiles each source of people does not know. */
    Map<SourceName, Long> strangers() {
        return strangers;
    }

    private List<String> page(Condition behind, CancelSignal signal) {
        return queries.ask(
                        outcomes,
                        ask ->
                                ask.selectDistinct(profile)
                                        .from(from)
                                        .where(where.and(profile.isNotNull()).and(behind))
                                        .orderBy(profile)
                                        .limit(PAGE),
                        signal)
                .map(row -> row.value1());
    }

    /**
     * Returns the profiles of a page by what is known of them, one value per dimension. They are
     * asked for apart: engines find who is in a list quickly, but tell slowly of each who is.
     */
    private Map<List<GroupValue>, List<String>> alike(
            List<String> page, List<Dimension.Carries> dimensions, CancelSignal signal) {
        Map<SourceName, PeopleQuery.Found> found = new TreeMap<>();
        people.forEach(
                (source, query) -> {
                    PeopleQuery.Found known = query.among(page, signal);
                    found.put(source, known);
                    strangers.merge(source, (long) page.size() - known.known().size(), Long::sum);
                });
        Map<List<GroupValue>, List<String>> alike = new LinkedHashMap<>();
        for (String one : page) {
            List<GroupValue> values =
                    dimensions.stream()
                            .map(by -> value(one, by, found.get(by.people().orElseThrow())))
                            .toList();
            alike.computeIfAbsent(values, _ -> new ArrayList<>()).add(one);
        }
        return alike;
    }

    private static GroupValue value(
            String profile, Dimension.Carries by, PeopleQuery.@Nullable Found found) {
        if (found == null || !found.known().contains(profile)) {
            return new GroupValue.Missing();
        }
        return new GroupValue.Carried(
                found.carriers().getOrDefault(by.tag(), Set.of()).contains(profile));
    }

    private static Map<Dimension, KeyQuery> keys(
            List<Dimension.Carries> dimensions, List<GroupValue> values) {
        Map<Dimension, KeyQuery> keys = new HashMap<>();
        for (int i = 0; i < values.size(); i++) {
            keys.put(dimensions.get(i), KeyQuery.always(values.get(i)));
        }
        return keys;
    }

    private static void add(
            Map<List<Dimension>, List<SumRow>> sums, Map<List<Dimension>, List<SumRow>> more) {
        more.forEach(
                (division, rows) -> {
                    List<SumRow> all = new ArrayList<>(sums.getOrDefault(division, List.of()));
                    all.addAll(rows);
                    sums.put(division, RollUp.of(new Grouping(division), Map.of(division, all)));
                });
    }
}
