package io.marquetry.sample.generated;

import static io.marquetry.sample.generated.Conditions.all;
import static io.marquetry.sample.generated.Conditions.any;
import static io.marquetry.sample.generated.Conditions.between;
import static io.marquetry.sample.generated.Conditions.compare;
import static io.marquetry.sample.generated.Conditions.has;
import static io.marquetry.sample.generated.Conditions.is;
import static io.marquetry.sample.generated.Conditions.not;

import io.marquetry.tag.Comparison;
import io.marquetry.tag.TagRule;

/** Tags that join several conditions, most of them other tags. */
final class SegmentTags {

    private final TagList tags;

    SegmentTags(TagList tags) {
        this.tags = tags;
    }

    void add() {
        tags.topic("Segments", "客群");
        segment(
                "lapsedgold",
                "Gold, about to leave",
                "金卡流失预警",
                has("user_level_goldup"),
                has("user_churn_high"));
        segment(
                "lapseddiamond",
                "Diamond, about to leave",
                "钻石流失预警",
                is("level", "diamond"),
                has("user_churn_high"));
        segment(
                "lapsedplatinum",
                "Platinum, about to leave",
                "白金流失预警",
                has("user_level_platinum"),
                has("user_churn_high"));
        segment(
                "newactive",
                "New and active",
                "新客活跃",
                has("user_registered_last90d"),
                has("user_visits_ge5in90d"));
        segment(
                "newbuyer",
                "New and bought",
                "新客已购",
                has("user_registered_last90d"),
                has("user_bought_ge1"));
        segment(
                "newidle",
                "New, nothing bought",
                "新客未购",
                has("user_registered_last90d"),
                not(has("user_bought_ge1")));
        segment(
                "loyal",
                "Loyal for five years",
                "五年忠诚",
                has("user_registered_before5y"),
                has("user_bought_ge5in365d"));
        segment(
                "loyalgold",
                "Loyal and gold",
                "忠诚金卡",
                has("user_registered_before5y"),
                has("user_bought_ge5in365d"),
                has("user_level_goldup"));
        segment(
                "loyalblack",
                "Loyal and black",
                "忠诚黑卡",
                has("user_registered_before5y"),
                is("level", "black"));
        segment(
                "winback",
                "Worth winning back",
                "值得召回",
                has("user_churn_high"),
                has("user_spend_ge1k"));
        segment(
                "winbackbig",
                "Large and lost",
                "大额流失",
                has("user_churn_high"),
                has("user_spend_ge10k"));
        segment(
                "winbackhuge",
                "Very large and lost",
                "超大额流失",
                has("user_churn_high"),
                has("user_spend_ge50k"));
        segment(
                "silent",
                "Reachable and silent",
                "可触达沉默",
                has("user_newsletter_yes"),
                has("user_bought_nonein365d"));
        segment(
                "pushbuyer",
                "Push allowed and buying",
                "可推送在购",
                has("user_push_yes"),
                has("user_bought_ge1in90d"));
        segment(
                "unreachable",
                "Buying but out of reach",
                "在购无法触达",
                has("user_consent_none"),
                has("user_bought_ge1in90d"));
        segment(
                "youngapp",
                "Young, by app",
                "年轻 App 用户",
                has("user_age_18to24"),
                is("channel", "app"));
        segment(
                "seniorstore",
                "Over 65, by store",
                "老年门店用户",
                has("user_age_65plus"),
                is("channel", "store"));
        segment(
                "seniorphone",
                "Over 75, by phone",
                "高龄电话用户",
                has("user_age_75plus"),
                is("channel", "phone"));
        segment(
                "partnerios",
                "Partner and iOS",
                "合作伙伴 iOS",
                is("channel", "partner"),
                is("device", "ios"));
        segment(
                "partnergold",
                "Partner and gold",
                "合作伙伴金卡",
                is("channel", "partner"),
                has("user_level_goldup"));
        segment(
                "cardevice",
                "Car and push allowed",
                "车机可推送",
                is("device", "car"),
                has("user_push_yes"));
        segment(
                "tvdairy",
                "Television and dairy",
                "电视端乳品",
                is("device", "tv"),
                has("user_category_dairy"));
        segment(
                "bargain",
                "Bargain hunters",
                "羊毛党",
                has("user_discount_used5"),
                not(has("user_discount_full3")));
        segment(
                "beauty",
                "Beauty",
                "美妆人群",
                any(
                        has("user_category_makeup"),
                        has("user_category_skincare"),
                        has("user_category_fragrance")));
        segment(
                "beautyall",
                "Beauty, all of it",
                "美妆全品类",
                has("user_category_makeup"),
                has("user_category_skincare"),
                has("user_category_fragrance"));
        segment(
                "family",
                "Families",
                "家庭人群",
                any(has("user_category_babycare"), has("user_category_toys")));
        segment(
                "familybig",
                "Families that buy often",
                "高频家庭",
                has("user_category_babycarege3"),
                has("user_category_toysge3"));
        segment(
                "gourmet",
                "Tea, wine and seafood",
                "茶酒海鲜",
                has("user_category_tea"),
                has("user_category_wine"),
                has("user_category_seafood"));
        segment(
                "luxury",
                "Luxury",
                "奢侈品",
                any(has("user_category_jewelryge5k"), has("user_category_bagsge5k")));
        segment(
                "luxurydiamond",
                "Luxury and diamond",
                "钻石奢侈品",
                has("user_level_diamondup"),
                has("user_category_jewelry"));
        segment(
                "festivalboth",
                "Both festivals of 2025",
                "2025 双大促",
                has("user_double11_2025"),
                has("user_midyear_2025"));
        segment(
                "festivalonly",
                "Only at festivals",
                "仅大促购买",
                any(has("user_double11_2025"), has("user_midyear_2025")),
                not(has("user_bought_ge5")));
        segment(
                "festivalall",
                "All six festivals",
                "六次大促全勤",
                has("user_double11_2025"),
                has("user_midyear_2025"),
                has("user_double11_2024"),
                has("user_midyear_2024"),
                has("user_double11_2023"),
                has("user_midyear_2023"));
        segment(
                "richidle",
                "Full wallet, not buying",
                "余额高未购",
                has("user_wallet_ge500"),
                has("user_bought_nonein180d"));
        segment(
                "pointsidle",
                "Many points, not buying",
                "积分高未购",
                has("user_points_ge5k"),
                has("user_bought_nonein180d"));
        segment(
                "midage",
                "Middle-aged, in large cities",
                "一线中年",
                between("age", "35", "50"),
                has("user_city_tier1"));
        segment(
                "southwestgold",
                "Gold in the southwest",
                "西南金卡",
                has("user_region_southwest"),
                has("user_level_goldup"));
        segment(
                "northeastblack",
                "Black in the northeast",
                "东北黑卡",
                has("user_region_northeast"),
                is("level", "black"));
        segment(
                "northwestdiamond",
                "Diamond in the northwest",
                "西北钻石",
                has("user_region_northwest"),
                is("level", "diamond"));
        segment("notbronze", "Above bronze", "银卡及以上", not(is("level", "bronze")));
        segment(
                "notapp",
                "Neither app nor mini program",
                "非线上小程序",
                not(any(is("channel", "app"), is("channel", "mini_program"))));
        segment("desktop", "At a desk", "电脑用户", any(is("device", "windows"), is("device", "mac")));
        segment(
                "frequent",
                "Frequent and rich",
                "高频高余额",
                has("user_visits_ge10in90d"),
                compare("balance", Comparison.AT_LEAST, "1000"));
    }

    private void segment(String key, String english, String chinese, TagRule... rules) {
        tags.add("segment", key, english, chinese, rules.length == 1 ? rules[0] : all(rules));
    }
}
