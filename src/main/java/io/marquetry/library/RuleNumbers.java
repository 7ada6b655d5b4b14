package io.marquetry.library;

import io.marquetry.tag.Span;
import io.marquetry.tag.TagRule;
import io.marquetry.tag.Value;
import io.marquetry.tag.Window;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The numbers of a rule: those that values are compared with, and the lengths of windows. */
final class RuleNumbers {

    private final List<Spot> found = new ArrayList<>();
    private final int replaced;
    private final BigDecimal with;

    private RuleNumbers(int replaced, BigDecimal with) {
        this.replaced = replaced;
        this.with = with;
    }

    /**
     * A number of a rule.
     *
     * @param unit of a window or of a day long before today; empty for any other number
     */
    record Spot(BigDecimal number, Optional<Value.Unit> unit) {}

    /** Returns the numbers, in the order in which the rule is read. */
    static List<Spot> in(TagRule rule) {
        RuleNumbers numbers = new RuleNumbers(-1, BigDecimal.ZERO);
        numbers.walk(rule);
        return List.copyOf(numbers.found);
    }

    /** Returns a rule with another number at a place. */
    static TagRule with(TagRule rule, int place, BigDecimal number) {
        return new RuleNumbers(place, number).walk(rule);
    }

    private TagRule walk(TagRule rule) {
        return switch (rule) {
            case TagRule.OnField test -> field(test);
            case TagRule.Events events ->
                    new TagRule.Events(
                            events.stream(),
                            events.aggregate(),
                            events.measure(),
                            window(events.window()),
                            events.where().map(this::walk),
                            events.comparison(),
                            value(events.value()));
            case TagRule.HasTag named -> named;
            case TagRule.All all -> new TagRule.All(all.rules().stream().map(this::walk).toList());
            case TagRule.Any any -> new TagRule.Any(any.rules().stream().map(this::walk).toList());
            case TagRule.Not not -> new TagRule.Not(walk(not.rule()));
        };
    }

    private TagRule.OnField field(TagRule.OnField rule) {
        return switch (rule) {
            case TagRule.Compare test ->
                    new TagRule.Compare(test.field(), test.comparison(), value(test.value()));
            case TagRule.Between test -> {
                Value low = value(test.low());
                yield new TagRule.Between(test.field(), low, value(test.high()));
            }
            case TagRule.InList list -> list;
            case TagRule.InLast last -> new TagRule.InLast(last.field(), span(last.length()));
            case TagRule.Match match -> match;
            case TagRule.Missing missing -> missing;
        };
    }

    private Window window(Window window) {
        return switch (window) {
            case Window.InLast last -> new Window.InLast(span(last.length()));
            case Window.Last last -> new Window.Last(ago(last.length()));
            case Window.Always always -> always;
            case Window.Days days -> days;
        };
    }

    private Value value(Value value) {
        return switch (value) {
            case Value.Number number -> new Value.Number(next(number.number(), Optional.empty()));
            case Value.Ago ago -> ago(ago);
            case Value.Text text -> text;
            case Value.Day day -> day;
            case Value.Moment moment -> moment;
            case Value.Truth truth -> truth;
        };
    }

    private Span span(Span span) {
        BigDecimal amount = next(BigDecimal.valueOf(span.amount()), Optional.of(span.unit()));
        return new Span(amount.intValueExact(), span.unit());
    }

    private Value.Ago ago(Value.Ago ago) {
        BigDecimal amount = next(BigDecimal.valueOf(ago.amount()), Optional.of(ago.unit()));
        return new Value.Ago(amount.intValueExact(), ago.unit());
    }

    private BigDecimal next(BigDecimal number, Optional<Value.Unit> unit) {
        found.add(new Spot(number, unit));
        return found.size() - 1 == replaced ? with : number;
    }
}
