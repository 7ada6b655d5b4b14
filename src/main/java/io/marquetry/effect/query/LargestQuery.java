package io.marquetry.effect.query;

import io.marquetry.effect.OutcomeMapping;
import io.marquetry.effect.OutcomeRole;
import io.marquetry.effect.sums.LargeAmount;

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
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** Finds the largest amounts of an arm, and whose they are. */
final class LargestQuery {

    private static final String WHOSE = "WHOSE";
    private static final String AMOUNT = "AMOUNT";

    private final RowsQuery rows;
    private final OutcomeMapping mapping;

    LargestQuery(RowsQuery rows, OutcomeMapping mapping) {
        this.rows = rows;
        this.mapping = mapping;
    }

    /**
     * Returns them, the largest first, their signs left out.
     *
     * @param role of which amounts
     * @param arm the arm; of everybody where outcomes tell none
     * @param most how many at most
     */
    List<LargeAmount> fetch(
            OutcomeRole role,
            String arm,
            int most,
            Table<?> from,
            Condition where,
            Function<Function<DSLContext, ResultQuery<Record>>, Result<Record>> ask) {
        Field<BigDecimal> amount = rows.money(role);
        Condition here =
                mapping.column(OutcomeRole.ARM).isPresent()
                        ? rows.told(OutcomeRole.ARM).eq(DSL.val(arm, SQLDataType.VARCHAR))
                        : DSL.trueCondition();
        List<Field<?>> asked =
                List.of(rows.whoseText().as(DSL.name(WHOSE)), amount.as(DSL.name(AMOUNT)));
        return ask
                .apply(
                        context ->
                                context.select(asked)
                                        .from(from)
                                        .where(where.and(here).and(amount.isNotNull()))
                                        .orderBy(DSL.abs(amount).desc(), rows.whoseText())
                                        .limit(most))
                .stream()
                .map(
                        row ->
                                new LargeAmount(
                                        Objects.requireNonNullElse(
                                                row.get(WHOSE, String.class), ""),
                                        Objects.requireNonNullElse(
                                                row.get(AMOUNT, BigDecimal.class),
                                                BigDecimal.ZERO)))
                .toList();
    }
}
