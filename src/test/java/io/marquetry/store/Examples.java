package io.marquetry.store;

import io.marquetry.asset.Asset;
import io.marquetry.asset.AssetKey;
import io.marquetry.audience.AudienceExpression.AllOf;
import io.marquetry.audience.AudienceExpression.GroupKind;
import io.marquetry.audience.AudienceExpression.TagRef;
import io.marquetry.audience.SourceName;
import io.marquetry.base.LocalizedText;
import io.marquetry.base.Sha256;
import io.marquetry.pack.AssetPackage;
import io.marquetry.pack.NodePath;
import io.marquetry.pack.PackageDraft;
import io.marquetry.pack.PackageEdit;
import io.marquetry.pack.PackageKey;
import io.marquetry.pack.PackageRepository;
import io.marquetry.pack.PackageVersion;
import io.marquetry.source.Attribute;
import io.marquetry.source.AttributeType;
import io.marquetry.source.EventStream;
import io.marquetry.source.ProfileModel;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.SourceEngine;
import io.marquetry.source.SourcePlace;
import io.marquetry.tag.Category;
import io.marquetry.tag.Comparison;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagKey;
import io.marquetry.tag.TagRule;
import io.marquetry.tag.Value;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Things to keep in a workspace. */
public final class Examples {

    public static final SourceName SOURCE = new SourceName("hillstrom");
    public static final PackageKey SPRING = new PackageKey("pack_spring");
    public static final Instant NOON = Instant.parse("2026-11-23T12:00:00.123456Z");

    private Examples() {}

    public static Tag audienceTag(String key) {
        return audienceTag(
                key,
                new TagRule.Compare(
                        "spend", Comparison.AT_LEAST, new Value.Number(new BigDecimal("142.44"))));
    }

    /** Returns a tag that says something else under the same key. */
    public static Tag otherRule(String key) {
        return audienceTag(key, new TagRule.Missing("spend"));
    }

    public static Tag audienceTag(String key, TagRule rule) {
        return new Tag(
                new TagKey(key),
                Category.AUDIENCE,
                LocalizedText.of("Name of " + key, "名称 " + key),
                LocalizedText.of("Level", "等级"),
                Optional.empty(),
                Optional.of(rule),
                Optional.empty());
    }

    public static Tag benefitTag(String key, String asset) {
        return new Tag(
                new TagKey(key),
                Category.BENEFIT,
                LocalizedText.of("Coupon", "券"),
                LocalizedText.of("Coupons", "券"),
                Optional.of(LocalizedText.of("Twenty off", "减二十")),
                Optional.empty(),
                Optional.of(new AssetKey(asset)));
    }

    public static Asset coupon(String key) {
        return new Asset(
                new AssetKey(key),
                Asset.Kind.COUPON,
                LocalizedText.of("Coupon", "优惠券"),
                Optional.of(LocalizedText.of("Dear {name}", "亲爱的 {name}")),
                new TreeMap<>(Map.of("discount_percent", "20")));
    }

    public static PackageDraft draft(PackageKey key, int edits) {
        PackageDraft draft =
                PackageDraft.of(AssetPackage.empty(key, LocalizedText.of("Spring", "春季"), SOURCE));
        for (int i = 0; i < edits; i++) {
            TagKey tag = new TagKey("user_number_n" + i);
            draft = draft.apply(new PackageEdit.AddToAudience(tag, NodePath.ROOT, 0));
        }
        return draft;
    }

    /** Returns a draft with each kind of edit in its history, two of them undone. */
    public static PackageDraft everyEdit() {
        TagKey gold = new TagKey("user_level_gold");
        TagKey coupon = new TagKey("coupon_value_50");
        TagKey mail = new TagKey("coupon_value_60");
        return draft(SPRING, 1)
                .apply(new PackageEdit.AddToAudience(gold, NodePath.ROOT, 1))
                .apply(new PackageEdit.AddGroup(GroupKind.ANY_OF, NodePath.ROOT, 2))
                .apply(new PackageEdit.MoveNode(NodePath.of(0), NodePath.of(2), 0))
                .apply(new PackageEdit.ChangeKind(NodePath.of(1), GroupKind.EXCEPT))
                .apply(new PackageEdit.RemoveNode(NodePath.of(0)))
                .apply(new PackageEdit.AddToZone(coupon, Category.BENEFIT, 0))
                .apply(new PackageEdit.AddToZone(mail, Category.BENEFIT, 1))
                .apply(new PackageEdit.MoveInZone(Category.BENEFIT, 0, 2))
                .apply(new PackageEdit.RemoveFromZone(Category.BENEFIT, 0))
                .apply(new PackageEdit.ExcludeFromAudience(new TagKey("user_churn_high")))
                .apply(new PackageEdit.Rename(LocalizedText.of("Summer", "夏季")))
                .apply(new PackageEdit.ReplaceAudience(new AllOf(List.of(new TagRef(gold)))))
                .apply(new PackageEdit.ChangeSource(new SourceName("bank")))
                .undo()
                .undo();
    }

    /** Adds a version as the next one. */
    public static void finish(PackageRepository packages, int number) {
        PackageVersion made = version(SPRING, number);
        packages.addVersion(SPRING, newest -> made);
    }

    public static PackageVersion version(PackageKey key, int number) {
        String document = "{\"package\":\"" + key + "\",\"version\":" + number + "}";
        return new PackageVersion(key, number, document, Sha256.of(document), NOON);
    }

    public static ProfileSource source(SourceName name) {
        return new ProfileSource(
                name,
                "Hillstrom.csv",
                new SourcePlace.Sealed(SourceEngine.DUCKDB, "sources/hillstrom", Sha256.of("file")),
                Sha256.of("content"),
                NOON,
                Optional.of(LocalDate.of(2008, 3, 20)),
                64_000,
                new ProfileModel(
                        "PROFILE",
                        "ORD",
                        "PROFILE_KEY",
                        List.of(new Attribute("消费 \"x\"", AttributeType.DECIMAL, "spend")),
                        List.of(
                                new EventStream(
                                        "purchases",
                                        "EVENT_1",
                                        "PROFILE_ORD",
                                        "EVENT_TIME",
                                        AttributeType.DATE,
                                        List.of(
                                                new Attribute(
                                                        "amount",
                                                        AttributeType.DECIMAL,
                                                        "amount"))))));
    }
}
