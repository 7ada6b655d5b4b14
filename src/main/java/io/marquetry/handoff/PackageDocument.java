package io.marquetry.handoff;

import io.marquetry.asset.Asset;
import io.marquetry.audience.AudienceExpression.AllOf;
import io.marquetry.audience.AudienceSize;
import io.marquetry.audience.Expressions;
import io.marquetry.base.LocalizedText;
import io.marquetry.pack.AssetPackage;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagRule;
import io.marquetry.tag.TagRules;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * One finished version of a package with everything its receiver needs; {@link PackageDocumentJson}
 * writes it.
 *
 * @param pack what was composed; its source is named as the workspace calls it
 * @param version from 1
 * @param size how many profiles, with the snapshot it is exact for
 * @param sourceTitle what people call the source
 * @param tags all tags that are used, those that rules rest on included; kept in the order of keys
 * @param assets the assets of those tags; kept in the order of keys
 */
public record PackageDocument(
        AssetPackage pack,
        int version,
        Instant createdAt,
        Size size,
        String sourceTitle,
        List<Tag> tags,
        List<Asset> assets) {

    /** The name of the format. */
    public static final String FORMAT = "marquetry/package";

    /**
     * The newest version of the format. The second brought conditions beside the tags of an
     * audience, the third days that end with today, the fifth pictures of assets; the fourth is
     * that of {@link EnclosedParts}.
     */
    public static final int NEWEST_FORMAT = 5;

    /** Copies and sorts the lists. */
    public PackageDocument {
        tags = tags.stream().sorted(Comparator.comparing(Tag::key)).toList();
        assets = assets.stream().sorted(Comparator.comparing(Asset::key)).toList();
    }

    /**
     * Returns the version of the format that the document is written in: the oldest that can say
     * all of it, so that receivers who know no newer one read whatever they can.
     */
    public int formatVersion() {
        Set<TagRule.OnField> conditions = Expressions.conditionsIn(expression());
        boolean countsToday =
                conditions.stream().anyMatch(TagRules::countsToday)
                        || tags.stream()
                                .anyMatch(t -> t.rule().filter(TagRules::countsToday).isPresent());
        if (assets.stream().anyMatch(asset -> !asset.pictures().isEmpty())) {
            return NEWEST_FORMAT;
        }
        return countsToday ? 3 : conditions.isEmpty() ? 1 : 2;
    }

    /** Returns who is addressed. */
    public AllOf expression() {
        return pack.audience();
    }

    /** Returns the name of the package. */
    public LocalizedText name() {
        return pack.name();
    }

    /** Returns this document with another number and time. */
    public PackageDocument as(int otherVersion, Instant otherTime) {
        return new PackageDocument(pack, otherVersion, otherTime, size, sourceTitle, tags, assets);
    }

    /**
     * How many profiles are addressed.
     *
     * @param audience profiles in the audience
     * @param profiles all profiles of the source
     * @param fingerprint hash of the source's content
     * @param asOf when the source had this content
     * @param today the day that relative dates are counted from
     */
    public record Size(
            long audience, long profiles, String fingerprint, Instant asOf, LocalDate today) {

        /** Takes what a reader counted; how long it took is no part of the document. */
        public static Size of(AudienceSize size) {
            return new Size(
                    size.audience(),
                    size.profiles(),
                    size.snapshot().fingerprint(),
                    size.snapshot().asOf(),
                    size.snapshot().today());
        }
    }
}
