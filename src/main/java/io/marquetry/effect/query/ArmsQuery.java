package io.marquetry.effect.query;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.name;

import io.marquetry.base.CancelSignal;
import io.marquetry.effect.OutcomeMapping;
import io.marquetry.effect.OutcomeRole;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.ask.SourceQueries;

import org.jooq.Field;

import java.util.List;

/** Finds the arms that outcomes tell of. */
public final class ArmsQuery {

    /** How many are looked for; nobody compares more. */
    private static final int MAX_ARMS = 100;

    private final SourceQueries queries;

    public ArmsQuery(SourceQueries queries) {
        this.queries = queries;
    }

    /**
     * Returns the arms as the review writes them, the most frequent first; none where no column
     * tells them.
     *
     * @param table the table with the outcomes
     * @throws CancelSignal.Cancelled if asked to stop
     */
    public List<String> fetch(ProfileSource table, OutcomeMapping mapping, CancelSignal signal) {
        if (mapping.column(OutcomeRole.ARM).isEmpty()) {
            return List.of();
        }
        ColumnsQuery columns = new ColumnsQuery(table, mapping, queries);
        Field<String> arm = columns.told(OutcomeRole.ARM);
        return queries
                .ask(
                        table,
                        sql ->
                                sql.select(arm.as(name("ARM")))
                                        .from(columns.told())
                                        .where(arm.isNotNull().and(arm.ne("")))
                                        .groupBy(arm)
                                        .orderBy(count().desc(), arm)
                                        .limit(MAX_ARMS),
                        signal)
                .stream()
                .map(row -> row.get(0, String.class))
                .toList();
    }
}
