package io.marquetry.effect.query;

import io.marquetry.audience.SourceName;
import io.marquetry.base.CancelSignal;
import io.marquetry.base.Problem;
import io.marquetry.effect.Design;
import io.marquetry.effect.OutcomeLayout;
import io.marquetry.effect.OutcomeMapping;
import io.marquetry.effect.OutcomeRole;
import io.marquetry.effect.OutcomeSet;
import io.marquetry.effect.sums.Dimension;
import io.marquetry.effect.sums.Grouping;
import io.marquetry.effect.sums.LargeAmount;
import io.marquetry.effect.sums.Oddities;
import io.marquetry.effect.sums.RollUp;
import io.marquetry.effect.sums.Scope;
import io.marquetry.effect.sums.SumRow;
import io.marquetry.source.Attribute;
import io.marquetry.source.AttributeType;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.ask.SourceQueries;
import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagKey;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.ResultQuery;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** Adds outcomes up where they lie: one pass of the database for each finest division. */
public final class SumsQuery {

    private final ProfileSource source;
    private final OutcomeMapping mapping;
    private final SourceQueries queries;
    private final TagCatalog tags;
    private final Function<SourceName, ProfileSource> sources;
    private final RowsQuery rows;
    private final ColumnsQuery columns;
    private final OdditiesQuery oddities;
    private final KnownOddities known;
    private final AggregatesQuery aggregates;
    private Optional<ShuffleQuery> shuffle = Optional.empty();

    public SumsQuery(
            ProfileSource source,
            OutcomeSet set,
            SourceQueries queries,
            TagCatalog tags,
            Function<SourceName, ProfileSource> sources,
            KnownOddities known) {
        this.known = known;
        this.sources = sources;
        this.source = source;
        this.mapping = set.mapping();
        boolean heldOut = set.design() instanceof Design.Randomised;
        this.queries = queries;
        this.tags = tags;
        this.rows = new RowsQuery(source, mapping, queries);
        this.columns = new ColumnsQuery(source, mapping, queries);
        this.oddities = new OdditiesQuery(source, mapping, queries, rows);
        this.aggregates =
                new AggregatesQuery(
                        source,
                        rows,
                        mapping,
                        mapping.layout() instanceof OutcomeLayout.Totals,
                        heldOut);
    }

    /** Puts people into arms by lot from now on. */
    public SumsQuery shuffled(ShuffleQuery lots) {
        shuffle = Optional.of(lots);
        return this;
    }

    /**
     * Returns the sums of each grouping, divided by arm as well.
     *
     * @throws io.marquetry.base.ProblemException if something cannot be divided by, or gives too
     *     many groups
     */
    public Sums fetch(List<Grouping> groupings, Scope scope, CancelSignal signal) {
        Set<Dimension> dimensions = new LinkedHashSet<>();
        groupings.forEach(g -> dimensions.addAll(RollUp.keys(g)));
        Set<String> attributes = new LinkedHashSet<>();
        for (Dimension dimension : dimensions) {
            if (dimension instanceof Dimension.Attribute attribute) {
                attributes.add(attribute.name());
            }
        }
        Table<?> from = rows.from(attributes);
        Oddities odd =
                known.of(
                        source,
                        mapping,
                        scope,
                        () ->
                                oddities.fetch(
                                        where(scope, columns::told, columns.day()),
                                        from,
                                        where(scope),
                                        asked -> ask(asked, signal)));
        Condition where = where(scope).and(oddities.sound(odd));
        Map<Dimension, KeyQuery> keys = keys(dimensions, from, signal);
        List<Set<Dimension>> finest = RollUp.finest(groupings);
        List<Dimension.Carries> elsewhere = elsewhere(dimensions);
        List<Set<Dimension>> joined =
                finest.stream()
                        .filter(division -> elsewhere.stream().anyMatch(division::contains))
                        .toList();
        Map<List<Dimension>, List<SumRow>> sums =
                pass(
                        finest.stream().filter(division -> !joined.contains(division)).toList(),
                        keys,
                        from,
                        where,
                        signal);
        Map<SourceName, Long> strangers = Map.of();
        if (!joined.isEmpty()) {
            JoinedQuery passes =
                    new JoinedQuery(
                            source,
                            queries,
                            from,
                            where,
                            rows.profileKey(),
                            people(elsewhere, signal));
            sums.putAll(
                    passes.fetch(
                            elsewhere,
                            (profiles, found) -> {
                                Map<Dimension, KeyQuery> all = new LinkedHashMap<>(keys);
                                all.putAll(found);
                                return pass(joined, all, from, profiles, signal);
                            },
                            signal));
            strangers = passes.strangers();
        }
        List<List<SumRow>> all =
                groupings.stream().map(grouping -> RollUp.of(grouping, sums)).toList();
        boolean arms = mapping.column(OutcomeRole.ARM).isPresent();
        List<List<SumRow>> told = all.stream().map(found -> arms ? inArms(found) : found).toList();
        return new Sums(
                new CrowdsQuery(source, rows, mapping)
                        .behind(
                                groupings,
                                told,
                                keys,
                                from,
                                where,
                                question -> ask(question, signal)),
                strangers,
                odd,
                arms
                        ? all.getFirst().stream()
                                .filter(SumsQuery::isInNoArm)
                                .mapToLong(row -> row.sums().counts().targeted())
                                .sum()
                        : 0);
    }

    /**
     * Returns the largest amounts of an arm, their signs left out.
     *
     * @param most how many at most
     */
    public List<LargeAmount> largest(
            OutcomeRole role, String arm, int most, Sums found, Scope scope, CancelSignal signal) {
        return new LargestQuery(rows, mapping)
                .fetch(
                        role,
                        arm,
                        most,
                        rows.from(Set.of()),
                        where(scope).and(oddities.sound(found.odd())),
                        question -> ask(question, signal));
    }

    /** Rows that do not tell their arm are in none. */
    private static List<SumRow> inArms(List<SumRow> rows) {
        return rows.stream().filter(row -> !isInNoArm(row)).toList();
    }

    private static boolean isInNoArm(SumRow row) {
        return row.arm().isBlank();
    }

    /**
     * The sums of each grouping.
     *
     * @param strangers how many profiles each source of people does not know
     * @param withoutArm how many were targeted by rows that do not tell their arm
     */
    public record Sums(
            List<List<SumRow>> rows,
            Map<SourceName, Long> strangers,
            Oddities odd,
            long withoutArm) {}

    private Map<List<Dimension>, List<SumRow>> pass(
            List<Set<Dimension>> finest,
            Map<Dimension, KeyQuery> keys,
            Table<?> from,
            Condition where,
            CancelSignal signal) {
        Map<List<Dimension>, List<SumRow>> sums = new LinkedHashMap<>();
        if (!finest.isEmpty()) {
            for (List<Set<Dimension>> asked : passes(finest)) {
                sums.putAll(
                        new PassQuery(asked, keys, arm(), aggregates)
                                .fetch(from, where, this::ask, signal));
            }
        }
        return sums;
    }

    private static List<Dimension.Carries> elsewhere(Set<Dimension> dimensions) {
        List<Dimension.Carries> elsewhere = new ArrayList<>();
        for (Dimension dimension : dimensions) {
            if (dimension instanceof Dimension.Carries by && by.people().isPresent()) {
                elsewhere.add(by);
            }
        }
        return elsewhere;
    }

    private Map<SourceName, PeopleQuery> people(
            List<Dimension.Carries> dimensions, CancelSignal signal) {
        Map<SourceName, List<TagKey>> asked = new TreeMap<>();
        for (Dimension.Carries by : dimensions) {
            asked.computeIfAbsent(by.people().orElseThrow(), _ -> new ArrayList<>()).add(by.tag());
        }
        Map<SourceName, PeopleQuery> people = new TreeMap<>();
        asked.forEach(
                (name, carried) ->
                        people.put(
                                name,
                                new PeopleQuery(
                                        sources.apply(name), carried, queries, tags, signal)));
        return people;
    }

    /** Divides at once where that costs less, else in one way at a time. */
    private List<List<Set<Dimension>>> passes(List<Set<Dimension>> finest) {
        return SourceQueries.dialect(source).dividesAtOnce()
                ? List.of(finest)
                : finest.stream().map(List::of).toList();
    }

    private Result<Record> ask(
            Function<DSLContext, ResultQuery<Record>> question, CancelSignal signal) {
        return queries.ask(source, question, signal);
    }

    private Optional<Field<String>> arm() {
        Optional<Field<String>> told =
                mapping.column(OutcomeRole.ARM).map(use -> rows.told(OutcomeRole.ARM));
        return told.map(
                arm ->
                        shuffle.map(
                                        lots ->
                                                lots.arm(
                                                        SourceQueries.dialect(source),
                                                        rows.whoseText(),
                                                        arm))
                                .orElse(arm));
    }

    private Condition where(Scope scope) {
        return where(scope, rows::told, rows.day());
    }

    private Condition where(
            Scope scope,
            Function<OutcomeRole, Field<String>> told,
            Optional<Field<LocalDate>> timed) {
        List<Condition> all = new ArrayList<>();
        if (!scope.packages().isEmpty() && mapping.column(OutcomeRole.PACKAGE).isPresent()) {
            all.add(told.apply(OutcomeRole.PACKAGE).in(scope.packages()));
        }
        scope.version().ifPresent(v -> all.add(told.apply(OutcomeRole.VERSION).eq(v)));
        timed.ifPresent(
                day -> {
                    scope.from().ifPresent(from -> all.add(day.ge(DSL.val(from, day))));
                    scope.to().ifPresent(to -> all.add(day.le(DSL.val(to, day))));
                });
        return DSL.and(all);
    }

    private Map<Dimension, KeyQuery> keys(
            Set<Dimension> dimensions, Table<?> from, CancelSignal signal) {
        Record extents = extents(dimensions, from, signal);
        Map<Dimension, KeyQuery> keys = new LinkedHashMap<>();
        Set<Dimension> here = new LinkedHashSet<>(dimensions);
        here.removeAll(elsewhere(dimensions));
        for (Dimension dimension : here) {
            keys.put(
                    dimension,
                    switch (dimension) {
                        case Dimension.Attribute by -> {
                            Attribute attribute = rows.attribute(by.name());
                            yield KeyQuery.attribute(
                                    attribute,
                                    rows.column(attribute),
                                    extent(extents, "LOW_" + by.name()),
                                    extent(extents, "HIGH_" + by.name()));
                        }
                        case Dimension.Carries by ->
                                KeyQuery.carried(queries.carries(source, by.tag(), tags, signal));
                        case Dimension.Told by -> told(by.role());
                        case Dimension.Time _ ->
                                KeyQuery.day(
                                        rows.day()
                                                .orElseThrow(
                                                        () ->
                                                                Problem.of(
                                                                                "problem.effect.noTime",
                                                                                source.title())
                                                                        .asException()));
                        case Dimension.PackageTag _, Dimension.PackageAsset _ ->
                                KeyQuery.each(rows.told(OutcomeRole.PACKAGE));
                    });
        }
        return keys;
    }

    private KeyQuery told(OutcomeRole role) {
        if (mapping.column(role).isEmpty() && role != OutcomeRole.PACKAGE) {
            throw Problem.of("problem.outcomes.unmapped", role.name().toLowerCase(Locale.ROOT))
                    .asException();
        }
        return KeyQuery.each(rows.told(role));
    }

    private Record extents(Set<Dimension> dimensions, Table<?> from, CancelSignal signal) {
        List<Field<?>> asked = new ArrayList<>();
        asked.add(DSL.count());
        for (Dimension dimension : dimensions) {
            if (dimension instanceof Dimension.Attribute by) {
                Attribute attribute = rows.attribute(by.name());
                if (attribute.type() != AttributeType.TEXT
                        && attribute.type() != AttributeType.BOOLEAN) {
                    Field<?> column = rows.column(attribute);
                    asked.add(DSL.min(column).as(DSL.name("LOW_" + by.name())));
                    asked.add(DSL.max(column).as(DSL.name("HIGH_" + by.name())));
                }
            }
        }
        return queries.ask(source, ask -> ask.select(asked).from(from), signal).getFirst();
    }

    private static @Nullable Object extent(Record extents, String name) {
        Field<?> field = extents.field(DSL.name(name));
        return field == null ? null : extents.get(field);
    }
}
