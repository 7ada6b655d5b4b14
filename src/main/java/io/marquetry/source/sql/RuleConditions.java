package io.marquetry.source.sql;

import io.marquetry.source.Attribute;
import io.marquetry.source.EventStream;
import io.marquetry.source.ProfileModel;
import io.marquetry.source.check.RuleCheck;
import io.marquetry.tag.Comparison;
import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagRule;

import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Turns tag rules into conditions over the profile table. Each condition is true or false for each
 * profile, never NULL, so that NOT is the set complement. Where only those are looked for that
 * satisfy a rule, NULL serves as well as false, and is found sooner.
 *
 * <p>Rules have to have passed {@link RuleCheck}: what does not fit the model is a bug here. Names
 * come from the model only and are quoted; values are bound.
 */
public final class RuleConditions {

    private final ProfileModel model;
    private final TagCatalog tags;
    private final Operands operands;
    private final EventRules events;
    private final Set<String> columns = new LinkedHashSet<>();

    public RuleConditions(ProfileModel model, TagCatalog tags, Operands operands) {
        this(model, tags, operands, new EventConditions(model, operands));
    }

    public RuleConditions(
            ProfileModel model, TagCatalog tags, Operands operands, EventRules events) {
        this.model = model;
        this.tags = tags;
        this.operands = operands;
        this.events = events;
    }

    /** Returns the condition that a profile satisfies the rule, never NULL. */
    public Condition of(TagRule rule) {
        return of(rule, this::attribute, true);
    }

    /**
     * Returns the same condition in fewer words: false or NULL for who does not satisfy the rule.
     */
    public Condition where(TagRule rule) {
        return of(rule, this::attribute, false);
    }

    /** Returns the columns of the profile table that the conditions made so far are about. */
    public Set<String> columns() {
        return Collections.unmodifiableSet(columns);
    }

    private Operand attribute(String name) {
        model.attribute(name).map(Attribute::column).ifPresent(columns::add);
        return operand(model.table(), model.attribute(name), name);
    }

    /** Returns the condition; NULL where {@code never} does not rule that out. */
    private Condition of(TagRule rule, Function<String, Operand> columns, boolean never) {
        return switch (rule) {
            case TagRule.Compare r -> {
                Operand column = columns.apply(r.field());
                Condition compared = column.compare(r.comparison(), r.value());
                yield never || r.comparison() == Comparison.NOT_EQUAL
                        ? known(column.field(), compared)
                        : where(column.field(), compared);
            }
            case TagRule.Between r -> {
                Operand column = columns.apply(r.field());
                Condition low = column.compare(Comparison.AT_LEAST, r.low());
                Condition high = column.compare(Comparison.AT_MOST, r.high());
                yield never ? known(column.field(), low, high) : where(column.field(), low, high);
            }
            case TagRule.InLast r -> of(r.on(operands.today()), columns, never);
            case TagRule.InList r -> {
                Operand column = columns.apply(r.field());
                Condition listed = column.in(r.values());
                yield never ? known(column.field(), listed) : where(column.field(), listed);
            }
            case TagRule.Match r -> {
                Operand column = columns.apply(r.field());
                Condition matched = matches(column, r);
                yield never ? known(column.field(), matched) : where(column.field(), matched);
            }
            case TagRule.Missing r -> columns.apply(r.field()).field().isNull();
            case TagRule.HasTag r -> never ? of(tags.rule(r.tag())) : where(tags.rule(r.tag()));
            case TagRule.Events r ->
                    never
                            ? events.condition(r, this::filterWhere)
                            : events.where(r, this::filterWhere);
            case TagRule.All r ->
                    DSL.and(r.rules().stream().map(x -> of(x, columns, never)).toList());
            case TagRule.Any r ->
                    DSL.or(r.rules().stream().map(x -> of(x, columns, never)).toList());
            case TagRule.Not r -> DSL.not(of(r.rule(), columns, true));
        };
    }

    /** Returns the condition, never NULL, that a single event satisfies a rule. */
    public Condition filter(TagRule rule, EventStream stream) {
        return of(rule, name -> operand(stream.table(), stream.field(name), name), true);
    }

    private Condition filterWhere(TagRule rule, EventStream stream) {
        return of(rule, name -> operand(stream.table(), stream.field(name), name), false);
    }

    private Operand operand(String table, Optional<Attribute> attribute, String name) {
        Attribute found =
                attribute.orElseThrow(() -> new IllegalArgumentException("no column " + name));
        return operands.of(table, found);
    }

    private static Condition matches(Operand column, TagRule.Match rule) {
        if (!(column instanceof Operand.OfText text)) {
            throw new IllegalArgumentException("no text: " + rule.field());
        }
        return text.has(rule.part(), rule.text());
    }

    private static Condition known(Field<?> field, Condition... conditions) {
        List<Condition> all = new ArrayList<>();
        all.add(field.isNotNull());
        all.addAll(List.of(conditions));
        return DSL.and(all);
    }

    /** Conditions on a field are NULL where the field is, but for one that any value satisfies. */
    private static Condition where(Field<?> field, Condition... conditions) {
        return List.of(conditions).contains(DSL.trueCondition())
                ? known(field, conditions)
                : DSL.and(conditions);
    }
}
