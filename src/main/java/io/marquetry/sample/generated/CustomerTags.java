package io.marquetry.sample.generated;

import static io.marquetry.sample.generated.Conditions.all;
import static io.marquetry.sample.generated.Conditions.between;
import static io.marquetry.sample.generated.Conditions.compare;
import static io.marquetry.sample.generated.Conditions.days;
import static io.marquetry.sample.generated.Conditions.is;
import static io.marquetry.sample.generated.Conditions.missing;
import static io.marquetry.sample.generated.Conditions.not;
import static io.marquetry.sample.generated.Conditions.oneOf;

import io.marquetry.tag.Comparison;
import io.marquetry.tag.TagRule;
import io.marquetry.tag.Value;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** Tags on what is known of the customers themselves. */
final class CustomerTags {

    /** The lowest and the highest age of the usual bands. */
    static final int[][] AGES = {{18, 24}, {25, 29}, {30, 34}, {35, 44}, {45, 54}, {55, 64}};

    private final TagList tags;

    CustomerTags(TagList tags) {
        this.tags = tags;
    }

    void add() {
        levels();
        words("Channel", "渠道", "channel", "channel", Vocabulary.CHANNELS);
        words("Device", "设备", "device", "device", Vocabulary.DEVICES);
        tags.add("device", "unknown", "Device unknown", "设备未知", missing("device"));
        ages();
        visits();
        wealth();
        churn();
        registration();
        lastVisit();
        consent();
    }

    private void levels() {
        words("Level", "会员等级", "level", "level", Vocabulary.LEVELS);
        for (int lowest = 2; lowest < Vocabulary.LEVELS.size() - 1; lowest++) {
            Word word = Vocabulary.LEVELS.get(lowest);
            List<Word> up = Vocabulary.LEVELS.subList(lowest, Vocabulary.LEVELS.size());
            tags.add(
                    "level",
                    word.keyPart() + "up",
                    english(word) + " or higher",
                    chinese(word) + "及以上",
                    oneOf("level", Conditions.values(up)));
        }
    }

    private void words(
            String english, String chinese, String dimension, String field, List<Word> words) {
        tags.topic(english, chinese);
        for (Word word : words) {
            tags.add(
                    dimension,
                    word.keyPart(),
                    english + ": " + english(word),
                    chinese + "：" + chinese(word),
                    is(field, word.value()));
        }
    }

    private void ages() {
        tags.topic("Age", "年龄");
        for (int[] band : AGES) {
            tags.add(
                    "age",
                    band[0] + "to" + band[1],
                    "Age " + band[0] + " to " + band[1],
                    band[0] + "–" + band[1] + " 岁",
                    between("age", "" + band[0], "" + band[1]));
        }
        for (int age : new int[] {65, 70, 75, 80, 85, 90, 95, 98}) {
            tags.add(
                    "age",
                    age + "plus",
                    "Age " + age + " and over",
                    age + " 岁及以上",
                    compare("age", Comparison.AT_LEAST, "" + age));
        }
        for (int age : new int[] {18, 40, 60, 88, 99}) {
            tags.add(
                    "age",
                    "" + age,
                    "Age " + age,
                    age + " 岁",
                    compare("age", Comparison.EQUAL, "" + age));
        }
        tags.add("age", "unknown", "Age unknown", "年龄未知", missing("age"));
        tags.add("age", "known", "Age known", "年龄已知", not(missing("age")));
    }

    private void visits() {
        tags.topic("Visits", "访问");
        for (int visits : new int[] {2, 3, 4, 5, 7, 10, 15, 20, 30, 40, 50, 60, 70, 80, 90}) {
            tags.add(
                    "visits",
                    "ge" + visits + "in90d",
                    "At least " + visits + " visits in 90 days",
                    "90 天内访问 ≥ " + visits + " 次",
                    compare("visits_90d", Comparison.AT_LEAST, "" + visits));
        }
        tags.add(
                "visits",
                "nonein90d",
                "No visit in 90 days",
                "90 天内未访问",
                compare("visits_90d", Comparison.EQUAL, "0"));
    }

    private void wealth() {
        tags.topic("Points", "积分");
        for (int points :
                new int[] {
                    100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000, 200_000,
                    500_000, 1_000_000, 2_000_000
                }) {
            tags.add(
                    "points",
                    "ge" + TagList.brief(points),
                    "Points ≥ " + TagList.shown(points),
                    "积分 ≥ " + TagList.shown(points),
                    compare("points", Comparison.AT_LEAST, "" + points));
        }
        tags.add("points", "none", "No points", "无积分", compare("points", Comparison.EQUAL, "0"));
        tags.topic("Wallet", "钱包");
        for (int much :
                new int[] {
                    20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000,
                    500_000, 1_000_000
                }) {
            tags.add(
                    "wallet",
                    "ge" + TagList.brief(much),
                    "Wallet ≥ ¥" + TagList.shown(much),
                    "余额 ≥ " + TagList.shown(much) + " 元",
                    compare("balance", Comparison.AT_LEAST, "" + much));
        }
        tags.add("wallet", "none", "No wallet", "未开通钱包", missing("balance"));
        tags.add(
                "wallet",
                "low",
                "Wallet under ¥10",
                "余额低于 10 元",
                compare("balance", Comparison.LESS, "10"));
    }

    private void churn() {
        tags.topic("Churn risk", "流失风险");
        tags.add(
                "churn",
                "low",
                "Churn risk low",
                "流失风险低",
                compare("churn_risk", Comparison.LESS, "0.3"));
        tags.add(
                "churn",
                "medium",
                "Churn risk medium",
                "流失风险中",
                between("churn_risk", "0.3", "0.699"));
        tags.add(
                "churn",
                "high",
                "Churn risk high",
                "流失风险高",
                compare("churn_risk", Comparison.AT_LEAST, "0.7"));
        for (int risk : new int[] {80, 90, 95, 99}) {
            tags.add(
                    "churn",
                    "ge" + risk,
                    "Churn risk at least " + risk + " %",
                    "流失风险 ≥ " + risk + "%",
                    compare("churn_risk", Comparison.AT_LEAST, "0." + risk));
        }
        tags.add(
                "churn",
                "zero",
                "No churn risk",
                "无流失风险",
                compare("churn_risk", Comparison.EQUAL, "0"));
        tags.add("churn", "unknown", "Churn risk unknown", "流失风险未知", missing("churn_risk"));
    }

    private void registration() {
        tags.topic("Registration", "注册");
        for (int last : new int[] {1, 2, 3, 7, 14, 30, 60, 90, 180, 365, 730}) {
            tags.add(
                    "registered",
                    "last" + last + "d",
                    "Registered in the last " + TagList.many(last, "day"),
                    "近 " + last + " 天注册",
                    compare("registered", Comparison.AT_LEAST, days(last)));
        }
        for (int years : new int[] {3, 5, 7, 9}) {
            tags.add(
                    "registered",
                    "before" + years + "y",
                    "Registered over " + years + " years ago",
                    "注册满 " + years + " 年",
                    compare(
                            "registered",
                            Comparison.AT_MOST,
                            new Value.Ago(years, Value.Unit.YEARS)));
        }
        for (int year = 2016; year <= 2025; year++) {
            tags.add(
                    "registered",
                    "in" + year,
                    "Registered in " + year,
                    year + " 年注册",
                    span("registered", LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)));
        }
        for (int year = 2016; year <= 2025; year += 3) {
            tags.add(
                    "registered",
                    "newyear" + year,
                    "Registered on New Year’s Day " + year,
                    year + " 年元旦注册",
                    compare(
                            "registered",
                            Comparison.EQUAL,
                            new Value.Day(LocalDate.of(year, 1, 1))));
        }
    }

    private void lastVisit() {
        tags.topic("Last visit", "最近访问");
        for (int last : new int[] {1, 3, 7, 14, 30, 90}) {
            tags.add(
                    "visited",
                    "last" + last + "d",
                    "Visited in the last " + TagList.many(last, "day"),
                    "近 " + last + " 天访问",
                    compare("last_visit", Comparison.AT_LEAST, days(last)));
        }
        for (int absent :
                new int[] {60, 90, 180, 365, 730, 1_095, 1_460, 1_825, 2_555, 2_920, 3_285}) {
            tags.add(
                    "visited",
                    "not" + absent + "d",
                    "No visit for " + TagList.shown(absent) + " days",
                    TagList.shown(absent) + " 天未访问",
                    compare("last_visit", Comparison.LESS, days(absent)));
        }
        tags.add("visited", "never", "Never visited", "从未访问", missing("last_visit"));
        tags.add(
                "visited",
                "newyear",
                "Visited on the last day of the year",
                "年末最后一天访问",
                compare("last_visit", Comparison.EQUAL, new Value.Day(LocalDate.of(2025, 12, 31))));
    }

    private void consent() {
        tags.topic("Consent", "授权");
        tags.add("newsletter", "yes", "Reads the newsletter", "订阅邮件", is("newsletter", true));
        tags.add("newsletter", "no", "Without newsletter", "未订阅邮件", is("newsletter", false));
        tags.add("push", "yes", "Push allowed", "允许推送", is("push_allowed", true));
        tags.add("push", "no", "Push refused", "拒绝推送", is("push_allowed", false));
        tags.add("push", "unasked", "Push never asked", "未询问推送", missing("push_allowed"));
        tags.add(
                "consent",
                "none",
                "Cannot be reached",
                "无法触达",
                all(is("newsletter", false), not(is("push_allowed", true))));
    }

    static TagRule span(String field, LocalDate from, LocalDate to) {
        return new TagRule.Between(field, new Value.Day(from), new Value.Day(to));
    }

    static String english(Word word) {
        return word.name().in(Locale.ENGLISH);
    }

    static String chinese(Word word) {
        return word.name().in(Locale.SIMPLIFIED_CHINESE);
    }
}
