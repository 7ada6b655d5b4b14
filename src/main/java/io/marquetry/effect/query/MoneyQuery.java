package io.marquetry.effect.query;

import io.marquetry.effect.OutcomeMapping;
import io.marquetry.effect.OutcomeRole;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.ask.SourceQueries;

import org.jooq.AggregateFunction;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The sums of money over the rows of which it is known, and of what was measured before. */
final class MoneyQuery {

    /** Of how many it is known, where that is not all. */
    static final String HEADS = "M_HEADS";

    /** How many of them something was sent to, where that is not all who were sent to. */
    static final String SENT = "M_SENT";

    /** How many of them converted, where that is not all who did. */
    static final String CONVERTED = "M_CONVERTED";

    private final ProfileSource source;
    private final RowsQuery rows;
    private final OutcomeMapping mapping;
    private final boolean totals;
    private final boolean sent;
    private final boolean converted;
    private final Field<BigDecimal> revenue;
    private final Field<BigDecimal> cost;
    private final Optional<Condition> known;
    private final Map<String, Field<?>> fields = new LinkedHashMap<>();

    MoneyQuery(ProfileSource source, RowsQuery rows, OutcomeMapping mapping, boolean totals) {
        this.source = source;
        this.rows = rows;
        this.mapping = mapping;
        this.totals = totals;
        this.sent = mapping.records(OutcomeRole.SENT) && !totals;
        this.converted = mapping.records(OutcomeRole.CONVERTED) && !totals;
        this.revenue = rows.money(OutcomeRole.REVENUE);
        this.cost = rows.money(OutcomeRole.COST);
        this.known = known();
    }

    /** Returns what to select, by the name under which it is read. */
    Map<String, Field<?>> fields() {
        if (mapping.records(OutcomeRole.REVENUE)) {
            of("R", revenue);
        }
        if (mapping.records(OutcomeRole.COST)) {
            of("C", cost);
            if (converted) {
                fields.put("CK", sum(cost, rows.yes(OutcomeRole.CONVERTED)));
            }
        }
        together();
        heads();
        if (mapping.records(OutcomeRole.BEFORE) && !totals) {
            before(rows.before());
        }
        return fields;
    }

    private void before(Field<BigDecimal> x) {
        fields.put("X", DSL.sum(x));
        fields.put("XX", DSL.sum(x.mul(x)));
        if (mapping.records(OutcomeRole.HIT)) {
            fields.put("XH", DSL.sum(x).filterWhere(rows.yes(OutcomeRole.HIT)));
        }
        if (converted) {
            fields.put("XK", DSL.sum(x).filterWhere(rows.yes(OutcomeRole.CONVERTED)));
        }
        if (mapping.records(OutcomeRole.REVENUE)) {
            fields.put("XR", DSL.sum(x.mul(revenue)));
        }
        if (mapping.records(OutcomeRole.COST)) {
            fields.put("XC", DSL.sum(x.mul(cost)));
        }
        if (sent) {
            fields.put("XS", DSL.sum(x).filterWhere(rows.yes(OutcomeRole.SENT)));
        }
    }

    private Optional<Condition> known() {
        List<Condition> all = new ArrayList<>();
        if (mapping.isUnsure(OutcomeRole.REVENUE)) {
            all.add(revenue.isNotNull());
        }
        if (mapping.isUnsure(OutcomeRole.COST)) {
            all.add(cost.isNotNull());
        }
        return all.isEmpty() ? Optional.empty() : Optional.of(DSL.and(all));
    }

    private void of(String name, Field<BigDecimal> amount) {
        fields.put(name, sum(amount));
        if (!totals) {
            fields.put(name + name, sum(amount.mul(amount)));
            fields.put("N" + name, number(amount.ne(DSL.inline(BigDecimal.ZERO))));
            AggregateFunction<BigDecimal> largest = DSL.max(DSL.abs(amount));
            fields.put("M" + name, known.isPresent() ? largest.filterWhere(known.get()) : largest);
        }
        if (sent) {
            fields.put(name + "S", sum(amount, rows.yes(OutcomeRole.SENT)));
        }
    }

    private void together() {
        if (fields.containsKey("RR") && fields.containsKey("CC")) {
            fields.put("RC", sum(revenue.mul(cost)));
        }
        if (sent && converted) {
            fields.put("SK", number(rows.yes(OutcomeRole.SENT), rows.yes(OutcomeRole.CONVERTED)));
        }
    }

    private void heads() {
        if (known.isPresent()) {
            fields.put(HEADS, totals ? sum(rows.amount(OutcomeRole.TARGETED)) : number());
            if (sent) {
                fields.put(SENT, number(rows.yes(OutcomeRole.SENT)));
            }
            if (converted) {
                fields.put(CONVERTED, number(rows.yes(OutcomeRole.CONVERTED)));
            }
        }
    }

    private Field<?> sum(Field<? extends Number> amount, Condition... only) {
        List<Condition> all = all(only);
        return all.isEmpty() ? DSL.sum(amount) : DSL.sum(amount).filterWhere(DSL.and(all));
    }

    private Field<Long> number(Condition... only) {
        return SourceQueries.countWhere(source, DSL.and(all(only)));
    }

    private List<Condition> all(Condition... only) {
        List<Condition> all = new ArrayList<>(List.of(only));
        known.ifPresent(all::add);
        return all;
    }
}
