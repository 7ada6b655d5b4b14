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

    private static final int MOST = 100_000;

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
        rules.add(texts("city"));
        rules.add(texts("say \"so\""));
        rules.add(numbers("whole", 3));
        rules.add(numbers("amount", 6));
        rules.add(days("born"));
        rules.add(days("seen"));
        rules.add(moments("seen"));
        rules.add(numbers("sum", 4).ofOrders());
        rules.add(texts("city").ofOrders());
        rules.add(days("due").ofOrders());
        return List.copyOf(rules);
    }

    private static Listed texts(String field) {
        // Also one with what engines may cut lists at.
        return list(
                field,
                RandomRows.TEXTS.subList(0, 15).stream()
                        .filter(text -> !text.isBlank())
                        .map(Value.Text::new)
                        .toList(),
                i -> new Value.Text("no such ‘text’, 没有 " + i + "\u001F\u001E;,"));
    }

    private static Listed numbers(String field, int scale) {
        return list(
                field,
                RandomRows.NUMBERS.subList(0, 8).stream().map(Value.Number::new).toList(),
                i -> new Value.Number(BigDecimal.valueOf(770_000_001L + 10L * i, scale)));
    }

    private static Listed days(String field) {
        return list(
                field,
                IntStream.range(0, 120)
                        .mapToObj(i -> new Value.Day(RandomRows.TODAY.minusDays(i)))
                        .toList(),
                i -> new Value.Day(LocalDate.of(2100, 1, 1).plusDays(i)));
    }

    private static Listed moments(String field) {
        List<Value> some = new ArrayList<>();
        IntStream.range(0, 60)
                .forEach(i -> some.add(new Value.Day(RandomRows.TODAY.minusDays(2L * i))));
        return list(
                field,
                some,
                i -> new Value.Moment(LocalDateTime.of(2100, 1, 1, 0, 0).plusSeconds(i)));
    }

    private static Listed list(
            String field, List<? extends Value> some, IntFunction<Value> others) {
        List<Value> values = new ArrayList<>(some);
        for (int i = 0; values.size() < MOST; i++) {
            values.add(others.apply(i));
        }
        return new Listed(
                new TagRule.InList(field, values), new TagRule.InList(field, List.copyOf(some)));
    }
}
