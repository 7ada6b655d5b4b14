package io.marquetry.source.engine;

import io.marquetry.tag.Comparison;
import io.marquetry.tag.TagRule;
import io.marquetry.tag.Value;
import io.marquetry.tag.Window;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Rules with as many values in a list as rules may have, some of which rows have. */
final class LongLists {

    /** Whether all lists are of that length, not only one of profiles and one of events. */
    static final boolean ALL = Integer.getInteger("marquetry.contract", 0) > 0;

    private static final int MOST = 100_000;
    private static final int FEWER = ALL ? MOST : 10_000;

    private LongLists() {}

    /**
     * A rule with such a list.
     *
     * @param rule with all values
     * @param telling the same with only those that rows may have, which plain Java looks through
     */
    record Listed(TagRule rule, TagRule telling) {

        /** Returns events of which at least one fits. */
        Listed ofOrders() {
            return new Listed(orders(rule), orders(telling));
        }

        private static TagRule orders(TagRule where) {
            return new TagRule.Events(
                    "orders",
                    TagRule.Aggregate.COUNT,
                    Optional.empty(),
                    new Window.Always(),
                    Optional.of(where),
                    Comparison.AT_LEAST,
                    new Value.Number(BigDecimal.ONE));
        }
    }

    /** Returns a list for each kind of attribute. */
    static List<Listed> rules() {
        List<Listed> rules = new ArrayList<>();
        rules.add(texts("city", MOST));
        rules.add(texts("say \"so\"", FEWER));
        rules.add(numbers("whole", 3, FEWER));
        rules.add(numbers("amount", 6, FEWER));
        rules.add(days("born", FEWER));
        rules.add(days("seen", FEWER));
        rules.add(moments("seen", FEWER));
        rules.add(numbers("sum", 4, MOST).ofOrders());
        rules.add(texts("city", FEWER).ofOrders());
        rules.add(days("due", FEWER).ofOrders());
        return List.copyOf(rules);
    }

    private static Listed texts(String field, int length) {
        // Also one with what engines may cut lists at.
        return list(
                field,
                length,
                RandomRows.TEXTS.subList(0, 15).stream()
                        .filter(text -> !text.isBlank())
                        .map(Value.Text::new)
                        .toList(),
                i -> new Value.Text("no such ‘text’, 没有 " + i + "\u001F\u001E;,"));
    }

    private static Listed numbers(String field, int scale, int length) {
        return list(
                field,
                length,
                RandomRows.NUMBERS.subList(0, 8).stream().map(Value.Number::new).toList(),
                i -> new Value.Number(BigDecimal.valueOf(770_000_001L + 10L * i, scale)));
    }

    private static Listed days(String field, int length) {
        return list(
                field,
                length,
                IntStream.range(0, 120)
                        .mapToObj(i -> new Value.Day(RandomRows.TODAY.minusDays(i)))
                        .toList(),
                i -> new Value.Day(LocalDate.of(2100, 1, 1).plusDays(i)));
    }

    private static Listed moments(String field, int length) {
        List<Value> some = new ArrayList<>();
        IntStream.range(0, 60)
                .forEach(i -> some.add(new Value.Day(RandomRows.TODAY.minusDays(2L * i))));
        return list(
                field,
                length,
                some,
                i -> new Value.Moment(LocalDateTime.of(2100, 1, 1, 0, 0).plusSeconds(i)));
    }

    /** Days that some engines cannot hold: nobody has one of them. */
    static TagRule daysOfNobody(String field) {
        return new TagRule.InList(
                field,
                IntStream.range(0, 600)
                        .<Value>mapToObj(i -> new Value.Day(LocalDate.of(9_000, 1, 1).plusDays(i)))
                        .toList());
    }

    private static Listed list(
            String field, int length, List<? extends Value> some, IntFunction<Value> others) {
        List<Value> values = new ArrayList<>(some);
        for (int i = 0; values.size() < length; i++) {
            values.add(others.apply(i));
        }
        return new Listed(
                new TagRule.InList(field, values), new TagRule.InList(field, List.copyOf(some)));
    }
}
