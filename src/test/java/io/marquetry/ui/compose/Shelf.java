package io.marquetry.ui.compose;

import io.marquetry.audience.AudienceReader;
import io.marquetry.audience.MembershipReader;
import io.marquetry.audience.SourceName;
import io.marquetry.base.LocalizedText;
import io.marquetry.base.Problem;
import io.marquetry.base.Revision;
import io.marquetry.base.Settings;
import io.marquetry.handoff.PackageHandoff;
import io.marquetry.index.AudienceIndexes;
import io.marquetry.index.Audiences;
import io.marquetry.index.LiveUse;
import io.marquetry.pack.AssetPackage;
import io.marquetry.pack.ListedPackages;
import io.marquetry.pack.Lookout;
import io.marquetry.pack.PackageDraft;
import io.marquetry.pack.PackageKey;
import io.marquetry.pack.Packages;
import io.marquetry.source.Attribute;
import io.marquetry.source.AttributeType;
import io.marquetry.source.ListedSources;
import io.marquetry.source.ProfileModel;
import io.marquetry.source.ProfileSource;
import io.marquetry.source.SourceEngine;
import io.marquetry.source.SourcePlace;
import io.marquetry.source.Sources;
import io.marquetry.source.remote.MachineLogins;
import io.marquetry.source.remote.RemoteSources;
import io.marquetry.tag.Category;
import io.marquetry.tag.Comparison;
import io.marquetry.tag.ListedTags;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagGovernance;
import io.marquetry.tag.TagKey;
import io.marquetry.tag.TagRule;
import io.marquetry.tag.Value;
import io.marquetry.ui.common.work.Background;
import io.marquetry.ui.compose.draft.ComposeModel;
import io.marquetry.ui.compose.numbers.Numbers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;

/** What the composer needs, on a shelf in memory; a test controls the answers. */
public final class Shelf {

    public static final PackageKey PACK = new PackageKey("pack_upgrade_spring");
    public static final SourceName SOURCE = new SourceName("hillstrom");
    public static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private static final ProfileSource HILLSTROM =
            new ProfileSource(
                    SOURCE,
                    "hillstrom.csv",
                    new SourcePlace.Sealed(SourceEngine.H2, "sources/hillstrom", "00"),
                    "00",
                    NOON,
                    Optional.empty(),
                    64_000,
                    new ProfileModel(
                            "PROFILE",
                            "ID",
                            "ID",
                            List.of(
                                    new Attribute("recency", AttributeType.INTEGER, "RECENCY"),
                                    new Attribute("channel", AttributeType.TEXT, "CHANNEL")),
                            List.of()));

    private final ListedPackages kept = new SteeredPackages();
    public final Map<PackageKey, PackageDraft> drafts = kept.drafts;
    final Map<String, String> remembered = new LinkedHashMap<>();
    public final SteeredReader reader = new SteeredReader();
    public Optional<MembershipReader> members = Optional.empty();
    private final Path folder = Path.of("target", "shelf", Long.toString(System.nanoTime()));
    private final AudienceIndexes indexes =
            new AudienceIndexes(
                    folder,
                    source ->
                            members.orElseThrow(
                                    () ->
                                            Problem.of("problem.source.unknown", source.value())
                                                    .asException()));
    public Optional<Problem> saveFails = Optional.empty();
    public int saves;
    private final ListedTags stock = new ListedTags();

    /** A file where the index would be kept: nothing can be kept there. */
    public void keepNoIndex() {
        try {
            Files.createDirectories(folder);
            Files.createFile(folder.resolve("index"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes a tag from the shelf. */
    public void forget(String key) {
        stock.remove(List.of(key(key)), List.of());
    }

    /** Puts more tags on the shelf, which come after all others. */
    public void add(int more) {
        List<Tag> tags = new ArrayList<>();
        for (int i = 0; i < more; i++) {
            String number = String.valueOf(1_000 + i);
            tags.add(
                    audience(
                            "user_zone_z" + number, "Zone " + number, "区域" + number, "Zone", "区域"));
        }
        stock.save(tags);
    }

    /** Makes a shelf with some tags of each category and one empty package. */
    public static Shelf filled() {
        Shelf shelf = new Shelf();
        shelf.stock.save(
                List.of(
                        audience(
                                "user_level_gold", "Gold and above", "黄金及以上", "Membership", "会员等级"),
                        audience("user_level_platinum", "Platinum", "铂金", "Membership", "会员等级"),
                        audience("user_churn_low", "Low churn risk", "流失风险低", "Churn", "流失风险"),
                        audience("user_churn_high", "High churn risk", "流失风险高", "Churn", "流失风险"),
                        audience(
                                "user_order_recent3m",
                                "Ordered in the last 3 months",
                                "近 3 个月下过单",
                                "Purchases",
                                "购买",
                                new TagRule.Compare(
                                        "last_order",
                                        Comparison.AT_LEAST,
                                        new Value.Ago(3, Value.Unit.MONTHS))),
                        audience("user_city_shanghai", "Shanghai", "上海", "Place", "地区"),
                        other(
                                "coupon_value_50",
                                Category.BENEFIT,
                                "50 off above 300",
                                "满 300 减 50"),
                        other(
                                "coupon_discount_limited",
                                Category.BENEFIT,
                                "20 % off, 14 days",
                                "8 折，14 天有效"),
                        other(
                                "sms_template_upgrade",
                                Category.CONTENT,
                                "You are close to Gold",
                                "距离黄金会员仅一步"),
                        other(
                                "reach_quiet_2200",
                                Category.RULE,
                                "No sends 22:00–08:00",
                                "22:00–08:00 不发送")));
        shelf.drafts.put(
                PACK,
                PackageDraft.of(
                        AssetPackage.empty(
                                PACK,
                                LocalizedText.of("Gold upgrade, spring", "黄金升级 · 春季"),
                                SOURCE)));
        return shelf;
    }

    public static TagKey key(String value) {
        return new TagKey(value);
    }

    private static Tag audience(String key, String en, String zh, String topic, String topicZh) {
        return audience(
                key,
                en,
                zh,
                topic,
                topicZh,
                new TagRule.Compare(
                        "recency", Comparison.AT_MOST, new Value.Number(BigDecimal.valueOf(3))));
    }

    private static Tag audience(
            String key, String en, String zh, String topic, String topicZh, TagRule rule) {
        return new Tag(
                key(key),
                Category.AUDIENCE,
                LocalizedText.of(en, zh),
                LocalizedText.of(topic, topicZh),
                Optional.empty(),
                Optional.of(rule),
                Optional.empty());
    }

    private static Tag other(String key, Category category, String en, String zh) {
        return new Tag(
                key(key),
                category,
                LocalizedText.of(en, zh),
                LocalizedText.of("Offers", "优惠"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** Makes the composer over what is on the shelf. */
    public ComposeScreen composer(Background background, InstantSource clock) {
        return new ComposeScreen(
                packages(),
                lookout(),
                tags(),
                sources(),
                audiences(),
                settings(),
                background,
                clock);
    }

    /** Makes the models of all that is counted. */
    public Numbers numbers(
            ComposeModel compose, Background background, InstantSource clock, Executor onScreen) {
        return Numbers.of(
                compose,
                packages(),
                sources(),
                audiences(),
                new LiveUse(settings()),
                background,
                clock,
                onScreen);
    }

    /** The checks need a workspace; on a shelf some of what they find. */
    public Lookout lookout() {
        return (pack, signal) -> {
            List<Problem> open = new ArrayList<>();
            if (pack.contents().isEmpty()) {
                open.add(Problem.of("problem.warning.noContent"));
            }
            if (pack.benefits().isEmpty()) {
                open.add(Problem.of("problem.warning.noBenefit"));
            }
            open.add(Problem.of("problem.warning.noHoldout"));
            return open;
        };
    }

    public TagGovernance tags() {
        return new TagGovernance(stock, stock, List::of);
    }

    public Packages packages() {
        ListedSources listed = new ListedSources(HILLSTROM);
        PackageHandoff documents =
                new PackageHandoff(stock, stock, listed, source -> (AudienceReader) reader);
        return new Packages(kept, stock, listed, documents, Clock.fixed(NOON, ZoneOffset.UTC));
    }

    public Sources sources() {
        return new Sources(
                folder,
                new ListedSources(HILLSTROM),
                name -> Optional.empty(),
                gone -> {},
                new RemoteSources(
                        new MachineLogins(folder, name -> null), Clock.fixed(NOON, ZoneOffset.UTC)),
                Clock.fixed(NOON, ZoneOffset.UTC));
    }

    public Audiences audiences() {
        return new Audiences(source -> (AudienceReader) reader, indexes);
    }

    public Settings settings() {
        return new Settings() {
            @Override
            public Optional<String> get(String name) {
                return Optional.ofNullable(remembered.get(name));
            }

            @Override
            public void put(String name, String content) {
                remembered.put(name, content);
            }
        };
    }

    /** Packages that a test lets fail to be saved. */
    private final class SteeredPackages extends ListedPackages {

        SteeredPackages() {
            super(NOON);
        }

        @Override
        public Revision save(PackageDraft draft, Revision seen) {
            saveFails.ifPresent(
                    problem -> {
                        throw problem.asException();
                    });
            saves++;
            return super.save(draft, seen);
        }
    }
}
