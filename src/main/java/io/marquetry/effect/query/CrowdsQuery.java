package io.marquetry.effect.query;

import io.marquetry.effect.OutcomeMapping;
import io.marquetry.effect.sums.Clusters;
import io.marquetry.effect.sums.Crowd;
import io.marquetry.effect.sums.Dimension;
import io.marquetry.effect.sums.GroupValue;
import io.marquetry.effect.sums.Grouping;
import io.marquetry.effect.sums.SumRow;
import io.marquetry.source.ProfileSource;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.ResultQuery;
import org.jooq.Table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/** Finds who is behind rows, for everybody and for what people are divided by. */
final class CrowdsQuery {

    private final ProfileSource source;
    private final RowsQuery rows;
    private final OutcomeMapping mapping;

    CrowdsQuery(ProfileSource source, RowsQuery rows, OutcomeMapping mapping) {
        this.source = source;
        this.rows = rows;
        this.mapping = mapping;
    }

    /**
     * Returns the rows with who is behind them, where somebody is in several.
     *
     * @param told the rows of each grouping, everybody first
     */
    List<List<SumRow>> behind(
            List<Grouping> groupings,
            List<List<SumRow>> told,
            Map<Dimension, KeyQuery> keys,
            Table<?> from,
            Condition where,
            Function<Function<DSLContext, ResultQuery<Record>>, Result<Record>> ask) {
        List<String> arms = told.getFirst().stream().map(SumRow::arm).sorted().toList();
        ClustersQuery query = new ClustersQuery(source, rows, mapping, arms);
        if (!rows.mayRepeat() || arms.isEmpty() || !query.fits()) {
            return told;
        }
        List<List<SumRow>> with = new ArrayList<>();
        for (int i = 0; i < told.size(); i++) {
            List<Dimension> by = groupings.get(i).dimensions();
            // Parts of packages, and what several columns divide, are added up elsewhere.
            boolean asked = by.size() < 2 && by.stream().allMatch(d -> isOfRows(d, keys));
            boolean repeated = with.isEmpty() || isRepeated(with.getFirst());
            with.add(
                    asked && repeated
                            ? behind(
                                    by,
                                    told.get(i),
                                    query.fetch(
                                            by.stream().map(d -> key(d, keys)).toList(),
                                            from,
                                            where,
                                            ask))
                            : told.get(i));
        }
        return isRepeated(with.getFirst()) ? with : told;
    }

    private static boolean isOfRows(Dimension dimension, Map<Dimension, KeyQuery> keys) {
        return (dimension instanceof Dimension.Time || keys.containsKey(dimension))
                && switch (dimension) {
                    case Dimension.Attribute _,
                            Dimension.Carries _,
                            Dimension.Told _,
                            Dimension.Time _ ->
                            true;
                    case Dimension.PackageTag _, Dimension.PackageAsset _ -> false;
                };
    }

    /** By span: somebody of two days of a week is one person of the week. */
    private KeyQuery key(Dimension dimension, Map<Dimension, KeyQuery> keys) {
        return dimension instanceof Dimension.Time time
                ? KeyQuery.span(rows.day().orElseThrow(), time.step())
                : Objects.requireNonNull(keys.get(dimension));
    }

    private static boolean isRepeated(List<SumRow> everybody) {
        long targeted = everybody.stream().mapToLong(r -> r.sums().counts().targeted()).sum();
        return everybody
                .getFirst()
                .sums()
                .crowd()
                .filter(crowd -> crowd.clusters().everybody() < targeted)
                .isPresent();
    }

    private static List<SumRow> behind(
            List<Dimension> by, List<SumRow> rows, Map<List<GroupValue>, Clusters> clusters) {
        return rows.stream()
                .map(
                        row -> {
                            Clusters found = clusters.get(spans(by, row.values()));
                            return found == null
                                    ? row
                                    : new SumRow(
                                            row.arm(),
                                            row.values(),
                                            row.sums().behind(new Crowd(found, Set.of(row.arm()))));
                        })
                .toList();
    }

    /** The rows are of days still. */
    private static List<GroupValue> spans(List<Dimension> by, List<GroupValue> values) {
        return by.size() == 1
                        && by.getFirst() instanceof Dimension.Time time
                        && values.getFirst() instanceof GroupValue.Begins begins
                ? List.of(new GroupValue.Begins(time.step().begin(begins.day())))
                : values;
    }
}
