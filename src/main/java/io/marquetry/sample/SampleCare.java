package io.marquetry.sample;

import io.marquetry.base.LocalizedText;
import io.marquetry.govern.Care;
import io.marquetry.govern.TagCentre;
import io.marquetry.tag.TagKey;

import java.util.List;
import java.util.Optional;

/** Who keeps the sample's tags; some have nobody, so that the board has something to find. */
final class SampleCare {

    private static final List<Keeper> KEEPERS =
            List.of(
                    new Keeper(
                            "Zhao Min",
                            "CRM",
                            List.of(
                                    "user_active_",
                                    "user_value_",
                                    "user_mailing_",
                                    "mail_",
                                    "sms_"),
                            LocalizedText.of("wake up, win back", "唤醒、召回")),
                    new Keeper(
                            "Li Wen",
                            "Loyalty",
                            List.of("user_coupon_", "coupon_", "campaign_", "user_campaign_"),
                            LocalizedText.of("upgrade, cross-sell", "升级、交叉销售")),
                    new Keeper(
                            "Chen Jie",
                            "Data",
                            List.of(
                                    "user_age_",
                                    "user_income_",
                                    "user_kids_",
                                    "user_size_",
                                    "user_marital_"),
                            LocalizedText.of("who is addressed", "人群划分")));

    private SampleCare() {}

    /** Gives owners and scenarios to tags that have none. */
    static void give(TagCentre centre, List<TagKey> tags) {
        for (Keeper keeper : KEEPERS) {
            centre.settle(
                    tags.stream().filter(keeper::keeps).toList(),
                    care -> care.equals(Care.NONE) ? keeper.care(care) : care);
        }
    }

    /**
     * Somebody who looks after tags.
     *
     * @param beginnings what the keys of the tags begin with
     * @param scenario what the tags are for
     */
    private record Keeper(
            String owner, String team, List<String> beginnings, LocalizedText scenario) {

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
