package io.marquetry.source.engine;

import io.marquetry.audience.AudienceExpression;
import io.marquetry.audience.AudienceExpression.GroupKind;
import io.marquetry.source.Attribute;
import io.marquetry.source.AttributeType;
import io.marquetry.source.EventStream;
import io.marquetry.source.ProfileModel;
import io.marquetry.source.check.RuleExtent;
import io.marquetry.tag.Comparison;
import io.marquetry.tag.Span;
import io.marquetry.tag.TagKey;
import io.marquetry.tag.TagRule;
import io.marquetry.tag.Value;
import io.marquetry.tag.Window;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Makes rules and expressions of all kinds that fit a model. */
public final class RandomRules {

    private final Random random;
    private final ProfileModel model;
    private final RandomRows rows;

    public RandomRules(Random random, ProfileModel model) {
        this.random = random;
        this.model = model;
        this.rows = new RandomRows(random);
    }

    /** Makes a rule that may name the tags. */
    public TagRule rule(List<TagKey> tags) {
        return rule(random.nextInt(5), tags, null);
    }

    /** Makes tags of which each may rest on the earlier ones. */
    public Map<TagKey, TagRule> tags(int count) {
        Map<TagKey, TagRule> tags = new LinkedHashMap<>();
        List<TagKey> earlier = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            TagKey key = new TagKey("user_made_t" + i);
            TagRule rule = rule(List.copyOf(earlier));
            while (RuleExtent.of(rule, TestTags.catalog(tags)).parts() > 150) {
                rule = rule(List.copyOf(earlier));
            }
            tags.put(key, rule);
            earlier.add(key);
        }
        return tags;
    }

    /** Makes an expression over the tags, with groups that state nothing here and there. */
    public AudienceExpression expression(List<TagKey> tags, int depth) {
        if (depth == 0 || random.nextInt(4) == 0) {
            return random.nextInt(3) == 0
                    ? new AudienceExpression.Condition(test(one(model.attributes())))
                    : new AudienceExpression.TagRef(one(tags));
        }
        List<AudienceExpression> members = new ArrayList<>();
        int count = random.nextInt(8) == 0 ? 0 : random.nextInt(1, 5);
        for (int i = 0; i < count; i++) {
            members.add(expression(tags, depth - 1));
        }
        return one(List.of(GroupKind.values())).group(members);
    }

    private TagRule rule(int depth, List<TagKey> tags, EventStream inside) {
        int kind = depth == 0 ? 9 : random.nextInt(10);
        return switch (kind) {
            case 0, 1 -> new TagRule.All(several(depth, tags, inside));
            case 2, 3 -> new TagRule.Any(several(depth, tags, inside));
            case 4, 5 -> new TagRule.Not(rule(depth - 1, tags, inside));
            case 6, 7 -> inside == null ? events(tags) : leaf(inside);
            case 8 ->
                    inside == null && !tags.isEmpty()
                            ? new TagRule.HasTag(one(tags))
                            : leaf(inside);
            default -> leaf(inside);
        };
    }

    private List<TagRule> several(int depth, List<TagKey> tags, EventStream inside) {
        List<TagRule> rules = new ArrayList<>();
        for (int i = random.nextInt(1, 4); i > 0; i--) {
            rules.add(rule(depth - 1, tags, inside));
        }
        return rules;
    }

    private TagRule leaf(EventStream inside) {
        return test(one(inside == null ? model.attributes() : inside.fields()));
    }

    private TagRule.OnField test(Attribute column) {
        boolean text = column.type() == AttributeType.TEXT;
        boolean truth = column.type() == AttributeType.BOOLEAN;
        return switch (random.nextInt(text ? 8 : 6)) {
            case 0 -> new TagRule.Missing(column.name());
            case 1 -> {
                List<Value> values = new ArrayList<>();
                for (int i = random.nextInt(1, 6); i > 0; i--) {
                    values.add(value(column.type()));
                }
                yield new TagRule.InList(column.name(), values);
            }
            case 2 ->
                    isDay(column) && random.nextBoolean()
                            ? new TagRule.InLast(column.name(), span())
                            : truth
                                    ? compare(column)
                                    : new TagRule.Between(
                                            column.name(),
                                            value(column.type()),
                                            value(column.type()));
            case 3, 4, 5 -> compare(column);
            default ->
                    new TagRule.Match(
                            column.name(),
                            one(List.of(TagRule.Part.values())),
                            one(RandomRows.TEXTS));
        };
    }

    private TagRule.OnField compare(Attribute column) {
        return new TagRule.Compare(column.name(), comparison(column.type()), value(column.type()));
    }

    private TagRule events(List<TagKey> tags) {
        EventStream stream = one(model.streams());
        TagRule.Aggregate aggregate = one(List.of(TagRule.Aggregate.values()));
        List<Attribute> measures =
                stream.fields().stream()
                        .filter(
                                f ->
                                        switch (f.type()) {
                                            case INTEGER, DECIMAL -> true;
                                            case DATE, DATETIME ->
                                                    aggregate != TagRule.Aggregate.SUM;
                                            case TEXT, BOOLEAN -> false;
                                        })
                        .toList();
        if (aggregate.needsMeasure() && measures.isEmpty()) {
            return events(tags);
        }
        Optional<Attribute> measure =
                aggregate.needsMeasure() ? Optional.of(one(measures)) : Optional.empty();
        AttributeType result =
                aggregate == TagRule.Aggregate.LATEST
                        ? stream.timeType()
                        : measure.map(Attribute::type).orElse(AttributeType.INTEGER);
        return new TagRule.Events(
                stream.name(),
                aggregate,
                measure.map(Attribute::name),
                window(),
                random.nextBoolean() ? Optional.empty() : Optional.of(rule(2, tags, stream)),
                comparison(result),
                value(result));
    }

    private Window window() {
        return switch (random.nextInt(4)) {
            case 0 -> new Window.Always();
            case 3 -> new Window.InLast(span());
            case 1 -> new Window.Last(ago());
            default -> {
                var a = one(RandomRows.DAYS);
                var b = one(RandomRows.DAYS);
                yield a.isBefore(b) ? new Window.Days(a, b) : new Window.Days(b, a);
            }
        };
    }

    private Comparison comparison(AttributeType type) {
        return type == AttributeType.BOOLEAN
                ? one(List.of(Comparison.EQUAL, Comparison.NOT_EQUAL))
                : one(List.of(Comparison.values()));
    }

    private Value value(AttributeType type) {
        return switch (type) {
            case TEXT -> new Value.Text(one(RandomRows.TEXTS));
            case INTEGER, DECIMAL ->
                    new Value.Number(
                            random.nextBoolean()
                                    ? BigDecimal.valueOf(random.nextInt(-2, 6))
                                    : one(RandomRows.NUMBERS));
            case DATE -> random.nextInt(3) == 0 ? ago() : new Value.Day(one(RandomRows.DAYS));
            case DATETIME ->
                    random.nextInt(3) == 0
                            ? new Value.Moment(rows.moment(one(RandomRows.DAYS)))
                            : value(AttributeType.DATE);
            case BOOLEAN -> new Value.Truth(random.nextBoolean());
        };
    }

    private static boolean isDay(Attribute column) {
        return column.type() == AttributeType.DATE || column.type() == AttributeType.DATETIME;
    }

    private Span span() {
        Value.Ago back = ago();
        return new Span(Math.max(1, back.amount()), back.unit());
    }

    private Value.Ago ago() {
        List<Integer> amounts = List.of(0, 1, 1, 2, 4, 7, 12, 13, 30, 90, 441, 36_500);
        return new Value.Ago(one(amounts), one(List.of(Value.Unit.values())));
    }

    private <T> T one(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
