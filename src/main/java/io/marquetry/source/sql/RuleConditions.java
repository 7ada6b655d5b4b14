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
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Turns tag rules into conditions over the profile table. Each condition is true or false for each
 * profile, never NULL, so that NOT is the set complement.
 *
 * <p>Rules have to have passed {@link RuleCheck}: what does not fit the model is a bug here. Names
 * come from the model only and are quoted; values are bound.
 */
public final class RuleConditions {

    private final ProfileModel model;
    private final TagCatalog tags;
    private final Operands operands;
    private final EventRules events;

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

    /** Returns the condition that a profile satisfies the rule. */
    public Condition of(TagRule rule) {
        return of(rule, name -> operand(model.table(), model.attribute(name), name));
    }

    private Condition of(TagRule rule, Function<String, Operand> columns) {
        return switch (rule) {
            case TagRule.Compare r -> {
                Operand column = columns.apply(r.field());
                yield known(column.field(), column.compare(r.comparison(), r.value()));
            }
            case TagRule.Between r -> {
                Operand column = columns.apply(r.field());
                yield known(
                        column.field(),
                        column.compare(Comparison.AT_LEAST, r.low()),
                        column.compare(Comparison.AT_MOST, r.high()));
            }
            case TagRule.InLast r -> of(r.on(operands.today()), columns);
            case TagRule.InList r -> {
                Operand column = columns.apply(r.field());
                yield known(column.field(), column.in(r.values()));
            }
            case TagRule.Match r -> {
                Operand column = columns.apply(r.field());
                yield known(column.field(), matches(column, r));
            }
            case TagRule.Missing r -> columns.apply(r.field()).field().isNull();
            case TagRule.HasTag r -> of(tags.rule(r.tag()));
            case TagRule.Events r -> events.condition(r, this::filter);
            case TagRule.All r -> DSL.and(r.rules().stream().map(x -> of(x, columns)).toList());
            case TagRule.Any r -> DSL.or(r.rules().stream().map(x -> of(x, columns)).toList());
            case TagRule.Not r -> DSL.not(of(r.rule(), columns));
        };
    }

    /** Returns the condition that a single event satisfies a rule. */
    public Condition filter(TagRule rule, EventStream stream) {
        return of(rule, name -> operand(stream.table(), stream.field(name), name));
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
}
