package io.marquetry.effect.figures;

import io.marquetry.audience.SourceName;
import io.marquetry.base.CancelSignal;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.query.SourceQueries;

import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
            Condition profiles = profile.between(page.getFirst(), page.getLast());
            add(sums, pass.apply(where.and(profiles), keys(page, dimensions, signal)));
            page = page.size() < PAGE ? List.of() : page(profile.gt(page.getLast()), signal);
        }
        Map<Dimension, KeyQuery> nobody = new HashMap<>();
        dimensions.forEach(d -> nobody.put(d, KeyQuery.found(profile, List.of(), List.of())));
        add(sums, pass.apply(where.and(profile.isNull()), nobody));
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

    private Map<Dimension, KeyQuery> keys(
            List<String> page, List<Dimension.Carries> dimensions, CancelSignal signal) {
        Map<Dimension, KeyQuery> keys = new HashMap<>();
        people.forEach(
                (source, query) -> {
                    PeopleQuery.Found found = query.among(page, signal);
                    strangers.merge(source, (long) page.size() - found.known().size(), Long::sum);
                    for (Dimension.Carries by : dimensions) {
                        if (by.people().equals(Optional.of(source))) {
                            keys.put(
                                    by,
                                    KeyQuery.found(
                                            profile,
                                            found.carriers().getOrDefault(by.tag(), List.of()),
                                            found.known()));
                        }
                    }
                });
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
