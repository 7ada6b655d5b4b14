package io.marquetry.handoff;

import io.marquetry.asset.Asset;
import io.marquetry.asset.AssetKey;
import io.marquetry.audience.AudienceSize;
import io.marquetry.base.Problem;
import io.marquetry.pack.AssetPackage;
import io.marquetry.tag.Category;
import io.marquetry.tag.NamingStandard;
import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagFinding;
import io.marquetry.tag.TagFinding.Severity;
import io.marquetry.tag.TagKey;
import io.marquetry.tag.TagLint;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Tells what one should look at before a package goes out, though nothing keeps it from that: it
 * may send nothing, give nothing, or reach nobody.
 */
final class PackageWarnings {

    private static final String CHANNEL = "channel";
    private static final String END = "end";
    private static final String HOLDOUT = "holdout_percent";

    /** The kind of template that each channel of a coupon asks for. */
    private static final Map<String, Asset.Kind> TEMPLATES =
            Map.of(
                    "sms", Asset.Kind.SMS_TEMPLATE,
                    "push", Asset.Kind.PUSH_TEMPLATE,
                    "mail", Asset.Kind.MAIL_TEMPLATE,
                    "email", Asset.Kind.MAIL_TEMPLATE,
                    "message", Asset.Kind.MESSAGE_TEMPLATE,
                    "wechat", Asset.Kind.MESSAGE_TEMPLATE);

    private final TagCatalog tags;
    private final Map<AssetKey, Asset> assets;

    PackageWarnings(TagCatalog tags, Map<AssetKey, Asset> assets) {
        this.tags = tags;
        this.assets = assets;
    }

    /**
     * Returns the warnings, the gravest first.
     *
     * @param size how many profiles it reaches
     */
    List<Problem> of(AssetPackage pack, AudienceSize size) {
        List<Problem> found = new ArrayList<>();
        if (size.audience() == 0) {
            found.add(Problem.of("problem.warning.nobody"));
        }
        if (size.audience() == size.profiles() && size.profiles() > 0) {
            found.add(Problem.of("problem.warning.everybody", size.profiles()));
        }
        if (pack.contents().isEmpty()) {
            found.add(Problem.of("problem.warning.noContent"));
        }
        if (pack.benefits().isEmpty()) {
            found.add(Problem.of("problem.warning.noBenefit"));
        }
        List<Asset> given = assets(pack.zone(Category.BENEFIT));
        List<Asset> sent = assets(pack.zone(Category.CONTENT));
        given.forEach(asset -> channel(asset, sent).ifPresent(found::add));
        given.forEach(asset -> ended(asset, size.snapshot().today()).ifPresent(found::add));
        found.addAll(texts(pack, sent));
        if (assets(pack.zone(Category.RULE)).stream()
                .noneMatch(rule -> rule.facts().containsKey(HOLDOUT))) {
            found.add(Problem.of("problem.warning.noHoldout"));
        }
        return List.copyOf(found);
    }

    private List<Asset> assets(Collection<TagKey> keys) {
        return keys.stream()
                .flatMap(key -> tags.find(key).stream())
                .flatMap(tag -> tag.asset().stream())
                .flatMap(asset -> Optional.ofNullable(assets.get(asset)).stream())
                .distinct()
                .toList();
    }

    private static Optional<Problem> channel(Asset coupon, List<Asset> sent) {
        return Optional.ofNullable(coupon.facts().get(CHANNEL))
                .filter(channel -> !sent.isEmpty())
                .flatMap(
                        channel ->
                                Optional.ofNullable(TEMPLATES.get(channel.toLowerCase(Locale.ROOT)))
                                        .filter(
                                                kind ->
                                                        sent.stream()
                                                                .noneMatch(
                                                                        text ->
                                                                                text.kind()
                                                                                        == kind))
                                        .map(
                                                kind ->
                                                        Problem.of(
                                                                "problem.warning.channel",
                                                                coupon.name(),
                                                                channel)));
    }

    private static Optional<Problem> ended(Asset coupon, LocalDate today) {
        return Optional.ofNullable(coupon.facts().get(END))
                .flatMap(PackageWarnings::day)
                .filter(end -> end.isBefore(today))
                .map(end -> Problem.of("problem.warning.ended", coupon.name(), end, today));
    }

    private static Optional<LocalDate> day(String fact) {
        try {
            return Optional.of(LocalDate.parse(fact));
        } catch (DateTimeException e) {
            // Facts are free text: what is no day tells nothing about an end.
            return Optional.empty();
        }
    }

    /** What governance says of the texts that this package sends. */
    private List<Problem> texts(AssetPackage pack, List<Asset> sent) {
        List<String> keys = sent.stream().map(asset -> asset.key().value()).toList();
        return new TagLint(tags, assets, pack.tags(), tag -> List.of(), NamingStandard.usual())
                .findings().stream()
                        .filter(finding -> finding.severity() != Severity.NOTE)
                        .filter(finding -> keys.contains(finding.subject()))
                        .map(TagFinding::problem)
                        .toList();
    }
}
