package io.marquetry.audience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.marquetry.audience.AudienceExpression.AllOf;
import io.marquetry.audience.AudienceExpression.Condition;
import io.marquetry.audience.AudienceExpression.Except;
import io.marquetry.audience.AudienceExpression.TagRef;
import io.marquetry.base.Problem;
import io.marquetry.base.ProblemException;
import io.marquetry.handoff.Generated;
import io.marquetry.tag.Comparison;
import io.marquetry.tag.Span;
import io.marquetry.tag.TagKey;
import io.marquetry.tag.TagRule;
import io.marquetry.tag.Value;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Random;

class ConditionTextTest {

    @Test
    void aConditionStandsBesideTags() {
        assertThat(ExpressionText.parse("user_is_a and [city = \"Shanghai\"] and not [age<30]"))
                .isEqualTo(
                        new AllOf(
                                List.of(
                                        new TagRef(new TagKey("user_is_a")),
                                        new Condition(equal("city", new Value.Text("Shanghai"))),
                                        new Except(
                                                List.of(
                                                        new Condition(
                                                                new TagRule.Compare(
                                                                        "age",
                                                                        Comparison.LESS,
                                                                        number("30"))))))));
    }

    @Test
    void allFormsAreRead() {
        assertThat(read("[age between 30 and 39.5]"))
                .isEqualTo(new TagRule.Between("age", number("30"), number("39.5")));
        assertThat(read("[city in (\"A\", B)]"))
                .isEqualTo(
                        new TagRule.InList(
                                "city", List.of(new Value.Text("A"), new Value.Text("B"))));
        assertThat(read("[city STARTS with Sh]"))
                .isEqualTo(new TagRule.Match("city", TagRule.Part.STARTS_WITH, "Sh"));
        assertThat(read("[city ends with \"ai\"]"))
                .isEqualTo(new TagRule.Match("city", TagRule.Part.ENDS_WITH, "ai"));
        assertThat(read("[city contains 7up]".replace("7up", "\"7up\"")))
                .isEqualTo(new TagRule.Match("city", TagRule.Part.CONTAINS, "7up"));
        assertThat(read("[ city is missing ]")).isEqualTo(new TagRule.Missing("city"));
        assertThat(read("[joined >= 2017-06-01]"))
                .isEqualTo(
                        new TagRule.Compare(
                                "joined",
                                Comparison.AT_LEAST,
                                new Value.Day(LocalDate.of(2017, 6, 1))));
        assertThat(read("[seen < 2017-06-01T10:30]"))
                .isEqualTo(
                        new TagRule.Compare(
                                "seen",
                                Comparison.LESS,
                                new Value.Moment(LocalDateTime.of(2017, 6, 1, 10, 30))));
        assertThat(read("[seen > 1 month ago]"))
                .isEqualTo(
                        new TagRule.Compare(
                                "seen", Comparison.GREATER, new Value.Ago(1, Value.Unit.MONTHS)));
        assertThat(read("[seen in the Last 2 weeks]"))
                .isEqualTo(new TagRule.InLast("seen", new Span(2, Value.Unit.WEEKS)));
        assertThat(read("[seen in (the)]"))
                .isEqualTo(new TagRule.InList("seen", List.of(new Value.Text("the"))));
        assertThat(read("[newbie != true]"))
                .isEqualTo(
                        new TagRule.Compare("newbie", Comparison.NOT_EQUAL, new Value.Truth(true)));
    }

    @Test
    void chineseSignsAndNamesAreRead() {
        assertThat(read("【城市 ＝ “上海”】")).isEqualTo(equal("城市", new Value.Text("上海")));
        assertThat(read("［城市 in（“上海”，“北京”）］"))
                .isEqualTo(
                        new TagRule.InList(
                                "城市", List.of(new Value.Text("上海"), new Value.Text("北京"))));
        assertThat(ConditionText.write(equal("城市", new Value.Text("上海"))))
                .isEqualTo("[城市 = \"上海\"]");
    }

    @Test
    void namesThatAreNoWordsStandInQuotes() {
        assertThat(ConditionText.write(new TagRule.Missing("last order")))
                .isEqualTo("[\"last order\" is missing]");
        assertThat(read("[\"last order\" is missing]"))
                .isEqualTo(new TagRule.Missing("last order"));
    }

    @Test
    void whatIsWrittenReadsAsTheSameCondition() {
        for (long seed = 0; seed < 5_000; seed++) {
            TagRule.OnField made = new Generated(seed).condition();
            String text = ConditionText.write(made);
            assertThat(read(text)).as("seed %d: %s", seed, text).isEqualTo(made);
        }
    }

    @Test
    void errorsNameTheirPosition() {
        assertThat(refusal("[")).isEqualTo(Problem.of("problem.condition.fieldExpected", 2));
        assertThat(refusal("[ = 3]")).isEqualTo(Problem.of("problem.condition.fieldExpected", 3));
        assertThat(refusal("[age]")).isEqualTo(Problem.of("problem.condition.testExpected", 5));
        assertThat(refusal("[age likes 3]"))
                .isEqualTo(Problem.of("problem.condition.testExpected", 6));
        assertThat(refusal("[age = ]")).isEqualTo(Problem.of("problem.condition.valueExpected", 8));
        assertThat(refusal("[age = 2017-02-30]"))
                .isEqualTo(Problem.of("problem.condition.valueWrong", 8));
        assertThat(refusal("[age = 99999 days ago]"))
                .isEqualTo(Problem.of("problem.condition.valueWrong", 8));
        assertThat(refusal("[seen in the last 0 days]"))
                .isEqualTo(Problem.of("problem.condition.valueWrong", 10));
        assertThat(refusal("[age is 3]"))
                .isEqualTo(Problem.of("problem.condition.wordExpected", 9, "missing"));
        assertThat(refusal("[age in 3]"))
                .isEqualTo(Problem.of("problem.condition.listExpected", 9));
        assertThat(refusal("[age in (3 4)]"))
                .isEqualTo(Problem.of("problem.condition.listUnclosed", 12));
        assertThat(refusal("[city = \"Shanghai]"))
                .isEqualTo(Problem.of("problem.condition.quoteUnclosed", 9));
        assertThat(refusal("[city = New York]"))
                .isEqualTo(Problem.of("problem.condition.unclosed", 13));
        assertThat(refusal("user_is_a [age = 3]"))
                .isEqualTo(Problem.of("problem.expression.joinExpected", 11, "["));
        assertThat(refusal("user_is_a and ]"))
                .isEqualTo(Problem.of("problem.expression.tagExpected", 15, "]"));
    }

    @Test
    void anyTextIsReadOrRefused() {
        long seed = Long.getLong("marquetry.seed", System.nanoTime());
        Random random = new Random(seed);
        List<String> pieces =
                List.of(
                        "[",
                        "]",
                        "age",
                        "=",
                        "<=",
                        "between",
                        "and",
                        "in",
                        "(",
                        ")",
                        ",",
                        "3",
                        "2017-01-01",
                        "\"",
                        "x",
                        "\\",
                        "ago",
                        "days",
                        "is",
                        "missing",
                        "“",
                        "”",
                        "starts",
                        "with",
                        "not",
                        "user_is_a");
        int read = 0;
        for (int i = 0; i < 40_000; i++) {
            StringBuilder text = new StringBuilder(random.nextBoolean() ? "[age " : "");
            for (int n = random.nextInt(1, 8); n > 0; n--) {
                text.append(pieces.get(random.nextInt(pieces.size())));
                text.append(random.nextInt(4) == 0 ? "" : " ");
            }
            try {
                AllOf made = ExpressionText.parse(text.toString());
                assertThat(ExpressionText.write(ExpressionText.parse(ExpressionText.write(made))))
                        .as("seed %d: %s", seed, text)
                        .isEqualTo(ExpressionText.write(made));
                read++;
            } catch (ProblemException e) {
                assertThat((Integer) e.problem().args().getFirst())
                        .as("seed %d: %s", seed, text)
                        .isBetween(1, text.length() + 1);
            }
        }
        assertThat(read).isGreaterThan(100);
    }

    private static TagRule.OnField read(String text) {
        return ((Condition) ExpressionText.parse(text).members().getFirst()).rule();
    }

    private static TagRule.OnField equal(String field, Value value) {
        return new TagRule.Compare(field, Comparison.EQUAL, value);
    }

    private static Value number(String number) {
        return new Value.Number(new BigDecimal(number));
    }

    private static Problem refusal(String text) {
        return catchThrowableOfType(ProblemException.class, () -> ExpressionText.parse(text))
                .problem();
    }
}
