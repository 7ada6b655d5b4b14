package io.marquetry.source.sql;

import io.marquetry.audience.AudienceExpression;
import io.marquetry.audience.AudienceExpression.Group;
import io.marquetry.audience.Expressions;

import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The conditions of audiences that have much in common: what several of them say is found once for
 * each profile, where the engine can do that, and not once for each audience.
 */
public final class SharedConditions {

    private static final String FOUND = "found once";

    private final ExpressionConditions conditions;
    private final List<Field<?>> columns = new ArrayList<>();
    private final Optional<String> one;
    private final Optional<Table<?>> lateral;

    /**
     * Finds what the audiences share.
     *
     * @param rules of the tags in the audiences
     * @param one what the one table is called that all conditions are about, where it is one: what
     *     is found are columns of it then
     */
    public SharedConditions(
            List<AudienceExpression> audiences,
            ExpressionConditions rules,
            Operands operands,
            Optional<String> one) {
        this.one = one;
        Map<AudienceExpression, Integer> uses = new LinkedHashMap<>();
        audiences.forEach(
                audience -> Expressions.stated(audience).ifPresent(part -> use(part, uses)));
        Map<AudienceExpression, Condition> shared = new LinkedHashMap<>();
        uses.forEach(
                (part, times) -> {
                    if (times > 1) {
                        String name = FOUND + " " + columns.size();
                        columns.add(DSL.field(rules.of(part)).as(DSL.name(name)));
                        shared.put(
                                part,
                                DSL.condition(
                                        DSL.field(
                                                DSL.name(one.orElse(FOUND), name),
                                                SQLDataType.BOOLEAN)));
                    }
                });
        lateral =
                columns.isEmpty() || one.isPresent()
                        ? Optional.empty()
                        : operands.foundOnce(DSL.select(columns), DSL.name(FOUND));
        conditions = isFoundOnce() ? rules.knowing(shared) : rules;
    }

    /** Returns whether the engine finds once what the audiences share, if they share anything. */
    public boolean isFoundOnce() {
        return lateral.isPresent() || one.isPresent() && !columns.isEmpty();
    }

    /** Returns the condition that a profile is in an audience; NULL serves as false. */
    public Condition where(AudienceExpression audience) {
        return conditions.where(audience);
    }

    /** Returns the profiles with what was found of each. */
    public Table<?> with(Table<?> profiles) {
        return one.isPresent() && isFoundOnce()
                ? DSL.select(DSL.asterisk())
                        .select(columns)
                        .from(profiles)
                        .asTable(DSL.name(one.orElseThrow()))
                : lateral.<Table<?>>map(profiles::crossJoin).orElse(profiles);
    }

    /** Counts how often a part is said; what it is made of counts once, however often it is. */
    private static void use(AudienceExpression part, Map<AudienceExpression, Integer> uses) {
        if (uses.merge(part, 1, Integer::sum) == 1 && part instanceof Group group) {
            group.members().forEach(member -> use(member, uses));
        }
    }
}
