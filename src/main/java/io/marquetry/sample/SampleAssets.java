package io.marquetry.sample;

import io.marquetry.asset.Asset;
import io.marquetry.asset.AssetKey;
import io.marquetry.base.LocalizedText;
import io.marquetry.base.Revision;
import io.marquetry.govern.AssetCentre;
import io.marquetry.govern.Care;
import io.marquetry.govern.GovernedAsset;
import io.marquetry.govern.LifeState;
import io.marquetry.requirement.Requirement;
import io.marquetry.requirement.Requirement.Accepted;
import io.marquetry.requirement.RequirementKey;
import io.marquetry.requirement.Requirements;
import io.marquetry.tag.TagKey;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Who keeps the sample's assets, an audience pack, and a requirement in words; some assets have
 * nobody, so that there is something to look at.
 */
final class SampleAssets {

    static final RequirementKey WANTED = new RequirementKey("win-back-coupon-users");

    /** Assets that no tag of the sample brings. */
    static final Asset PARENTS =
            new Asset(
                    new AssetKey("people_parents"),
                    Asset.Kind.AUDIENCE_PACK,
                    LocalizedText.of("Parents who buy", "有孩子的活跃家庭"),
                    Optional.empty(),
                    new TreeMap<>(Map.of("audience", "user_kids_any and user_active_30d")));

    private static final Map<String, String> KEEPERS =
            Map.of(
                    "mail_", "Zhao Min",
                    "sms_", "Zhao Min",
                    "push_", "Zhao Min",
                    "campaign_", "Li Wen",
                    "recommend_", "Chen Jie",
                    "people_", "Chen Jie");

    private SampleAssets() {}

    /** Gives owners to assets that have none, and adds the audience pack. */
    static void keep(AssetCentre centre) {
        if (!centre.assets().containsKey(PARENTS.key())) {
            centre.save(new GovernedAsset(PARENTS, Care.of(LifeState.ACTIVE), Revision.NONE));
        }
        KEEPERS.forEach(
                (beginning, owner) ->
                        centre.keep(
                                centre.assets().keySet().stream()
                                        .filter(key -> key.value().startsWith(beginning))
                                        .toList(),
                                care ->
                                        care.owner().isPresent()
                                                ? care
                                                : care.withOwner(Optional.of(owner))));
    }

    /** Adds the requirement where it is not there, in the words of whoever asks for the sample. */
    static void want(Requirements requirements, Locale language) {
        boolean there =
                requirements.all().stream().anyMatch(one -> one.value().key().equals(WANTED));
        if (there) {
            return;
        }
        Requirement goal =
                Requirement.of(
                        WANTED,
                        LocalizedText.of(
                                        "Win back good coupon users who have stopped redeeming, by"
                                                + " SMS, not at night",
                                        "用短信召回曾经常用优惠券、现已不再核销的用户，夜间不发送")
                                .in(language));
        requirements.save(
                new Requirement(
                        goal.key(),
                        goal.goal(),
                        goal.audience(),
                        Optional.of("SMS"),
                        Optional.of(new BigDecimal(5000)),
                        goal.from(),
                        goal.until(),
                        Optional.of("Li Wen"),
                        List.of(
                                accepted("user_value_winback"),
                                accepted("sms_template_wake"),
                                accepted("reach_quiet_2200")),
                        List.of(),
                        Optional.empty()),
                Revision.NONE);
    }

    /** Takes the requirement away. */
    static void forget(Requirements requirements) {
        if (requirements.all().stream().anyMatch(one -> one.value().key().equals(WANTED))) {
            requirements.remove(WANTED);
        }
    }

    private static Accepted accepted(String tag) {
        return new Accepted(new TagKey(tag), false);
    }
}
