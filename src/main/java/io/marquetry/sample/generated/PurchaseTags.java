package io.marquetry.sample.generated;

import static io.marquetry.sample.generated.Conditions.ALWAYS;
import static io.marquetry.sample.generated.Conditions.compare;
import static io.marquetry.sample.generated.Conditions.count;
import static io.marquetry.sample.generated.Conditions.days;
import static io.marquetry.sample.generated.Conditions.dearest;
import static io.marquetry.sample.generated.Conditions.is;
import static io.marquetry.sample.generated.Conditions.last;
import static io.marquetry.sample.generated.Conditions.latest;
import static io.marquetry.sample.generated.Conditions.missing;
import static io.marquetry.sample.generated.Conditions.not;
import static io.marquetry.sample.generated.Conditions.sum;

import io.marquetry.tag.Comparison;
import io.marquetry.tag.TagRule;
import io.marquetry.tag.Window;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Tags on what customers bought. */
final class PurchaseTags {

    private static final Optional<TagRule> ANY = Optional.empty();

    private final TagList tags;

    PurchaseTags(TagList tags) {
        this.tags = tags;
    }

    void add() {
        purchases();
        spending();
        categories();
        discounts();
        festivals();
    }

    private void purchases() {
        tags.topic("Purchases", "购买");
        often(ALWAYS, "", "", "", 1, 2, 3, 5, 10, 20, 50, 100, 200, 300, 400);
        often(last(30), "in30d", " in 30 days", "30 天内", 1, 2, 3, 5, 10, 20);
        often(last(90), "in90d", " in 90 days", "90 天内", 1, 3, 5, 10, 30, 60);
        often(last(365), "in365d", " in 365 days", "365 天内", 1, 5, 10, 50, 100, 200);
        for (int absent : new int[] {90, 180, 365}) {
            tags.add(
                    "bought",
                    "nonein" + absent + "d",
                    "Nothing bought in " + absent + " days",
                    absent + " 天内未购买",
                    count(last(absent), ANY, Comparison.EQUAL, 0));
        }
        for (int recent : new int[] {1, 2, 7, 14}) {
            tags.add(
                    "bought",
                    "last" + recent + "d",
                    "Bought in the last " + TagList.many(recent, "day"),
                    "近 " + recent + " 天购买",
                    latest(Comparison.AT_LEAST, days(recent)));
        }
        for (int absent : new int[] {365, 730, 1_000, 1_090}) {
            tags.add(
                    "bought",
                    "lapsed" + absent + "d",
                    "Last purchase over " + TagList.shown(absent) + " days ago",
                    TagList.shown(absent) + " 天前最后购买",
                    latest(Comparison.LESS, days(absent)));
        }
    }

    private void often(Window window, String key, String english, String chinese, int... counts) {
        for (int many : counts) {
            tags.add(
                    "bought",
                    "ge" + many + key,
                    "At least " + TagList.many(many, "purchase") + english,
                    chinese + "购买 ≥ " + many + " 次",
                    count(window, ANY, Comparison.AT_LEAST, many));
        }
    }

    private void spending() {
        tags.topic("Spending", "消费");
        much(ALWAYS, "", "", "", 100, 500, 1_000, 5_000, 10_000, 20_000, 50_000, 100_000, 200_000);
        much(last(30), "in30d", " in 30 days", "30 天内", 200, 1_000, 5_000, 20_000, 50_000);
        much(last(90), "in90d", " in 90 days", "90 天内", 500, 2_000, 10_000, 30_000, 100_000);
        much(last(365), "in365d", " in 365 days", "365 天内", 1_000, 5_000, 20_000, 100_000);
        for (int much : new int[] {500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000}) {
            tags.add(
                    "basket",
                    "ge" + TagList.brief(much),
                    "One purchase of ¥" + TagList.shown(much) + " or more",
                    "单笔 ≥ " + TagList.shown(much) + " 元",
                    dearest(ALWAYS, much));
        }
        for (int much : new int[] {1_000, 5_000, 20_000}) {
            tags.add(
                    "basket",
                    "ge" + TagList.brief(much) + "in30d",
                    "One purchase of ¥" + TagList.shown(much) + " or more in 30 days",
                    "30 天内单笔 ≥ " + TagList.shown(much) + " 元",
                    dearest(last(30), much));
        }
    }

    private void much(Window window, String key, String english, String chinese, int... sums) {
        for (int much : sums) {
            tags.add(
                    "spend",
                    "ge" + TagList.brief(much) + key,
                    "Spent ¥" + TagList.shown(much) + " or more" + english,
                    chinese + "消费 ≥ " + TagList.shown(much) + " 元",
                    sum("amount", window, ANY, much));
        }
    }

    private void categories() {
        tags.topic("Category", "品类");
        for (Word category : Vocabulary.CATEGORIES) {
            String english = CustomerTags.english(category);
            String chinese = CustomerTags.chinese(category);
            Optional<TagRule> where = Optional.of(is("category", category.value()));
            tags.add(
                    "category",
                    category.keyPart(),
                    "Buys " + english,
                    "购买" + chinese,
                    count(ALWAYS, where, Comparison.AT_LEAST, 1));
            for (int many : new int[] {3, 10, 30}) {
                tags.add(
                        "category",
                        category.keyPart() + "ge" + many,
                        "Buys " + english + ", " + many + " times or more",
                        "购买" + chinese + " ≥ " + many + " 次",
                        count(ALWAYS, where, Comparison.AT_LEAST, many));
            }
            tags.add(
                    "category",
                    category.keyPart() + "in30d",
                    "Bought " + english + " in 30 days",
                    "30 天内购买" + chinese,
                    count(last(30), where, Comparison.AT_LEAST, 1));
            tags.add(
                    "category",
                    category.keyPart() + "ge5k",
                    "Spent ¥5,000 or more on " + english,
                    chinese + "消费 ≥ 5,000 元",
                    sum("amount", ALWAYS, where, 5_000));
        }
    }

    private void discounts() {
        tags.topic("Discounts", "折扣");
        for (int much : new int[] {10, 50, 200, 1_000, 5_000, 20_000}) {
            tags.add(
                    "discount",
                    "ge" + TagList.brief(much),
                    "Saved ¥" + TagList.shown(much) + " or more",
                    "累计优惠 ≥ " + TagList.shown(much) + " 元",
                    sum("discount", ALWAYS, ANY, much));
        }
        for (int many : new int[] {3, 10, 50}) {
            tags.add(
                    "discount",
                    "full" + many,
                    "At least " + TagList.many(many, "purchase") + " at full price",
                    "原价购买 ≥ " + many + " 次",
                    count(ALWAYS, Optional.of(missing("discount")), Comparison.AT_LEAST, many));
        }
        for (int many : new int[] {1, 5, 20, 100}) {
            tags.add(
                    "discount",
                    "used" + many,
                    "At least " + TagList.many(many, "purchase") + " at a discount",
                    "优惠购买 ≥ " + many + " 次",
                    count(
                            ALWAYS,
                            Optional.of(not(missing("discount"))),
                            Comparison.AT_LEAST,
                            many));
        }
        for (int much : new int[] {100, 500, 2_000, 10_000}) {
            tags.add(
                    "discount",
                    "one" + TagList.brief(much),
                    "A discount of ¥" + TagList.shown(much) + " or more in 365 days",
                    "365 天内单笔优惠 ≥ " + TagList.shown(much) + " 元",
                    count(
                            last(365),
                            Optional.of(compare("discount", Comparison.AT_LEAST, "" + much)),
                            Comparison.AT_LEAST,
                            1));
        }
    }

    private void festivals() {
        tags.topic("Festivals", "大促");
        for (int year = 2023; year <= 2025; year++) {
            festival("double11", "Double 11 ", "双十一", year, LocalDate.of(year, 11, 11));
            festival("midyear", "Mid-year sale ", "618 ", year, LocalDate.of(year, 6, 18));
        }
    }

    private void festival(String key, String english, String chinese, int year, LocalDate day) {
        Window window = new Window.Days(day, day);
        for (int many : List.of(1, 3, 10)) {
            String times = many == 1 ? "" : "ge" + many;
            tags.add(
                    key,
                    year + times,
                    english + year + (many == 1 ? "" : ", " + many + " purchases or more"),
                    chinese + " " + year + (many == 1 ? "" : " ≥ " + many + " 次"),
                    count(window, ANY, Comparison.AT_LEAST, many));
        }
        tags.add(
                key,
                year + "ge5k",
                english + year + ", ¥5,000 or more",
                chinese + " " + year + " ≥ 5,000 元",
                sum("amount", window, ANY, 5_000));
    }
}
