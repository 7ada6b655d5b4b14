package io.marquetry.effect.query;

import io.marquetry.effect.OutcomeMapping;
import io.marquetry.effect.OutcomeRole;
import io.marquetry.effect.sums.BeforeSums;
import io.marquetry.effect.sums.Counts;
import io.marquetry.effect.sums.Known;
import io.marquetry.effect.sums.MoneySums;
import io.marquetry.effect.sums.OutcomeSums;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.ask.SourceQueries;

import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The sums that the database makes of each group; only those that the outcomes record. */
final class AggregatesQuery {

    private static final String TARGETED = "N_TARGETED";
    private static final String CONTRADICTORY = "N_CONTRADICTORY";
    private static final String KNOWN = "K_";
    private static final List<OutcomeRole> STEPS =
            List.of(
                    OutcomeRole.SENT,
                    OutcomeRole.DELIVERED,
                    OutcomeRole.HIT,
                    OutcomeRole.CONVERTED);

    private final ProfileSource source;
    private final RowsQuery rows;
    private final OutcomeMapping mapping;
    private final boolean totals;
    private final boolean heldOut;
    private final Map<String, Field<?>> fields = new LinkedHashMap<>();

    /**
     * Makes the query.
     *
     * @param heldOut whether somebody was held out by chance; what is measured of them, too, needs
     *     no message
     */
    AggregatesQuery(
            ProfileSource source,
            RowsQuery rows,
            OutcomeMapping mapping,
            boolean totals,
            boolean heldOut) {
        this.source = source;
        this.rows = rows;
        this.mapping = mapping;
        this.totals = totals;
        this.heldOut = heldOut;
        counts();
        new MoneyQuery(source, rows, mapping, totals).fields().forEach(this::add);
    }

    /** Returns what to select. */
    List<Field<?>> fields() {
        return Collections.unmodifiableList(new ArrayList<>(fields.values()));
    }

    /** Reads the sums of a group. */
    OutcomeSums read(Record row) {
        long targeted = count(row, TARGETED);
        return new OutcomeSums(
                new Counts(
                        targeted,
                        count(row, people(OutcomeRole.SENT)),
                        count(row, people(OutcomeRole.DELIVERED)),
                        count(row, people(OutcomeRole.HIT)),
                        count(row, people(OutcomeRole.CONVERTED)),
                        count(row, often(OutcomeRole.HIT)),
                        count(row, often(OutcomeRole.CONVERTED)),
                        count(row, CONTRADICTORY)),
                new Known(
                        count(row, known(OutcomeRole.DELIVERED)),
                        count(row, known(OutcomeRole.HIT)),
                        count(row, known(OutcomeRole.CONVERTED))),
                new MoneySums(
                        count(row, among(MoneyQuery.HEADS, TARGETED)),
                        count(row, among(MoneyQuery.SENT, people(OutcomeRole.SENT))),
                        count(row, among(MoneyQuery.CONVERTED, people(OutcomeRole.CONVERTED))),
                        count(row, "SK"),
                        sum(row, "R"),
                        sum(row, "RR"),
                        sum(row, "C"),
                        sum(row, "CC"),
                        sum(row, "RC"),
                        sum(row, "RS"),
                        sum(row, "CS"),
                        sum(row, "CK"),
                        new MoneySums.Tails(
                                count(row, "NR"),
                                count(row, "NC"),
                                sum(row, "MR"),
                                sum(row, "MC"))),
                new BeforeSums(
                        sum(row, "X"),
                        sum(row, "XX"),
                        sum(row, "XH"),
                        sum(row, "XK"),
                        sum(row, "XR"),
                        sum(row, "XC"),
                        sum(row, "XS")),
                Optional.empty());
    }

    private void counts() {
        if (totals && mapping.records(OutcomeRole.TARGETED)) {
            add(TARGETED, DSL.sum(rows.amount(OutcomeRole.TARGETED)));
        } else if (!totals) {
            add(TARGETED, DSL.count().coerce(SQLDataType.BIGINT));
        }
        for (OutcomeRole step : STEPS) {
            if (mapping.records(step)) {
                add(people(step), totals ? DSL.sum(rows.amount(step)) : number(rows.yes(step)));
            }
            if (step != OutcomeRole.SENT && mapping.isUnsure(step)) {
                add(
                        KNOWN + step.name(),
                        totals
                                ? DSL.sum(rows.amount(OutcomeRole.TARGETED))
                                        .filterWhere(rows.amount(step).isNotNull())
                                : number(rows.amount(step).isNotNull()));
            }
        }
        for (OutcomeRole step : List.of(OutcomeRole.HIT, OutcomeRole.CONVERTED)) {
            if (rows.isCounted(step)) {
                add(times(step), DSL.sum(rows.amount(step)));
            }
        }
        List<Condition> contradictions = contradictions();
        if (!contradictions.isEmpty()) {
            add(CONTRADICTORY, number(DSL.or(contradictions)));
        }
    }

    private List<Condition> contradictions() {
        List<Condition> found = new ArrayList<>();
        // Who was never reached may buy all the same; only an answer needs a message.
        if (!heldOut
                && mapping.records(OutcomeRole.HIT)
                && mapping.records(OutcomeRole.DELIVERED)) {
            found.add(
                    totals
                            ? rows.amount(OutcomeRole.HIT).gt(rows.amount(OutcomeRole.DELIVERED))
                            : DSL.and(
                                    rows.yes(OutcomeRole.HIT),
                                    DSL.not(rows.yes(OutcomeRole.DELIVERED))));
        }
        if (totals && mapping.records(OutcomeRole.TARGETED)) {
            STEPS.stream()
                    .filter(mapping::records)
                    .forEach(
                            step ->
                                    found.add(
                                            rows.amount(step)
                                                    .gt(rows.amount(OutcomeRole.TARGETED))));
        }
        return found;
    }

    private void add(String name, Field<?> field) {
        fields.put(name, field.as(name));
    }

    private Field<Long> number(Condition condition) {
        return SourceQueries.countWhere(source, condition);
    }

    private static String people(OutcomeRole role) {
        return "N_" + role.name();
    }

    private static String times(OutcomeRole role) {
        return "T_" + role.name();
    }

    /** Who can do it only once did it as often as there are such people. */
    private String often(OutcomeRole role) {
        return fields.containsKey(times(role)) ? times(role) : people(role);
    }

    /** Where no cell is unsure everything is known of all. */
    private String known(OutcomeRole role) {
        return fields.containsKey(KNOWN + role.name()) ? KNOWN + role.name() : TARGETED;
    }

    private String among(String known, String all) {
        return fields.containsKey(known) ? known : all;
    }

    private long count(Record row, String name) {
        return sum(row, name).longValue();
    }

    private BigDecimal sum(Record row, String name) {
        Field<?> field = fields.get(name);
        Object value = field == null ? null : row.get(name);
        return value == null ? BigDecimal.ZERO : new BigDecimal(value.toString());
    }
}
