package io.marquetry.source.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.audience.AudienceExpression.AllOf;
import io.marquetry.audience.AudienceExpression.TagRef;
import io.marquetry.base.Problem;
import io.marquetry.base.Texts;
import io.marquetry.source.engine.RandomRows;
import io.marquetry.source.engine.TestTags;
import io.marquetry.tag.Comparison;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagKey;
import io.marquetry.tag.TagRule;
import io.marquetry.tag.Value;
import io.marquetry.tag.Window;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

class RuleCheckTest {

    private static final Value ONE = new Value.Number(BigDecimal.ONE);
    private static final Value TEXT = new Value.Text("a");
    private static final Value DAY = new Value.Day(LocalDate.of(2024, 2, 29));
    private static final Value MOMENT = new Value.Moment(LocalDateTime.of(2024, 2, 29, 1, 2));
    private static final Value AGO = new Value.Ago(1, Value.Unit.DAYS);
    private static final Value TRUTH = new Value.Truth(true);
    private static final TagCatalog NO_TAGS = new TagCatalog(List.of());

    @Test
    void valuesFitTheirTypesOnly() {
        Map<String, List<Value>> fitting =
                Map.of(
                        "city", List.of(TEXT),
                        "whole", List.of(ONE),
                        "amount", List.of(ONE),
                        "born", List.of(DAY, AGO),
                        "seen", List.of(DAY, AGO, MOMENT),
                        "loyal", List.of(TRUTH));
        fitting.forEach(
                (field, values) -> {
                    for (Value value : List.of(ONE, TEXT, DAY, MOMENT, AGO, TRUTH)) {
                        assertThat(problems(equal(field, value)).isEmpty())
                                .as("%s = %s", field, value)
                                .isEqualTo(values.contains(value));
                        assertThat(problems(new TagRule.InList(field, List.of(value))).isEmpty())
                                .as("%s in %s", field, value)
                                .isEqualTo(values.contains(value));
                    }
                });
    }

    @Test
    void findingsNameTagAttributeAndSource() {
        Tag tag = TestTags.tag(new TagKey("user_size_large"), equal("size", ONE));
        RuleCheck check = new RuleCheck("customers.csv", RandomRows.MODEL, NO_TAGS);
        assertThat(Texts.in(Locale.ENGLISH).sentence(check.problems(tag).getFirst()))
                .isEqualTo(
                        "Tag “user_size_large” asks for “size”, but source “customers.csv” has no"
                                + " such attribute. Choose another attribute, or import the column"
                                + " again.");
        assertThat(
                        Texts.in(Locale.SIMPLIFIED_CHINESE)
                                .sentence(check.problems(equal("size", ONE)).getFirst()))
                .isEqualTo("规则使用了“size”，但数据源“customers.csv”没有此属性。请选择其他属性，或重新导入该列。");
    }

    @Test
    void everyKindOfMistakeIsFound() {
        assertThat(keys(equal("size", ONE))).containsExactly("problem.rule.noAttribute");
        assertThat(keys(new TagRule.Missing("size"))).containsExactly("problem.rule.noAttribute");
        assertThat(keys(new TagRule.Between("loyal", TRUTH, TRUTH)))
                .containsExactly("problem.rule.truthOrder");
        assertThat(keys(new TagRule.Match("whole", TagRule.Part.CONTAINS, "1")))
                .containsExactly("problem.rule.matchNotText");
        assertThat(keys(equal("born", new Value.Day(LocalDate.MAX))))
                .containsExactly("problem.rule.dayRange");
        assertThat(keys(new TagRule.InList("whole", Collections.nCopies(100_001, ONE))))
                .containsExactly("problem.rule.longList");
        assertThat(keys(new TagRule.HasTag(new TagKey("user_is_gone"))))
                .containsExactly("problem.rule.unknownTag");
        assertThat(keys(events("returns", TagRule.Aggregate.COUNT, null, null, ONE)))
                .containsExactly("problem.rule.noStream");
        assertThat(keys(events("orders", TagRule.Aggregate.SUM, "size", null, ONE)))
                .containsExactly("problem.rule.noField");
        assertThat(keys(events("orders", TagRule.Aggregate.SUM, "city", null, ONE)))
                .containsExactly("problem.rule.sumNotNumber");
        assertThat(keys(events("visits", TagRule.Aggregate.MAX, "paid", null, TRUTH)))
                .containsExactly("problem.rule.leastNotOrdered");
        assertThat(keys(events("orders", TagRule.Aggregate.COUNT, null, null, DAY)))
                .containsExactly("problem.rule.needsNumber");
        assertThat(keys(events("visits", TagRule.Aggregate.LATEST, null, null, MOMENT)))
                .containsExactly("problem.rule.needsDay");
        assertThat(
                        keys(
                                events(
                                        "orders",
                                        TagRule.Aggregate.COUNT,
                                        null,
                                        new TagRule.HasTag(new TagKey("user_is_gone")),
                                        ONE)))
                .contains("problem.rule.insideEvents");
        assertThat(keys(events("orders", TagRule.Aggregate.COUNT, null, equal("born", DAY), ONE)))
                .containsExactly("problem.rule.noField");
    }

    @Test
    void nestingHasAnEnd() {
        TagRule rule = new TagRule.Missing("city");
        for (int i = 0; i < 49; i++) {
            rule = new TagRule.Not(rule);
        }
        assertThat(keys(rule)).isEmpty();
        assertThat(keys(new TagRule.Not(rule))).containsExactly("problem.rule.tooDeep");
    }

    @Test
    void cycleThroughTheTagInWorkIsSeen() {
        TagKey first = new TagKey("user_is_first");
        TagKey second = new TagKey("user_is_second");
        TagCatalog tags =
                TestTags.catalog(
                        Map.of(
                                first, new TagRule.Missing("city"),
                                second, new TagRule.HasTag(first)));
        RuleCheck check = new RuleCheck("s", RandomRows.MODEL, tags);
        assertThat(check.problems(TestTags.tag(first, new TagRule.HasTag(second))))
                .extracting(Problem::key)
                .containsExactly("problem.tag.cycle");
        assertThat(check.problems(TestTags.tag(second, new TagRule.HasTag(first)))).isEmpty();
    }

    @Test
    void mistakesInTagsThatAreRestedOnAreFoundAndNamed() {
        TagKey inner = new TagKey("user_is_inner");
        TagKey outer = new TagKey("user_is_outer");
        TagCatalog tags =
                TestTags.catalog(
                        Map.of(inner, equal("size", ONE), outer, new TagRule.HasTag(inner)));
        RuleCheck check = new RuleCheck("s", RandomRows.MODEL, tags);
        Problem expected = Problem.of("problem.rule.noAttribute", 1, "user_is_inner", "s", "size");
        assertThat(check.problems(new TagRule.HasTag(outer))).containsExactly(expected);
        assertThat(check.problems(new AllOf(List.of(new TagRef(outer))))).containsExactly(expected);
    }

    @Test
    void benefitSelectsNobody() {
        TagCatalog tags = new TagCatalog(List.of(TestTags.benefit("coupon_value_50")));
        TagKey coupon = new TagKey("coupon_value_50");
        RuleCheck check = new RuleCheck("s", RandomRows.MODEL, tags);
        assertThat(check.problems(new AllOf(List.of(new TagRef(coupon)))))
                .containsExactly(Problem.of("problem.tag.notAudience", "coupon_value_50"));
        assertThat(check.problems(new TagRule.HasTag(coupon)))
                .extracting(Problem::key)
                .containsExactly("problem.rule.notAudience");
    }

    @Test
    void everySentenceIsCompleteInBothLanguages() {
        List<Object> args = new ArrayList<>(List.of(1, "user_is_any", "source", "field", 7));
        List<String> keys =
                List.of(
                        "noAttribute",
                        "noStream",
                        "noField",
                        "needsText",
                        "needsNumber",
                        "needsDay",
                        "needsMoment",
                        "needsTruth",
                        "truthOrder",
                        "matchNotText",
                        "sumNotNumber",
                        "leastNotOrdered",
                        "insideEvents",
                        "unknownTag",
                        "notAudience",
                        "dayRange",
                        "longList");
        for (Locale language : Texts.LANGUAGES) {
            for (String key : keys) {
                String sentence =
                        Texts.in(language).sentence(new Problem("problem.rule." + key, args));
                assertThat(sentence).contains("user_is_any", "field").doesNotContain("{", "}");
            }
        }
    }

    private static List<Problem> problems(TagRule rule) {
        return new RuleCheck("s", RandomRows.MODEL, NO_TAGS).problems(rule);
    }

    private static List<String> keys(TagRule rule) {
        return problems(rule).stream().map(Problem::key).toList();
    }

    private static TagRule equal(String field, Value value) {
        return new TagRule.Compare(field, Comparison.EQUAL, value);
    }

    private static TagRule events(
            String stream,
            TagRule.Aggregate aggregate,
            String measure,
            TagRule where,
            Value value) {
        return new TagRule.Events(
                stream,
                aggregate,
                Optional.ofNullable(measure),
                new Window.Always(),
                Optional.ofNullable(where),
                Comparison.EQUAL,
                value);
    }
}
