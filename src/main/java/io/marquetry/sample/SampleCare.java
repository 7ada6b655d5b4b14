package io.marquetry.sample;

import io.marquetry.base.LocalizedText;
import io.marquetry.govern.Care;
import io.marquetry.govern.TagCentre;
import io.marquetry.tag.TagKey;

import java.util.List;
import java.util.Optional;

/** Who keeps the sample's tags; some have nobody, so that the board has something to find. */
final class SampleCare {

    private SampleCare() {}

    /** Gives owners and scenarios to tags that have none. */
    static void give(TagCentre centre, List<TagKey> tags) {
        for (Keeper keeper : Keeper.values()) {
            centre.keep(
                    tags.stream().filter(keeper::keeps).toList(),
                    care -> care.equals(Care.NONE) ? keeper.care(care) : care);
        }
    }

    private enum Keeper {
        CRM(
                "Zhao Min",
                "CRM",
                List.of("user_active_", "user_value_", "user_mailing_", "mail_", "sms_"),
                LocalizedText.of("wake up, win back", "唤醒、召回")),
        COUPONS(
                "Li Wen",
                "Loyalty",
                List.of("user_coupon_", "coupon_", "campaign_", "user_campaign_"),
                LocalizedText.of("upgrade, cross-sell", "升级、交叉销售")),
        DATA(
                "Chen Jie",
                "Data",
                List.of("user_age_", "user_income_", "user_kids_", "user_size_", "user_marital_"),
                LocalizedText.of("who is addressed", "人群划分"));

        private final String owner;
        private final String team;
        private final List<String> beginnings;
        private final LocalizedText scenario;

        Keeper(String owner, String team, List<String> beginnings, LocalizedText scenario) {
            this.owner = owner;
            this.team = team;
            this.beginnings = beginnings;
            this.scenario = scenario;
        }

        private boolean keeps(TagKey tag) {
            return beginnings.stream().anyMatch(tag.value()::startsWith);
        }

        private Care care(Care before) {
            return before.withOwner(Optional.of(owner))
                    .withTeam(Optional.of(team))
                    .withScenario(Optional.of(scenario));
        }
    }
}
