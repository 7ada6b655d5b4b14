package io.marquetry.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.asset.Asset;
import io.marquetry.asset.AssetKey;
import io.marquetry.audience.AudienceSize;
import io.marquetry.audience.ExpressionText;
import io.marquetry.audience.Snapshot;
import io.marquetry.audience.SourceName;
import io.marquetry.base.LocalizedText;
import io.marquetry.base.Problem;
import io.marquetry.pack.AssetPackage;
import io.marquetry.pack.PackageDraft;
import io.marquetry.pack.PackageEdit;
import io.marquetry.pack.PackageKey;
import io.marquetry.tag.Category;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagKey;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What one is told before a package goes out that could go out. */
class PackageWarningsTest {

    private static final SourceName SOURCE = new SourceName("shop");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final Problem NO_CONTENT = Problem.of("problem.warning.noContent");
    private static final Problem NO_BENEFIT = Problem.of("problem.warning.noBenefit");
    private static final Problem NO_HOLDOUT = Problem.of("problem.warning.noHoldout");

    private final Map<AssetKey, Asset> assets = new HashMap<>();
    private TagCatalog tags = new TagCatalog(List.of());
    private PackageDraft draft =
            PackageDraft.of(
                    AssetPackage.empty(
                                    new PackageKey("pack_one"),
                                    LocalizedText.of("One", "一"),
                                    SOURCE)
                            .withAudience(ExpressionText.parse("user_level_gold")));

    private void put(
            String key, Category zone, Asset.Kind kind, String text, Map<String, String> facts) {
        Optional<LocalizedText> body =
                text.isEmpty() ? Optional.empty() : Optional.of(LocalizedText.of(text, "好"));
        AssetKey named = new AssetKey(key);
        assets.put(
                named,
                new Asset(named, kind, LocalizedText.of(key, key), body, new TreeMap<>(facts)));
        TagKey tag = new TagKey(key);
        tags =
                tags.with(
                        new Tag(
                                tag,
                                zone,
                                LocalizedText.of(key, key),
                                LocalizedText.of("Offers", "优惠"),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(named)));
        draft = draft.apply(new PackageEdit.AddToZone(tag, zone, 0));
    }

    private List<Problem> warnings(long audience) {
        Snapshot snapshot = new Snapshot(SOURCE, "00", Instant.EPOCH, TODAY);
        return new PackageWarnings(tags, assets)
                .of(
                        draft.current(),
                        new AudienceSize(audience, 1_000, snapshot, Duration.ofMillis(1)));
    }

    @Test
    void packageThatSendsGivesAndHoldsOutNothingIsSaidSo() {
        assertThat(warnings(10)).containsExactly(NO_CONTENT, NO_BENEFIT, NO_HOLDOUT);
    }

    @Test
    void nobodyAndEverybodyAreSaid() {
        assertThat(warnings(0)).startsWith(Problem.of("problem.warning.nobody"));
        assertThat(warnings(1_000)).startsWith(Problem.of("problem.warning.everybody", 1_000L));
    }

    @Test
    void nothingIsSaidWhereAllIsThere() {
        put("coupon_value_50", Category.BENEFIT, Asset.Kind.COUPON, "", Map.of("channel", "SMS"));
        put("sms_template_wake", Category.CONTENT, Asset.Kind.SMS_TEMPLATE, "Hello", Map.of());
        put(
                "reach_holdout_10",
                Category.RULE,
                Asset.Kind.DELIVERY_RULE,
                "",
                Map.of("holdout_percent", "10"));
        assertThat(warnings(10)).isEmpty();
    }

    @Test
    void couponWithoutATemplateForItsChannelIsSaid() {
        put(
                "coupon_channel_wechat",
                Category.BENEFIT,
                Asset.Kind.COUPON,
                "",
                Map.of("channel", "wechat"));
        put("sms_template_wake", Category.CONTENT, Asset.Kind.SMS_TEMPLATE, "Hello", Map.of());
        assertThat(warnings(10))
                .containsExactly(
                        Problem.of(
                                "problem.warning.channel",
                                LocalizedText.of("coupon_channel_wechat", "coupon_channel_wechat"),
                                "wechat"),
                        NO_HOLDOUT);
    }

    @Test
    void couponThatEndedBeforeTheDayOfTheSourceIsSaid() {
        put(
                "coupon_value_50",
                Category.BENEFIT,
                Asset.Kind.COUPON,
                "",
                Map.of("end", "2026-11-22"));
        put(
                "coupon_value_60",
                Category.BENEFIT,
                Asset.Kind.COUPON,
                "",
                Map.of("end", "2026-11-23"));
        put("coupon_value_70", Category.BENEFIT, Asset.Kind.COUPON, "", Map.of("end", "soon"));
        assertThat(warnings(10))
                .containsExactly(
                        NO_CONTENT,
                        Problem.of(
                                "problem.warning.ended",
                                LocalizedText.of("coupon_value_50", "coupon_value_50"),
                                LocalDate.of(2026, 11, 22),
                                TODAY),
                        NO_HOLDOUT);
    }

    @Test
    void textThatDoesNotFitItsChannelIsSaid() {
        put(
                "sms_template_wake",
                Category.CONTENT,
                Asset.Kind.SMS_TEMPLATE,
                "x".repeat(161),
                Map.of());
        assertThat(warnings(10))
                .anySatisfy(warning -> assertThat(warning.args()).contains("sms_template_wake"));
    }
}
