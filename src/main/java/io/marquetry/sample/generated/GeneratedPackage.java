package io.marquetry.sample.generated;

import io.marquetry.audience.ExpressionText;
import io.marquetry.audience.SourceName;
import io.marquetry.base.LocalizedText;
import io.marquetry.pack.AssetPackage;
import io.marquetry.pack.PackageKey;
import io.marquetry.tag.TagKey;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The packages in work that a sample begins with. */
enum GeneratedPackage {
    UPGRADE(
            "Silver to gold, in the large cities",
            "一线银卡升金卡",
            "user_level_silver"
                    + " and (user_city_shanghai or user_city_beijing or user_city_shenzhen)"
                    + " and not user_churn_high",
            "coupon_value_50 points_double_week",
            "sms_template_upgrade",
            "reach_quiet_2108 recommend_rule_nearby"),
    WINBACK(
            "Win back good customers",
            "高价值客户召回",
            "user_spend_ge1k"
                    + " and (user_churn_high or user_bought_nonein180d)"
                    + " and not user_consent_none",
            "coupon_value_300",
            "sms_template_winback mail_template_monthly",
            "reach_quiet_2108 reach_cap_3perweek"),
    FESTIVAL(
            "Skin care for the festival",
            "大促护肤专场",
            "(user_double11_2025 or user_category_skincare)"
                    + " and user_push_yes and not user_level_bronze",
            "coupon_value_20 gift_sample_skincare",
            "push_template_festival",
            "reach_cap_3perweek recommend_rule_favourite"),
    COFFEE(
            "Coffee for the young",
            "年轻人的咖啡",
            "user_age_18to24 and user_channel_app"
                    + " and (user_category_coffee or user_category_snacks)",
            "coupon_freight_free",
            "push_template_coffee",
            "reach_quiet_2108");

    private static final int MAX_SOURCE = 40;

    private final String english;
    private final String chinese;
    private final String audience;
    private final String benefits;
    private final String contents;
    private final String rules;

    GeneratedPackage(
            String english,
            String chinese,
            String audience,
            String benefits,
            String contents,
            String rules) {
        this.english = english;
        this.chinese = chinese;
        this.audience = audience;
        this.benefits = benefits;
        this.contents = contents;
        this.rules = rules;
    }

    /** Returns the package for the profiles of a source; each source has packages of its own. */
    AssetPackage pack(SourceName source) {
        return new AssetPackage(
                key(source),
                LocalizedText.of(english, chinese),
                source,
                ExpressionText.parse(audience),
                tags(benefits),
                tags(contents),
                tags(rules));
    }

    private PackageKey key(SourceName source) {
        String name = source.value().replace('-', '_');
        String cut = name.substring(0, Math.min(MAX_SOURCE, name.length()));
        return new PackageKey("pack_" + name().toLowerCase(Locale.ROOT) + "_" + cut);
    }

    private static List<TagKey> tags(String keys) {
        return Arrays.stream(keys.split(" ")).map(TagKey::new).toList();
    }
}
