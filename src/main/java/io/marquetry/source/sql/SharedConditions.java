package io.marquetry.source.sql;

import io.marquetry.audience.AudienceExpression;
import io.marquetry.audience.AudienceExpression.Group;
import io.marquetry.audience.Expressions;

import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Name;
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

    private static final Name FOUND = DSL.name("found once");

    private final ExpressionConditions conditions;
    private final Optional<Table<?>> found;

    /**
     * Finds what the audiences share.
     *
     * @param rules of the tags in the audiences
     */
    public SharedConditions(
            List<AudienceExpression> audiences, ExpressionConditions rules, Operands operands) {
        Map<AudienceExpression, Integer> uses = new LinkedHashMap<>();
        audiences.forEach(
                audience -> Expressions.stated(audience).ifPresent(one -> use(one, uses)));
        List<Field<?>> columns = new ArrayList<>();
        Map<AudienceExpression, Condition> shared = new LinkedHashMap<>();
        uses.forEach(
                (part, times) -> {
                    if (times > 1) {
                        Name name = DSL.name("C" + columns.size());
                        columns.add(DSL.field(rules.of(part)).as(name));
                        shared.put(
                                part,
                                DSL.condition(
                                        DSL.field(
                                                DSL.name(FOUND.last(), name.last()),
                                                SQLDataType.BOOLEAN)));
                    }
                });
        found =
                columns.isEmpty()
                        ? Optional.empty()
                        : operands.foundOnce(DSL.select(columns), FOUND);
        conditions = found.isPresent() ? rules.knowing(shared) : rules;
    }

    /** Returns whether the engine finds once what the audiences share, if they share anything. */
    public boolean isFoundOnce() {
        return found.isPresent();
    }

    /** Returns the condition that a profile is in an audience; NULL serves as false. */
    public Condition where(AudienceExpression audience) {
        return conditions.where(audience);
    }

    /** Returns the profiles with what was found of each. */
    public Table<?> with(Table<?> profiles) {
        return found.<Table<?>>map(profiles::crossJoin).orElse(profiles);
    }

    /** Counts how often a part is said; what it is made of counts once, however often it is. */
    private static void use(AudienceExpression part, Map<AudienceExpression, Integer> uses) {
        if (uses.merge(part, 1, Integer::sum) == 1 && part instanceof Group group) {
            group.members().forEach(member -> use(member, uses));
        }
    }
}
