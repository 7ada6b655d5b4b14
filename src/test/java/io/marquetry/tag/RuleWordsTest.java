package io.marquetry.tag;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.base.FieldName;
import io.marquetry.base.FieldNames;
import io.marquetry.base.Texts;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.time.LocalDate;
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
                        "Recency is at most 3 and (Channel is one of “Web”, “Phone” or Zip code has no value)");
        assertThat(english.of(spending))
                .isEqualTo(
                        "total Amount of purchases (where Recency is at most 3) from 90 days ago to today"
                                + " is at least 1,200.5");
        assertThat(english.of(new TagRule.Not(new TagRule.HasTag(new TagKey("user_churn_high")))))
                .isEqualTo("not (carries user_churn_high)");
        assertThat(english.of(new Value.Ago(1, Value.Unit.MONTHS))).isEqualTo("1 month ago");
    }

    @Test
    void eventsAreCountedAsPeopleSayIt() {
        assertThat(english.of(purchases(Comparison.AT_LEAST, "20")))
                .isEqualTo("at least 20 purchases from 180 days ago to today");
        assertThat(chinese.of(purchases(Comparison.AT_LEAST, "20")))
                .isEqualTo("180 天前至今天购买至少 20 次");
        assertThat(english.of(purchases(Comparison.EQUAL, "0")))
                .isEqualTo("no purchases from 180 days ago to today");
        assertThat(english.of(purchases(Comparison.LESS, "1")))
                .isEqualTo("no purchases from 180 days ago to today");
        assertThat(chinese.of(purchases(Comparison.AT_MOST, "0"))).isEqualTo("180 天前至今天没有购买");
        assertThat(english.of(purchases(Comparison.AT_LEAST, "1")))
                .isEqualTo("any purchases from 180 days ago to today");
        assertThat(chinese.of(purchases(Comparison.GREATER, "0"))).isEqualTo("180 天前至今天有购买");
        assertThat(english.of(purchases(Comparison.LESS, "2")))
                .isEqualTo("fewer than 2 purchases from 180 days ago to today");
    }

    @Test
    void daysAreBeforeAndAfterAndAgo() {
        Value ago = new Value.Ago(3, Value.Unit.MONTHS);
        Value day = new Value.Day(LocalDate.of(2017, 12, 31));
        assertThat(english.of(new TagRule.Compare("last_order", Comparison.AT_LEAST, ago)))
                .isEqualTo("Last order is at most 3 months ago");
        assertThat(english.of(new TagRule.Compare("last_order", Comparison.LESS, ago)))
                .isEqualTo("Last order is more than 3 months ago");
        assertThat(chinese.of(new TagRule.Compare("last_order", Comparison.LESS, ago)))
                .isEqualTo("最近下单距今超过 3 个月");
        assertThat(english.of(new TagRule.Compare("last_order", Comparison.AT_MOST, day)))
                .isEqualTo("Last order is on or before 2017-12-31");
    }

    private static TagRule purchases(Comparison comparison, String times) {
        return new TagRule.Events(
                "purchases",
                TagRule.Aggregate.COUNT,
                Optional.empty(),
                new Window.Last(new Value.Ago(180, Value.Unit.DAYS)),
                Optional.empty(),
                comparison,
                number(times));
    }

    @Test
    void todayIsOneOfTheDaysThatEndWithIt() {
        TagRule week = new TagRule.InLast("joined", new Span(7, Value.Unit.DAYS));
        TagRule.Events bought =
                new TagRule.Events(
                        "purchases",
                        TagRule.Aggregate.COUNT,
                        Optional.empty(),
                        new Window.InLast(new Span(1, Value.Unit.MONTHS)),
                        Optional.empty(),
                        Comparison.AT_LEAST,
                        number("2"));
        assertThat(english.of(week)).isEqualTo("Joined is in the last 7 days (today included)");
        assertThat(chinese.of(week)).isEqualTo("加入日期在最近 7 天（含今天）内");
        assertThat(english.of(bought))
                .isEqualTo("at least 2 purchases in the last 1 month (today included)");
        assertThat(chinese.of(bought)).isEqualTo("最近 1 个月（含今天）购买至少 2 次");
    }

    @Test
    void datesStandBesideTheRuleWhereTodayIsKnown() {
        Optional<LocalDate> today = Optional.of(LocalDate.of(2024, 1, 20));
        RuleWords dated = new RuleWords(Texts.in(Locale.ENGLISH), today);
        assertThat(dated.of(new TagRule.InLast("joined", new Span(7, Value.Unit.DAYS))))
                .isEqualTo("Joined is in the last 7 days (2024-01-14 to 2024-01-20)");
        assertThat(dated.of(purchases(Comparison.AT_LEAST, "20")))
                .isEqualTo(
                        "at least 20 purchases from 180 days ago to today (2023-07-24 to 2024-01-20)");
        assertThat(dated.of(new Value.Ago(0, Value.Unit.DAYS))).isEqualTo("today");
    }

    @Test
    void rulesAreSaidInChinese() {
        assertThat(chinese.of(new TagRule.All(List.of(recent, web))))
                .isEqualTo("最近一次间隔不超过 3 且渠道是 “Web”、“Phone” 之一");
        assertThat(chinese.of(spending)).isEqualTo("90 天前至今天购买（其中最近一次间隔不超过 3）的金额合计不少于 1,200.5");
        assertThat(chinese.of(new Value.Ago(2, Value.Unit.WEEKS))).isEqualTo("2 周前");
    }

    @Test
    void fieldsAreCalledAsPeopleCallThem() {
        FieldNames names =
                (what, language) ->
                        what.equals(new FieldName.OfEvents("purchases", "recency"))
                                ? Optional.of("Freshness")
                                : Optional.empty();
        RuleWords words = new RuleWords(Texts.in(Locale.ENGLISH).calling(names));
        assertThat(words.of(spending))
                .as("the field of events has a label of its own")
                .startsWith("total Amount of purchases (where Freshness is at most 3)");
        assertThat(words.of(recent)).isEqualTo("Recency is at most 3");
        assertThat(words.of(new TagRule.Missing("shoe_rack"))).isEqualTo("shoe_rack has no value");
    }
}
