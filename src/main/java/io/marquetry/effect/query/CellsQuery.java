package io.marquetry.effect.query;

import io.marquetry.effect.OutcomeLayout;
import io.marquetry.effect.OutcomeMapping;
import io.marquetry.effect.OutcomeRole;
import io.marquetry.effect.sums.Cells;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.ask.SourceQueries;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.ResultQuery;
import org.jooq.impl.DSL;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Counts cells that are empty or below 0, in one pass over the rows as they lie. */
final class CellsQuery {

    private static final String ROWS = "N_ROWS";
    private static final String EMPTY = "E_";
    private static final String NEGATIVE = "B_";
    private static final String OF_NO_PACKAGE = "NO_PACKAGE";

    /** Where a row is an event most cells are empty as a matter of course. */
    private static final List<OutcomeRole> LOOKED_AT =
            List.of(
                    OutcomeRole.PACKAGE,
                    OutcomeRole.TARGETED,
                    OutcomeRole.SENT,
                    OutcomeRole.DELIVERED,
                    OutcomeRole.HIT,
                    OutcomeRole.CONVERTED,
                    OutcomeRole.REVENUE,
                    OutcomeRole.COST);

    private final ProfileSource source;
    private final OutcomeMapping mapping;
    private final ColumnsQuery columns;
    private final boolean wholeRows;

    CellsQuery(ProfileSource source, OutcomeMapping mapping, SourceQueries queries) {
        this.source = source;
        this.mapping = mapping;
        this.columns = new ColumnsQuery(source, mapping, queries);
        this.wholeRows =
                switch (mapping.layout()) {
                    case OutcomeLayout.PerProfile _, OutcomeLayout.Totals _ -> true;
                    case OutcomeLayout.Events _, OutcomeLayout.Contacts _ -> false;
                };
    }

    Cells fetch(
            Condition where,
            Function<Function<DSLContext, ResultQuery<Record>>, Result<Record>> ask) {
        List<Field<?>> asked = new ArrayList<>();
        asked.add(DSL.count().as(DSL.name(ROWS)));
        for (OutcomeRole role : LOOKED_AT) {
            if (wholeRows && mapping.column(role).isPresent()) {
                asked.add(DSL.count(columns.cell(role)).as(DSL.name(EMPTY + role.name())));
            }
            if (isNumber(role)) {
                Condition below = columns.amount(role).lt(DSL.inline(BigDecimal.ZERO));
                asked.add(
                        SourceQueries.countWhere(source, below)
                                .as(DSL.name(NEGATIVE + role.name())));
            }
        }
        answersOfNoPackage()
                .ifPresent(
                        answers ->
                                asked.add(
                                        SourceQueries.countWhere(source, answers)
                                                .as(DSL.name(OF_NO_PACKAGE))));
        Record row =
                ask.apply(
                                context ->
                                        context.select(asked)
                                                .from(
                                                        columns.withProfiles(
                                                                columns.rows(), columns.profile()))
                                                .where(where))
                        .getFirst();
        long rows = number(row, ROWS);
        Map<OutcomeRole, Long> empty = new EnumMap<>(OutcomeRole.class);
        Map<OutcomeRole, Long> negative = new EnumMap<>(OutcomeRole.class);
        for (OutcomeRole role : LOOKED_AT) {
            if (wholeRows && mapping.column(role).isPresent()) {
                empty.put(role, rows - number(row, EMPTY + role.name()));
            }
            if (isNumber(role)) {
                negative.put(role, number(row, NEGATIVE + role.name()));
            }
        }
        if (answersOfNoPackage().isPresent()) {
            empty.put(OutcomeRole.PACKAGE, number(row, OF_NO_PACKAGE));
        }
        return new Cells(rows, empty, negative);
    }

    /** Events that tell what people did, but of no package. */
    private Optional<Condition> answersOfNoPackage() {
        if (!(mapping.layout() instanceof OutcomeLayout.Events layout)
                || mapping.column(OutcomeRole.PACKAGE).isEmpty()) {
            return Optional.empty();
        }
        List<Condition> answers = new ArrayList<>();
        for (OutcomeRole role : List.of(OutcomeRole.HIT, OutcomeRole.CONVERTED)) {
            if (layout.kinds().containsKey(role)) {
                answers.add(columns.text(OutcomeRole.EVENT).eq(DSL.val(layout.kinds().get(role))));
            }
        }
        if (mapping.column(OutcomeRole.REVENUE).isPresent()) {
            answers.add(columns.cell(OutcomeRole.REVENUE).isNotNull());
        }
        return answers.isEmpty()
                ? Optional.empty()
                : Optional.of(columns.cell(OutcomeRole.PACKAGE).isNull().and(DSL.or(answers)));
    }

    private boolean isNumber(OutcomeRole role) {
        return role.isCount() && mapping.column(role).isPresent() && columns.isNumber(role);
    }

    private static long number(Record row, String name) {
        Long value = row.get(name, Long.class);
        return value == null ? 0 : value;
    }
}
