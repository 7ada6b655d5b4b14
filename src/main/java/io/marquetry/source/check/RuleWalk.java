package io.marquetry.source.check;

import io.marquetry.source.Attribute;
import io.marquetry.source.AttributeType;
import io.marquetry.source.EventStream;
import io.marquetry.source.ProfileModel;
import io.marquetry.tag.Category;
import io.marquetry.tag.Comparison;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagRule;
import io.marquetry.tag.Value;
import io.marquetry.tag.Window;

import java.util.List;
import java.util.Optional;

/** Compares each part of one rule with what the source has. */
final class RuleWalk {

    private final ProfileModel model;
    private final TagCatalog tags;
    private final RuleFindings findings;

    private static final Value TODAY = new Value.Ago(0, Value.Unit.DAYS);

    RuleWalk(ProfileModel model, TagCatalog tags, RuleFindings findings) {
        this.model = model;
        this.tags = tags;
        this.findings = findings;
    }

    /** Checks a rule over profiles. */
    void profile(TagRule rule) {
        walk(rule, Optional.empty());
    }

    private void walk(TagRule rule, Optional<EventStream> stream) {
        switch (rule) {
            case TagRule.Compare r ->
                    column(r.field(), stream)
                            .ifPresent(c -> comparison(c, r.comparison(), r.value()));
            case TagRule.Between r ->
                    column(r.field(), stream)
                            .ifPresent(
                                    c -> {
                                        comparison(c, Comparison.AT_LEAST, r.low());
                                        comparison(c, Comparison.AT_MOST, r.high());
                                    });
            case TagRule.InLast r ->
                    column(r.field(), stream)
                            .ifPresent(c -> comparison(c, Comparison.AT_LEAST, TODAY));
            case TagRule.InList r -> column(r.field(), stream).ifPresent(c -> list(c, r.values()));
            case TagRule.Match r -> column(r.field(), stream).ifPresent(this::text);
            case TagRule.Missing r -> column(r.field(), stream);
            case TagRule.HasTag r -> tag(r, stream);
            case TagRule.Events r -> events(r, stream);
            case TagRule.All r -> r.rules().forEach(inner -> walk(inner, stream));
            case TagRule.Any r -> r.rules().forEach(inner -> walk(inner, stream));
            case TagRule.Not r -> walk(r.rule(), stream);
        }
    }

    private Optional<Attribute> column(String name, Optional<EventStream> stream) {
        Optional<Attribute> found =
                stream.isPresent() ? stream.get().field(name) : model.attribute(name);
        if (found.isEmpty()) {
            if (stream.isPresent()) {
                findings.add("problem.rule.noField", name, stream.get().name());
            } else {
                findings.add("problem.rule.noAttribute", name);
            }
        }
        return found;
    }

    private void list(Attribute column, List<Value> values) {
        if (values.size() > RuleExtent.MAX_LIST) {
            findings.add("problem.rule.longList", column.name(), RuleExtent.MAX_LIST);
        }
        // One sentence for a column, not one for each of a thousand values.
        values.stream()
                .filter(value -> !ValueTypes.fits(column.type(), value))
                .findFirst()
                .ifPresent(value -> comparison(column, Comparison.EQUAL, value));
        values.stream()
                .filter(value -> !ValueTypes.isInRange(value))
                .findFirst()
                .ifPresent(value -> comparison(column, Comparison.EQUAL, value));
    }

    private void comparison(Attribute column, Comparison comparison, Value value) {
        if (!ValueTypes.fits(column.type(), value)) {
            findings.add(ValueTypes.mismatch(column.type()), column.name());
        } else if (!ValueTypes.isInRange(value)) {
            findings.add("problem.rule.dayRange", column.name());
        } else if (column.type() == AttributeType.BOOLEAN
                && comparison != Comparison.EQUAL
                && comparison != Comparison.NOT_EQUAL) {
            findings.add("problem.rule.truthOrder", column.name());
        }
    }

    private void text(Attribute column) {
        if (column.type() != AttributeType.TEXT) {
            findings.add("problem.rule.matchNotText", column.name());
        }
    }

    private void tag(TagRule.HasTag rule, Optional<EventStream> stream) {
        Optional<Tag> tag = tags.find(rule.tag());
        if (stream.isPresent()) {
            findings.add("problem.rule.insideEvents", stream.get().name());
        } else if (tag.isEmpty()) {
            findings.add("problem.rule.unknownTag", rule.tag().value());
        } else if (tag.get().category() != Category.AUDIENCE) {
            findings.add("problem.rule.notAudience", rule.tag().value());
        }
    }

    private void events(TagRule.Events rule, Optional<EventStream> outer) {
        if (outer.isPresent()) {
            findings.add("problem.rule.insideEvents", outer.get().name());
            return;
        }
        Optional<EventStream> stream = model.stream(rule.stream());
        if (stream.isEmpty()) {
            findings.add("problem.rule.noStream", rule.stream());
            return;
        }
        compared(rule, stream.get())
                .ifPresent(measure -> comparison(measure, rule.comparison(), rule.value()));
        if (rule.window() instanceof Window.Days days
                && !(ValueTypes.isInRange(new Value.Day(days.from()))
                        && ValueTypes.isInRange(new Value.Day(days.to())))) {
            findings.add("problem.rule.dayRange", stream.get().name());
        }
        rule.where().ifPresent(where -> walk(where, stream));
    }

    /** Returns what is compared, as if it were a column; empty where a finding says why not. */
    private Optional<Attribute> compared(TagRule.Events rule, EventStream stream) {
        return switch (rule.aggregate()) {
            case COUNT -> Optional.of(new Attribute(stream.name(), AttributeType.INTEGER, ""));
            case LATEST -> Optional.of(new Attribute(stream.name(), stream.timeType(), ""));
            case SUM ->
                    measure(rule, stream)
                            .filter(m -> isOneOf(m, "problem.rule.sumNotNumber", false));
            case MIN, MAX ->
                    measure(rule, stream)
                            .filter(m -> isOneOf(m, "problem.rule.leastNotOrdered", true));
        };
    }

    private Optional<Attribute> measure(TagRule.Events rule, EventStream stream) {
        return rule.measure().flatMap(name -> column(name, Optional.of(stream)));
    }

    private boolean isOneOf(Attribute measure, String otherwise, boolean times) {
        boolean allowed =
                switch (measure.type()) {
                    case INTEGER, DECIMAL -> true;
                    case DATE, DATETIME -> times;
                    case TEXT, BOOLEAN -> false;
                };
        if (!allowed) {
            findings.add(otherwise, measure.name());
        }
        return allowed;
    }
}
