package io.marquetry.tag;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is known to hold of one field: whether it is there, between what it lies, what it is not.
 */
final class FieldFacts {

    private Optional<Boolean> isThere = Optional.empty();
    private @Nullable Class<?> kind;
    private @Nullable Value low;
    private @Nullable Value high;
    private boolean lowOpen;
    private boolean highOpen;
    private @Nullable Set<Value> only;
    private final Set<Value> never = new HashSet<>();
    private final List<TagRule.Match> matches = new ArrayList<>();

    private FieldFacts() {}

    private FieldFacts(FieldFacts other) {
        isThere = other.isThere;
        kind = other.kind;
        low = other.low;
        high = other.high;
        lowOpen = other.lowOpen;
        highOpen = other.highOpen;
        only = other.only == null ? null : new HashSet<>(other.only);
        never.addAll(other.never);
        matches.addAll(other.matches);
    }

    /** Returns rules of which one holds exactly where this one does not; none: it stays a whole. */
    static List<TagRule> complement(TagRule rule) {
        return switch (rule) {
            case TagRule.Compare c ->
                    List.of(
                            new TagRule.Missing(c.field()),
                            new TagRule.Compare(c.field(), opposite(c.comparison()), c.value()));
            case TagRule.Between b ->
                    List.of(
                            new TagRule.Missing(b.field()),
                            new TagRule.Compare(b.field(), Comparison.LESS, b.low()),
                            new TagRule.Compare(b.field(), Comparison.GREATER, b.high()));
            case TagRule.InList in ->
                    List.of(
                            new TagRule.Missing(in.field()),
                            new TagRule.All(
                                    in.values().stream()
                                            .<TagRule>map(
                                                    value ->
                                                            new TagRule.Compare(
                                                                    in.field(),
                                                                    Comparison.NOT_EQUAL,
                                                                    value))
                                            .toList()));
            case TagRule.Events e -> events(e);
            case TagRule.Match _,
                    TagRule.Missing _,
                    TagRule.InLast _,
                    TagRule.HasTag _,
                    TagRule.All _,
                    TagRule.Any _,
                    TagRule.Not _ ->
                    List.of();
        };
    }

    /** Count and sum of no events are 0, so that they compare the other way round. */
    private static List<TagRule> events(TagRule.Events e) {
        return switch (e.aggregate()) {
            case COUNT, SUM ->
                    List.of(
                            new TagRule.Events(
                                    e.stream(),
                                    e.aggregate(),
                                    e.measure(),
                                    e.window(),
                                    e.where(),
                                    opposite(e.comparison()),
                                    e.value()));
            case MIN, MAX, LATEST -> List.of();
        };
    }

    private static Comparison opposite(Comparison comparison) {
        return switch (comparison) {
            case EQUAL -> Comparison.NOT_EQUAL;
            case NOT_EQUAL -> Comparison.EQUAL;
            case LESS -> Comparison.AT_LEAST;
            case AT_LEAST -> Comparison.LESS;
            case GREATER -> Comparison.AT_MOST;
            case AT_MOST -> Comparison.GREATER;
        };
    }

    private boolean there(boolean wanted) {
        boolean fits = isThere.isEmpty() || isThere.get() == wanted;
        isThere = Optional.of(wanted);
        return fits;
    }

    private static Value known(Value told, LocalDate today) {
        return told instanceof Value.Ago ago ? new Value.Day(ago.before(today)) : told;
    }

    private boolean among(List<Value> told, LocalDate today) {
        Set<Value> values = new HashSet<>();
        told.forEach(value -> values.add(known(value, today)));
        Class<?> first = values.iterator().next().getClass();
        boolean alike =
                (kind == null || kind == first)
                        && values.stream().allMatch(value -> value.getClass() == first);
        if (!alike) {
            return there(true);
        }
        kind = first;
        only(values);
        return there(true) && isOpen();
    }

    private boolean compare(Comparison comparison, Value told, LocalDate today) {
        Value value = known(told, today);
        if (kind != null && kind != value.getClass()) {
            // A day beside a moment: left out, which can only make more possible.
            return there(true);
        }
        kind = value.getClass();
        switch (comparison) {
            case EQUAL -> only(Set.of(value));
            case NOT_EQUAL -> never.add(value);
            case LESS -> atMost(value, true);
            case AT_MOST -> atMost(value, false);
            case GREATER -> atLeast(value, true);
            case AT_LEAST -> atLeast(value, false);
        }
        return there(true) && isOpen();
    }

    private void only(Set<Value> values) {
        if (only == null) {
            only = new HashSet<>(values);
        } else {
            only.retainAll(values);
        }
    }

    private void atMost(Value value, boolean open) {
        if (high == null || order(value, high).filter(o -> o < 0 || o == 0 && open).isPresent()) {
            high = value;
            highOpen = open;
        }
    }

    private void atLeast(Value value, boolean open) {
        if (low == null || order(value, low).filter(o -> o > 0 || o == 0 && open).isPresent()) {
            low = value;
            lowOpen = open;
        }
    }

    /** Returns whether a value is left that fits. */
    private boolean isOpen() {
        if (only != null) {
            return only.stream().anyMatch(this::isLeft);
        }
        if (never.contains(new Value.Truth(true)) && never.contains(new Value.Truth(false))) {
            return false;
        }
        if (low == null || high == null) {
            return true;
        }
        Optional<Integer> order = order(low, high);
        if (order.isEmpty() || order.get() < 0) {
            return order.isEmpty() || !isNextDay();
        }
        return order.get() == 0 && !lowOpen && !highOpen && !never.contains(low);
    }

    /** After one day and before the next there is none. */
    private boolean isNextDay() {
        return lowOpen
                && highOpen
                && low instanceof Value.Day first
                && high instanceof Value.Day last
                && first.day().plusDays(1).equals(last.day());
    }

    private boolean isLeft(Value value) {
        if (never.contains(value)) {
            return false;
        }
        if (low != null && order(value, low).filter(o -> o < 0 || o == 0 && lowOpen).isPresent()) {
            return false;
        }
        if (high != null
                && order(value, high).filter(o -> o > 0 || o == 0 && highOpen).isPresent()) {
            return false;
        }
        return !(value instanceof Value.Text text)
                || matches.stream().allMatch(match -> fits(match, text.text()));
    }

    private static boolean fits(TagRule.Match match, String text) {
        return switch (match.part()) {
            case CONTAINS -> text.contains(match.text());
            case STARTS_WITH -> text.startsWith(match.text());
            case ENDS_WITH -> text.endsWith(match.text());
        };
    }

    private boolean match(TagRule.Match next) {
        for (TagRule.Match before : matches) {
            if (before.part() != next.part()) {
                continue;
            }
            String a = before.text();
            String b = next.text();
            boolean together =
                    switch (next.part()) {
                        case CONTAINS -> true;
                        case STARTS_WITH -> a.startsWith(b) || b.startsWith(a);
                        case ENDS_WITH -> a.endsWith(b) || b.endsWith(a);
                    };
            if (!together) {
                return false;
            }
        }
        matches.add(next);
        return there(true) && isOpen();
    }

    /** Texts have no order here: each engine has its own. */
    private static Optional<Integer> order(Value a, Value b) {
        if (a instanceof Value.Number x && b instanceof Value.Number y) {
            return Optional.of(x.number().compareTo(y.number()));
        }
        if (a instanceof Value.Day x && b instanceof Value.Day y) {
            return Optional.of(x.day().compareTo(y.day()));
        }
        if (a instanceof Value.Moment x && b instanceof Value.Moment y) {
            return Optional.of(x.moment().compareTo(y.moment()));
        }
        return Optional.empty();
    }

    /** What is known of all fields on one branch. */
    static final class Book {

        private final Map<Object, FieldFacts> fields = new HashMap<>();
        private final Map<TagRule, Boolean> wholes = new HashMap<>();

        Book() {}

        Book(Book other) {
            other.fields.forEach((field, facts) -> fields.put(field, new FieldFacts(facts)));
            wholes.putAll(other.wholes);
        }

        /** Notes a rule that is not looked into; returns whether it did not hold otherwise. */
        boolean note(TagRule rule, boolean holds) {
            @Nullable Boolean before = wholes.putIfAbsent(rule, holds);
            return before == null || before == holds;
        }

        /** Notes a rule on one field; returns whether it can hold beside the others. */
        boolean take(TagRule rule, boolean holds, LocalDate today) {
            if (rule instanceof TagRule.Missing missing) {
                return field(missing.field()).there(!holds);
            }
            if (!holds) {
                return note(rule, false);
            }
            return switch (rule) {
                case TagRule.Compare c ->
                        note(rule, true)
                                && field(c.field()).compare(c.comparison(), c.value(), today);
                case TagRule.Between b ->
                        field(b.field()).compare(Comparison.AT_LEAST, b.low(), today)
                                && field(b.field()).compare(Comparison.AT_MOST, b.high(), today);
                case TagRule.InList in -> field(in.field()).among(in.values(), today);
                case TagRule.Match match -> note(rule, true) && field(match.field()).match(match);
                case TagRule.Events e -> note(rule, true) && events(e, today);
                case TagRule.Missing _,
                        TagRule.InLast _,
                        TagRule.HasTag _,
                        TagRule.All _,
                        TagRule.Any _,
                        TagRule.Not _ ->
                        true;
            };
        }

        private boolean events(TagRule.Events e, LocalDate today) {
            FieldFacts facts =
                    field(List.of(e.stream(), e.aggregate(), e.measure(), e.window(), e.where()));
            if (e.aggregate() == TagRule.Aggregate.COUNT) {
                facts.compare(Comparison.AT_LEAST, new Value.Number(BigDecimal.ZERO), today);
            }
            return facts.compare(e.comparison(), e.value(), today);
        }

        private FieldFacts field(Object name) {
            return fields.computeIfAbsent(name, n -> new FieldFacts());
        }
    }
}
