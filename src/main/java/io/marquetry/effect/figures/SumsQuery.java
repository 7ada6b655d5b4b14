package io.marquetry.effect.figures;

import io.marquetry.base.CancelSignal;
import io.marquetry.base.Problem;
import io.marquetry.effect.OutcomeLayout;
import io.marquetry.effect.OutcomeMapping;
import io.marquetry.effect.OutcomeRole;
import io.marquetry.source.Attribute;
import io.marquetry.source.AttributeType;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.query.SourceQueries;
import io.marquetry.tag.TagCatalog;

import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Adds outcomes up where they lie: one pass of the database for all that is divided alike. */
final class SumsQuery {

    /** More groups nobody can look at. */
    static final int MOST_GROUPS = 20_000;

    private final ProfileSource source;
    private final OutcomeMapping mapping;
    private final SourceQueries queries;
    private final TagCatalog tags;
    private final RowsQuery rows;
    private final AggregatesQuery aggregates;

    SumsQuery(
            ProfileSource source, OutcomeMapping mapping, SourceQueries queries, TagCatalog tags) {
        this.source = source;
        this.mapping = mapping;
        this.queries = queries;
        this.tags = tags;
        this.rows = new RowsQuery(source, mapping, queries);
        this.aggregates =
                new AggregatesQuery(
                        rows, mapping, mapping.layout() instanceof OutcomeLayout.Totals);
    }

    /**
     * Returns the sums of each grouping, divided by arm as well.
     *
     * @throws io.marquetry.base.ProblemException if something cannot be divided by, or gives too
     *     many groups
     */
    List<List<SumRow>> fetch(List<Grouping> groupings, Scope scope, CancelSignal signal) {
        Set<Dimension> dimensions = new LinkedHashSet<>();
        groupings.forEach(g -> dimensions.addAll(g.dimensions()));
        Set<String> attributes = new LinkedHashSet<>();
        for (Dimension dimension : dimensions) {
            if (dimension instanceof Dimension.Attribute attribute) {
                attributes.add(attribute.name());
            }
        }
        Table<?> from = rows.from(attributes);
        Condition where = where(scope);
        Map<Dimension, KeyQuery> keys = keys(dimensions, from, signal);
        List<List<SumRow>> answers = new ArrayList<>();
        for (Grouping grouping : groupings) {
            List<KeyQuery> by = grouping.dimensions().stream().map(keys::get).toList();
            answers.add(fetch(by, from, where, signal));
        }
        return answers;
    }

    private List<SumRow> fetch(
            List<KeyQuery> by, Table<?> from, Condition where, CancelSignal signal) {
        Field<String> arm = rows.told(OutcomeRole.ARM);
        List<Field<?>> keys = new ArrayList<>();
        if (mapping.column(OutcomeRole.ARM).isPresent()) {
            keys.add(arm.as("ARM_KEY"));
        }
        for (int i = 0; i < by.size(); i++) {
            keys.add(by.get(i).field().as("KEY_" + i));
        }
        List<Field<?>> all = new ArrayList<>(keys);
        all.addAll(aggregates.fields());
        List<SumRow> sums = new ArrayList<>();
        for (Record row :
                queries.ask(
                        source,
                        ask ->
                                ask.select(all)
                                        .from(from)
                                        .where(where)
                                        // By alias: bound values in a key stand there once.
                                        .groupBy(keys)
                                        .limit(MOST_GROUPS + 1),
                        signal)) {
            if (sums.size() == MOST_GROUPS) {
                throw Problem.of("problem.effect.tooManyGroups", MOST_GROUPS).asException();
            }
            sums.add(read(row, keys, by));
        }
        return sums;
    }

    private SumRow read(Record row, List<Field<?>> keys, List<KeyQuery> by) {
        int first = keys.size() - by.size();
        String arm = first == 0 ? "" : String.valueOf(row.get(0));
        List<GroupValue> values = new ArrayList<>();
        for (int i = 0; i < by.size(); i++) {
            values.add(by.get(i).read().apply(row.get(first + i)));
        }
        return new SumRow(arm, values, aggregates.read(row));
    }

    private Condition where(Scope scope) {
        List<Condition> all = new ArrayList<>();
        if (!scope.packages().isEmpty() && mapping.column(OutcomeRole.PACKAGE).isPresent()) {
            all.add(rows.told(OutcomeRole.PACKAGE).in(scope.packages()));
        }
        scope.version().ifPresent(v -> all.add(rows.told(OutcomeRole.VERSION).eq(v)));
        rows.day()
                .ifPresent(
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
        for (Dimension dimension : dimensions) {
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
            throw Problem.of(
                            "problem.outcomes.unmapped",
                            role.name().toLowerCase(java.util.Locale.ROOT))
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

    private static @org.jspecify.annotations.Nullable Object extent(Record extents, String name) {
        Field<?> field = extents.field(DSL.name(name));
        return field == null ? null : extents.get(field);
    }
}
