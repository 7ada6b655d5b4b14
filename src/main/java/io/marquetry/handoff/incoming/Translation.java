package io.marquetry.handoff.incoming;

import io.marquetry.asset.Asset;
import io.marquetry.asset.AssetKey;
import io.marquetry.audience.AudienceExpression;
import io.marquetry.handoff.PackageDocument;
import io.marquetry.pack.AssetPackage;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagKey;
import io.marquetry.tag.TagRules;

import java.util.List;
import java.util.Map;

/**
 * How what comes in is called here: fields of rules, and keys of tags and assets. Finished versions
 * are not translated: they never change.
 *
 * @param fields names of fields
 * @param tags other keys of tags
 * @param assets other keys of assets
 */
public record Translation(
        FieldNames fields, Map<TagKey, TagKey> tags, Map<AssetKey, AssetKey> assets) {

    /** Everything is called as it was. */
    public static final Translation NONE = new Translation(FieldNames.SAME, Map.of(), Map.of());

    /** Copies the maps. */
    public Translation {
        tags = Map.copyOf(tags);
        assets = Map.copyOf(assets);
    }

    /** Returns this translation with names of fields that are used where it has none. */
    Translation after(FieldNames earlier) {
        return new Translation(earlier.and(fields), tags, assets);
    }

    /** Returns what a document says here. */
    PackageDocument of(PackageDocument document) {
        if (equals(NONE)) {
            return document;
        }
        AssetPackage pack = document.pack();
        return new PackageDocument(
                new AssetPackage(
                        pack.key(),
                        pack.name(),
                        pack.source(),
                        new AudienceExpression.AllOf(members(pack.audience().members())),
                        keys(pack.benefits()),
                        keys(pack.contents()),
                        keys(pack.rules())),
                document.version(),
                document.createdAt(),
                document.size(),
                document.sourceTitle(),
                document.tags().stream().map(this::tag).toList(),
                document.assets().stream().map(this::asset).toList());
    }

    private List<AudienceExpression> members(List<AudienceExpression> members) {
        return members.stream().map(this::expression).toList();
    }

    private AudienceExpression expression(AudienceExpression expression) {
        return switch (expression) {
            case AudienceExpression.TagRef ref -> new AudienceExpression.TagRef(key(ref.tag()));
            case AudienceExpression.Condition condition ->
                    new AudienceExpression.Condition(fields.in(condition.rule()));
            case AudienceExpression.Group group -> group.kind().group(members(group.members()));
        };
    }

    private Tag tag(Tag tag) {
        return new Tag(
                key(tag.key()),
                tag.category(),
                tag.name(),
                tag.topic(),
                tag.description(),
                tag.rule().map(rule -> TagRules.withTags(fields.in(rule), this::key)),
                tag.asset().map(key -> assets.getOrDefault(key, key)));
    }

    private Asset asset(Asset asset) {
        return new Asset(
                assets.getOrDefault(asset.key(), asset.key()),
                asset.kind(),
                asset.name(),
                asset.body(),
                asset.facts());
    }

    private List<TagKey> keys(List<TagKey> keys) {
        return keys.stream().map(this::key).toList();
    }

    private TagKey key(TagKey key) {
        return tags.getOrDefault(key, key);
    }
}
