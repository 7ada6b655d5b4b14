package io.marquetry.sample;

import io.marquetry.audience.ExpressionText;
import io.marquetry.base.LocalizedText;
import io.marquetry.pack.AssetPackage;
import io.marquetry.pack.PackageKey;
import io.marquetry.tag.TagKey;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/** The packages of the sample: three mailings as they were, and one in work. */
enum SamplePackage {
    SPRING(
            "pack_mailer_spring",
            "Coupon mailing, spring",
            "春季优惠券邮寄",
            8,
            "user_campaign_8",
            "campaign_typea_8 coupon_upc_51600070033",
            "mail_template_coupons",
            "reach_cap_2perweek recommend_rule_department"),
    SUMMER(
            "pack_mailer_summer",
            "Coupon mailing, summer",
            "夏季优惠券邮寄",
            13,
            "user_campaign_13",
            "campaign_typea_13 coupon_upc_10000085475",
            "mail_template_coupons",
            "reach_cap_2perweek recommend_rule_department"),
    AUTUMN(
            "pack_mailer_autumn",
            "Coupon mailing, autumn",
            "秋季优惠券邮寄",
            18,
            "user_campaign_18",
            "campaign_typea_18 coupon_upc_54154888076",
            "mail_template_coupons",
            "reach_cap_2perweek recommend_rule_personalized"),
    WINBACK(
            "pack_winback_winter",
            "Winter win-back",
            "冬季召回",
            0,
            "(user_coupon_ever or user_mailing_ge5)"
                    + " and (user_items_ge20in180d or user_spend_ge150)"
                    + " and not (user_coupon_used90d or user_mailing_recent60d)",
            "coupon_upc_10000085475",
            "sms_template_wake mail_template_coupons",
            "reach_quiet_2200 recommend_rule_personalized");

    private final String key;
    private final String english;
    private final String chinese;
    private final int campaign;
    private final String audience;
    private final String benefits;
    private final String contents;
    private final String rules;

    SamplePackage(
            String key,
            String english,
            String chinese,
            int campaign,
            String audience,
            String benefits,
            String contents,
            String rules) {
        this.key = key;
        this.english = english;
        this.chinese = chinese;
        this.campaign = campaign;
        this.audience = audience;
        this.benefits = benefits;
        this.contents = contents;
        this.rules = rules;
    }

    PackageKey key() {
        return new PackageKey(key);
    }

    /** Returns the campaign whose outcomes are the package's; empty where it was never sent. */
    OptionalInt campaign() {
        return campaign == 0 ? OptionalInt.empty() : OptionalInt.of(campaign);
    }

    AssetPackage pack() {
        return new AssetPackage(
                key(),
                LocalizedText.of(english, chinese),
                SampleSource.NAME,
                ExpressionText.parse(audience),
                tags(benefits),
                tags(contents),
                tags(rules));
    }

    private static List<TagKey> tags(String keys) {
        return Arrays.stream(keys.split(" ")).map(TagKey::new).toList();
    }
}
