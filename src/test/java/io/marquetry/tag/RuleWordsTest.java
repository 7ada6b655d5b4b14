package io.marquetry.tag;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.base.Texts;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

class RuleWordsTest {

    private final RuleWords english = new RuleWords(Texts.in(Locale.ENGLISH));
    private final RuleWords chinese = new RuleWords(Texts.in(Locale.SIMPLIFIED_CHINESE));

    private static Value number(String number) {
        return new Value.Number(new BigDecimal(number));
    }

    private final TagRule web =
            new TagRule.InList("channel", List.of(new Value.Text("Web"), new Value.Text("Phone")));
    private final TagRule recent = new TagRule.Compare("recency", Comparison.AT_MOST, number("3"));
    private final TagRule spending =
            new TagRule.Events(
                    "purchases",
                    TagRule.Aggregate.SUM,
                    Optional.of("amount"),
                    new Window.Last(new Value.Ago(90, Value.Unit.DAYS)),
                    Optional.of(recent),
                    Comparison.AT_LEAST,
                    number("1200.50"));

    @Test
    void rulesAreSaidInEnglish() {
        assertThat(
                        english.of(
                                new TagRule.All(
                                        List.of(
                                                recent,
                                                new TagRule.Any(
                                                        List.of(
                                                                web,
                                                                new TagRule.Missing("zip")))))))
                .isEqualTo(
                        "recency ≤ 3 and (channel is one of “Web”, “Phone” or zip has no value)");
        assertThat(english.of(spending))
                .isEqualTo(
                        "sum of purchases.amount in the last 90 days where recency ≤ 3, ≥ 1,200.5");
        assertThat(english.of(new TagRule.Not(new TagRule.HasTag(new TagKey("user_churn_high")))))
                .isEqualTo("not (carries user_churn_high)");
        assertThat(english.of(new Value.Ago(1, Value.Unit.MONTHS))).isEqualTo("1 month ago");
    }

    @Test
    void rulesAreSaidInChinese() {
        assertThat(chinese.of(new TagRule.All(List.of(recent, web))))
                .isEqualTo("recency ≤ 3 且 channel 是 “Web”、“Phone” 之一");
        assertThat(chinese.of(spending))
                .isEqualTo("最近 90 天 purchases.amount（其中 recency ≤ 3） 的合计 ≥ 1,200.5");
        assertThat(chinese.of(new Value.Ago(2, Value.Unit.WEEKS))).isEqualTo("2 周前");
    }
}
