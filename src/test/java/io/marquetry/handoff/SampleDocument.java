package io.marquetry.handoff;

import io.marquetry.asset.Asset;
import io.marquetry.asset.AssetKey;
import io.marquetry.audience.AudienceExpression.AllOf;
import io.marquetry.audience.AudienceSql;
import io.marquetry.audience.ExpressionText;
import io.marquetry.audience.SourceName;
import io.marquetry.base.LocalizedText;
import io.marquetry.base.Sha256;
import io.marquetry.pack.AssetPackage;
import io.marquetry.pack.PackageKey;
import io.marquetry.pack.PackageVersion;
import io.marquetry.tag.Category;
import io.marquetry.tag.Comparison;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagKey;
import io.marquetry.tag.TagRule;
import io.marquetry.tag.Value;
import io.marquetry.tag.Window;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A package document that is valid, with a bit of everything. */
public final class SampleDocument {

    static final AllOf AUDIENCE =
            ExpressionText.parse(
                    "user_vip_one and (user_city_beijing or user_city_web) and not user_level_gold");

    private SampleDocument() {}

    static PackageDocument document() {
        return new PackageDocument(
                new AssetPackage(
                        new PackageKey("pack_upgrade_spring"),
                        LocalizedText.of("Spring upgrade", "春季升级"),
                        new SourceName("customers"),
                        AUDIENCE,
                        List.of(new TagKey("coupon_value_50")),
                        List.of(new TagKey("sms_spring_one")),
                        List.of(new TagKey("reach_time_evening"))),
                3,
                Instant.parse("2026-03-01T10:20:30Z"),
                new PackageDocument.Size(
                        142,
                        64_000,
                        "f".repeat(64),
                        Instant.parse("2026-02-28T01:02:03.456Z"),
                        LocalDate.of(2026, 3, 1)),
                "customers.csv",
                tags(),
                assets());
    }

    public static String text() {
        return PackageDocumentJson.write(document());
    }

    /** Returns it with something enclosed: recipients, SQL or both, in each form in turn. */
    public static String enclosing(int number) {
        List<AudienceSql.Engine> engines = List.of(AudienceSql.Engine.values());
        List<String> forms = List.of("CSV", "JSONL", "PARQUET");
        EnclosedParts.Recipients recipients =
                new EnclosedParts.Recipients(
                        "one.recipients.csv",
                        forms.get(number % forms.size()),
                        142,
                        "a".repeat(64));
        EnclosedParts.Sql sql =
                new EnclosedParts.Sql(
                        engines.get(number % engines.size()),
                        new AudienceSql.Statement(
                                "select ? from \"北京\"", List.of(new Value.Text("50 %"))));
        String text = text();
        PackageVersion version =
                new PackageVersion(
                        document().pack().key(), 3, text, Sha256.of(text), document().createdAt());
        return new EnclosedParts(
                        number % 3 == 0 ? Optional.empty() : Optional.of(recipients),
                        number % 3 == 1 ? Optional.empty() : Optional.of(sql))
                .in(version);
    }

    static List<Tag> tags() {
        TagRule bought =
                new TagRule.Events(
                        "purchases",
                        TagRule.Aggregate.SUM,
                        Optional.of("amount"),
                        new Window.Last(new Value.Ago(90, Value.Unit.DAYS)),
                        Optional.of(
                                new TagRule.Match("shop", TagRule.Part.CONTAINS, "50% \"off\"")),
                        Comparison.AT_LEAST,
                        new Value.Number(new BigDecimal("12345678901234567890.5")));
        return List.of(
                audience("user_level_gold", compare("level", "gold")),
                audience("user_city_beijing", compare("city", "北京")),
                audience("user_city_web", compare("channel", "Web")),
                audience(
                        "user_vip_one",
                        new TagRule.All(
                                List.of(new TagRule.HasTag(new TagKey("user_age_young")), bought))),
                audience("user_age_young", new TagRule.Missing("age")),
                other("coupon_value_50", Category.BENEFIT, Optional.of(new AssetKey("coupon_50"))),
                other("sms_spring_one", Category.CONTENT, Optional.of(new AssetKey("sms_spring"))),
                other("reach_time_evening", Category.RULE, Optional.empty()));
    }

    static List<Asset> assets() {
        return List.of(
                new Asset(
                        new AssetKey("sms_spring"),
                        Asset.Kind.SMS_TEMPLATE,
                        LocalizedText.of("Spring", "春"),
                        Optional.of(LocalizedText.of("Hello {name} 😀", "你好，{name}")),
                        new TreeMap<>()),
                new Asset(
                        new AssetKey("coupon_50"),
                        Asset.Kind.COUPON,
                        LocalizedText.of("50 off", "减 50"),
                        Optional.empty(),
                        new TreeMap<>(Map.of("discount_amount", "50"))));
    }

    static Tag audience(String key, TagRule rule) {
        return new Tag(
                new TagKey(key),
                Category.AUDIENCE,
                LocalizedText.of(key, key),
                LocalizedText.of("Who", "谁"),
                Optional.empty(),
                Optional.of(rule),
                Optional.empty());
    }

    static Tag other(String key, Category category, Optional<AssetKey> asset) {
        return new Tag(
                new TagKey(key),
                category,
                LocalizedText.of(key, key),
                LocalizedText.of("What", "什么"),
                Optional.of(LocalizedText.of("More", "更多")),
                Optional.empty(),
                asset);
    }

    private static TagRule compare(String field, String text) {
        return new TagRule.Compare(field, Comparison.EQUAL, new Value.Text(text));
    }
}
