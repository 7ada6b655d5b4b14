package io.marquetry.handoff.incoming;

import io.marquetry.asset.Asset;
import io.marquetry.audience.AudienceExpression;
import io.marquetry.handoff.PackageDocument;
import io.marquetry.pack.AssetPackage;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagKey;
import io.marquetry.tag.TagRules;

import java.util.List;

/** Says in our words what one sender says in theirs. */
record SenderWords(FieldNames fields, Renames renames) {

    /** Returns what a document says here; its package keeps its key. */
    PackageDocument of(PackageDocument document) {
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
                document.tags().stream().map(this::of).toList(),
                document.assets().stream().map(this::of).toList());
    }

    /** Returns a tag as it is called here. */
    Tag of(Tag tag) {
        return new Tag(
                renames.of(tag.key()),
                tag.category(),
                tag.name(),
                tag.topic(),
                tag.description(),
                tag.rule().map(rule -> TagRules.withTags(fields.in(rule), renames::of)),
                tag.asset().map(renames::of));
    }

    /** Returns an asset as it is called here. */
    Asset of(Asset asset) {
        return new Asset(
                renames.of(asset.key()),
                asset.kind(),
                asset.name(),
                asset.body(),
                asset.facts(),
                asset.pictures());
    }

    private List<AudienceExpression> members(List<AudienceExpression> members) {
        return members.stream().map(this::expression).toList();
    }

    private AudienceExpression expression(AudienceExpression expression) {
        return switch (expression) {
            case AudienceExpression.TagRef ref ->
                    new AudienceExpression.TagRef(renames.of(ref.tag()));
            case AudienceExpression.Condition condition ->
                    new AudienceExpression.Condition(fields.in(condition.rule()));
            case AudienceExpression.Group group -> group.kind().group(members(group.members()));
        };
    }

    private List<TagKey> keys(List<TagKey> keys) {
        return keys.stream().map(renames::of).toList();
    }
}
