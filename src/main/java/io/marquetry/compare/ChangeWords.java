package io.marquetry.compare;

import io.marquetry.asset.Asset;
import io.marquetry.audience.AudienceExpression;
import io.marquetry.audience.AudienceExpression.Group;
import io.marquetry.audience.AudienceExpression.GroupKind;
import io.marquetry.audience.AudienceExpression.Leaf;
import io.marquetry.audience.LeafNames;
import io.marquetry.base.Texts;
import io.marquetry.pack.NodePath;
import io.marquetry.tag.RuleWords;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagKey;

import java.util.function.Function;
import java.util.stream.Collectors;

/** Says in words what changed in a package. */
public final class ChangeWords {

    private final Texts texts;
    private final LeafNames leaves;
    private final RuleWords rules;
    private final Function<TagKey, String> tags;

    /**
     * Speaks the language of the texts.
     *
     * @param tags what tags are called
     */
    public ChangeWords(Texts texts, Function<TagKey, String> tags) {
        this.texts = texts;
        this.tags = tags;
        this.leaves = new LeafNames(texts, tags);
        this.rules = new RuleWords(texts);
    }

    /** Returns a change as one line. */
    public String of(PackageChange change) {
        return switch (change) {
            case PackageChange.Renamed name ->
                    texts.get(
                            "changed.name",
                            name.before().in(texts.locale()),
                            name.after().in(texts.locale()));
            case PackageChange.SourceChanged source ->
                    texts.get("changed.source", source.before().value(), source.after().value());
            case PackageChange.CameIn came ->
                    texts.get("changed.cameIn", node(came.node()), place(came.group()));
            case PackageChange.Went went ->
                    texts.get("changed.went", node(went.node()), place(went.place().parent()));
            case PackageChange.Moved moved ->
                    texts.get(
                            "changed.moved",
                            node(moved.node()),
                            place(moved.place().parent()),
                            place(moved.group()));
            case PackageChange.Joined joined ->
                    texts.get(
                            "changed.joined",
                            place(joined.group()),
                            kind(joined.before()),
                            kind(joined.after()));
            case PackageChange.RuleChanged rule ->
                    texts.get(
                            "changed.rule",
                            tags.apply(rule.after().key()),
                            rule(rule.before()),
                            rule(rule.after()));
            case PackageChange.PutIn in ->
                    texts.get("changed.putIn", zone(in.zone().name()), tags.apply(in.tag()));
            case PackageChange.TakenOut out ->
                    texts.get("changed.takenOut", zone(out.zone().name()), tags.apply(out.tag()));
            case PackageChange.Reordered order ->
                    texts.get(
                            "changed.reordered",
                            zone(order.zone().name()),
                            order.after().stream().map(tags).collect(Collectors.joining(", ")));
            case PackageChange.AssetChanged asset -> asset(asset.before(), asset.after());
        };
    }

    private String asset(Asset before, Asset after) {
        String name = after.name().in(texts.locale());
        return before.body().equals(after.body())
                ? texts.get("changed.asset", name)
                : texts.get("changed.assetText", name, body(before), body(after));
    }

    private String body(Asset asset) {
        return asset.body().map(text -> text.in(texts.locale())).orElse("");
    }

    private String rule(Tag tag) {
        return tag.rule().map(rules::of).orElse("");
    }

    private String zone(String name) {
        return texts.get("problem.category." + name);
    }

    private String node(AudienceExpression node) {
        return switch (node) {
            case Leaf leaf -> leaves.of(leaf);
            case Group group ->
                    texts.get(
                            "changed.group",
                            kind(group.kind()),
                            group.members().stream()
                                    .map(this::node)
                                    .collect(Collectors.joining(", ")));
        };
    }

    private String kind(GroupKind kind) {
        return texts.get("changed.kind." + kind);
    }

    /** Places are told as people count, from 1. */
    private String place(NodePath path) {
        return path.isRoot()
                ? texts.get("changed.outermost")
                : texts.get(
                        "changed.place",
                        path.indices().stream()
                                .map(index -> String.valueOf(index + 1))
                                .collect(Collectors.joining(".")));
    }
}
