package io.marquetry.tag;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.base.LocalizedText;
import io.marquetry.source.engine.PlainEvaluator;
import io.marquetry.source.engine.Row;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** What is called impossible is satisfied by nobody; and the usual slips are found. */
class ContradictionsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 1);
    private static final TagCatalog NO_TAGS = new TagCatalog(List.of());

    @Test
    void usualSlipsAreFound() {
        assertThat(impossible(all(compare("age", Comparison.GREATER, 30), below("age", 20))))
                .isTrue();
        assertThat(impossible(all(equal("city", "Rome"), equal("city", "Oslo")))).isTrue();
        assertThat(impossible(new TagRule.Between("age", number(9), number(3)))).isTrue();
        assertThat(impossible(all(new TagRule.Missing("age"), below("age", 20)))).isTrue();
        assertThat(impossible(all(equal("city", "Rome"), new TagRule.Not(equal("city", "Rome")))))
                .isTrue();
        assertThat(
                        impossible(
                                all(
                                        new TagRule.Any(List.of(below("a", 1), below("a", 2))),
                                        new TagRule.Not(below("a", 5)))))
                .isTrue();
        // Whose value is missing is not below 5.
        assertThat(
                        impossible(
                                all(
                                        new TagRule.Any(
                                                List.of(below("a", 1), new TagRule.Missing("a"))),
                                        new TagRule.Not(below("a", 5)))))
                .isFalse();
        assertThat(impossible(orders(Comparison.LESS, 0))).isTrue();
        assertThat(impossible(all(orders(Comparison.AT_LEAST, 3), orders(Comparison.LESS, 3))))
                .isTrue();
        assertThat(impossible(all(below("age", 20), compare("age", Comparison.GREATER, 3))))
                .isFalse();
        assertThat(
                        impossible(
                                all(
                                        new TagRule.Match("x", TagRule.Part.STARTS_WITH, "ab"),
                                        new TagRule.Match("x", TagRule.Part.STARTS_WITH, "c"))))
                .isTrue();
    }

    @Test
    void otherTagsAreLookedInto() {
        Tag young = tag("user_age_young", below("age", 30));
        Tag old = tag("user_age_old", new TagRule.Not(new TagRule.HasTag(young.key())));
        TagCatalog tags = new TagCatalog(List.of(young, old));
        assertThat(
                        new Contradictions(tags, TODAY)
                                .isImpossible(
                                        all(
                                                new TagRule.HasTag(young.key()),
                                                new TagRule.HasTag(old.key()))))
                .isTrue();
    }

    @Test
    void effortIsBounded() {
        List<TagRule> parts = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            parts.add(new TagRule.Any(List.of(below("f" + i, 1), below("g" + i, 1))));
        }
        parts.add(new TagRule.Any(List.of(new TagRule.All(List.of(never(), never())), never())));
        assertThat(impossible(new TagRule.All(parts))).isIn(true, false);
    }

    /** Every profile of a small world is asked. */
    @Test
    void whatIsCalledImpossibleIsSatisfiedByNobody() {
        List<Row> world = world();
        Random random = new Random(15);
        int found = 0;
        for (int i = 0; i < 20_000; i++) {
            TagRule rule = rule(random, 3);
            if (impossible(rule)) {
                found++;
                assertThat(new PlainEvaluator(world, Map.of(), TODAY).count(rule))
                        .as("%s", rule)
                        .isZero();
            }
        }
        assertThat(found).isGreaterThan(500);
    }

    private static TagRule rule(Random random, int depth) {
        String field = random.nextBoolean() ? "a" : "b";
        return switch (random.nextInt(depth == 0 ? 4 : 8)) {
            case 0 -> new TagRule.Missing(field);
            case 1 ->
                    new TagRule.Between(
                            field, number(random.nextInt(4)), number(random.nextInt(4)));
            case 2 ->
                    new TagRule.InList(
                            field, List.of(number(random.nextInt(4)), number(random.nextInt(4))));
            case 3, 4 ->
                    compare(
                            field,
                            List.of(Comparison.values()).get(random.nextInt(6)),
                            random.nextInt(4));
            case 5 -> new TagRule.Not(rule(random, depth - 1));
            case 6 -> all(rule(random, depth - 1), rule(random, depth - 1));
            default -> new TagRule.Any(List.of(rule(random, depth - 1), rule(random, depth - 1)));
        };
    }

    private static List<Row> world() {
        List<Row> rows = new ArrayList<>();
        for (int a = -2; a <= 9; a++) {
            for (int b = -2; b <= 9; b++) {
                Map<String, Object> row = new HashMap<>();
                put(row, "a", a);
                put(row, "b", b);
                rows.add(new Row(row, Map.of()));
            }
        }
        return rows;
    }

    /** Minus two is missing; the others are halves. */
    private static void put(Map<String, Object> row, String field, int at) {
        if (at > -2) {
            row.put(field, new BigDecimal(at).divide(new BigDecimal(2)));
        }
    }

    private static boolean impossible(TagRule rule) {
        return new Contradictions(NO_TAGS, TODAY).isImpossible(rule);
    }

    private static TagRule never() {
        return all(equal("z", "1"), equal("z", "2"));
    }

    private static TagRule all(TagRule... rules) {
        return new TagRule.All(List.of(rules));
    }

    private static TagRule below(String field, int number) {
        return compare(field, Comparison.LESS, number);
    }

    private static TagRule compare(String field, Comparison comparison, int number) {
        return new TagRule.Compare(field, comparison, number(number));
    }

    private static TagRule equal(String field, String text) {
        return new TagRule.Compare(field, Comparison.EQUAL, new Value.Text(text));
    }

    private static TagRule orders(Comparison comparison, int number) {
        return new TagRule.Events(
                "orders",
                TagRule.Aggregate.COUNT,
                Optional.empty(),
                new Window.InLast(new Span(30, Value.Unit.DAYS)),
                Optional.empty(),
                comparison,
                number(number));
    }

    private static Value number(int number) {
        return new Value.Number(new BigDecimal(number));
    }

    private static Tag tag(String key, TagRule rule) {
        return new Tag(
                new TagKey(key),
                Category.AUDIENCE,
                LocalizedText.of(key, key),
                LocalizedText.of("Age", "年龄"),
                Optional.empty(),
                Optional.of(rule),
                Optional.empty());
    }
}
