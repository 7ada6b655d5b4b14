package io.marquetry.effect.query;

import io.marquetry.effect.OutcomeLayout;
import io.marquetry.effect.OutcomeMapping;
import io.marquetry.effect.OutcomeRole;
import io.marquetry.effect.sums.Oddities;
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

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Finds rows that cannot be counted, and keeps them out. */
final class OdditiesQuery {

    private final OutcomeMapping mapping;
    private final RowsQuery rows;
    private final ColumnsQuery columns;
    private final CellsQuery cells;
    private final TwoArmsQuery twoArms;

    OdditiesQuery(
            ProfileSource source, OutcomeMapping mapping, SourceQueries queries, RowsQuery rows) {
        this.mapping = mapping;
        this.rows = rows;
        this.columns = new ColumnsQuery(source, mapping, queries);
        this.cells = new CellsQuery(source, mapping, queries);
        this.twoArms = new TwoArmsQuery(source, mapping, queries);
    }

    /**
     * Finds them.
     *
     * @param lying which rows are looked at, as they lie
     * @param from the rows of targeted profiles
     * @param looked which of these are looked at
     */
    Oddities fetch(
            Condition lying,
            Table<?> from,
            Condition looked,
            Function<Function<DSLContext, ResultQuery<Record>>, Result<Record>> ask) {
        long neverSent =
                mapping.layout() instanceof OutcomeLayout.Events
                        ? different(
                                        columns.withProfiles(columns.rows(), columns.profile()),
                                        columns.who(),
                                        lying,
                                        ask)
                                - different(from, rows.whoseText(), looked, ask)
                        : 0;
        return new Oddities(cells.fetch(lying, ask), twoArms.fetch(ask), neverSent);
    }

    private static long different(
            Table<?> from,
            Field<?> who,
            Condition where,
            Function<Function<DSLContext, ResultQuery<Record>>, Result<Record>> ask) {
        List<Field<?>> asked = List.of(DSL.countDistinct(who).as(DSL.name("PEOPLE")));
        return ask.apply(context -> context.select(asked).from(from).where(where))
                .getFirst()
                .get("PEOPLE", Long.class);
    }

    /** Returns the condition that a row can be counted at all. */
    Condition sound(Oddities odd) {
        List<Condition> all = new ArrayList<>();
        if (mapping.layout() instanceof OutcomeLayout.Totals
                && odd.cells().empty(OutcomeRole.TARGETED) > 0) {
            all.add(rows.amount(OutcomeRole.TARGETED).isNotNull());
        }
        odd.cells()
                .negative()
                .forEach(
                        (role, count) -> {
                            if (count > 0) {
                                Field<BigDecimal> amount = rows.amount(role);
                                all.add(amount.isNull().or(amount.ge(DSL.inline(BigDecimal.ZERO))));
                            }
                        });
        if (odd.twoArms().profiles() > 0) {
            all.add(
                    twoArms.without(
                            odd.twoArms(), rows.whoseText(), rows.told(OutcomeRole.PACKAGE)));
        }
        return DSL.and(all);
    }
}
