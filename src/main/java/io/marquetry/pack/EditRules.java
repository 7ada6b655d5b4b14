package io.marquetry.pack;

import io.marquetry.audience.AudienceExpression;
import io.marquetry.audience.AudienceExpression.Condition;
import io.marquetry.audience.AudienceExpression.Group;
import io.marquetry.audience.AudienceExpression.Leaf;
import io.marquetry.audience.AudienceExpression.TagRef;
import io.marquetry.audience.ExpressionText;
import io.marquetry.audience.Expressions;
import io.marquetry.base.Problem;
import io.marquetry.tag.Category;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagKey;

import java.util.Optional;

/** Tells, before an edit is made, whether it is allowed, and if not why. */
public final class EditRules {

    private EditRules() {}

    /** Returns why the edit is refused, or nothing where it is allowed. */
    public static Optional<Problem> refusal(AssetPackage pack, PackageEdit edit, TagCatalog tags) {
        return EditPlaces.exist(pack, edit)
                ? rules(pack, edit, tags)
                : Optional.of(Problem.of("problem.edit.place"));
    }

    private static Optional<Problem> rules(AssetPackage pack, PackageEdit edit, TagCatalog tags) {
        return switch (edit) {
            case PackageEdit.AddToAudience e ->
                    misplaced(e.tag(), Category.AUDIENCE, tags)
                            .or(() -> duplicate(pack, e.group(), new TagRef(e.tag()), tags));
            case PackageEdit.ExcludeFromAudience e ->
                    misplaced(e.tag(), Category.AUDIENCE, tags)
                            .or(
                                    () ->
                                            PackageEdits.exclusion(pack)
                                                    .flatMap(
                                                            group ->
                                                                    duplicate(
                                                                            pack,
                                                                            group,
                                                                            new TagRef(e.tag()),
                                                                            tags)));
            case PackageEdit.AddCondition e ->
                    duplicate(pack, e.group(), new Condition(e.rule()), tags);
            case PackageEdit.ReplaceLeaf e ->
                    unknown(e.leaf(), tags)
                            .or(
                                    () ->
                                            PackageEdits.node(pack, e.node()).equals(e.leaf())
                                                    ? Optional.empty()
                                                    : duplicate(
                                                            pack,
                                                            e.node().parent(),
                                                            e.leaf(),
                                                            tags));
            case PackageEdit.AddToZone e ->
                    misplaced(e.tag(), e.zone(), tags)
                            .or(
                                    () ->
                                            pack.zone(e.zone()).contains(e.tag())
                                                    ? already(e.tag(), tags)
                                                    : Optional.empty());
            case PackageEdit.AddGroup e ->
                    e.group().indices().size() + 1 >= AudienceExpression.MAX_DEPTH
                            ? tooDeep()
                            : Optional.empty();
            case PackageEdit.MoveNode e -> move(pack, e, tags);
            case PackageEdit.ChangeKind e ->
                    e.group().isRoot()
                            ? Optional.of(Problem.of("problem.edit.rootKind"))
                            : Optional.empty();
            case PackageEdit.ReplaceAudience e -> {
                Optional<Problem> wrong =
                        Expressions.depth(e.audience()) > AudienceExpression.MAX_DEPTH
                                ? tooDeep()
                                : Optional.empty();
                for (TagKey tag : Expressions.tagsIn(e.audience())) {
                    wrong = wrong.or(() -> misplaced(tag, Category.AUDIENCE, tags));
                }
                yield wrong;
            }
            case PackageEdit.ReplaceTag e ->
                    tags.find(e.from())
                            .map(Tag::category)
                            .flatMap(zone -> misplaced(e.to(), zone, tags));
            case PackageEdit.RemoveNode e -> Optional.empty();
            case PackageEdit.RemoveFromZone e -> Optional.empty();
            case PackageEdit.MoveInZone e -> Optional.empty();
            case PackageEdit.Rename e -> Optional.empty();
            case PackageEdit.ChangeSource e -> Optional.empty();
        };
    }

    /** Returns why a tag does not belong in a zone: unknown, or of another category. */
    public static Optional<Problem> misplaced(TagKey key, Category zone, TagCatalog tags) {
        Optional<Tag> tag = tags.find(key);
        if (tag.isEmpty()) {
            return Optional.of(Problem.of("problem.tag.unknown", key.value()));
        }
        Category own = tag.get().category();
        return own == zone
                ? Optional.empty()
                : Optional.of(
                        Problem.of("problem.edit.category." + own + "." + zone, tag.get().name()));
    }

    private static Optional<Problem> move(
            AssetPackage pack, PackageEdit.MoveNode edit, TagCatalog tags) {
        if (edit.node().holds(edit.group())) {
            return Optional.of(Problem.of("problem.edit.intoItself"));
        }
        AudienceExpression node = PackageEdits.node(pack, edit.node());
        if (edit.group().indices().size() + 1 + Expressions.depth(node)
                > AudienceExpression.MAX_DEPTH) {
            return tooDeep();
        }
        boolean sameGroup = edit.node().parent().equals(edit.group());
        return sameGroup ? Optional.empty() : duplicate(pack, edit.group(), node, tags);
    }

    private static Optional<Problem> duplicate(
            AssetPackage pack, NodePath group, AudienceExpression node, TagCatalog tags) {
        return node instanceof Leaf leaf
                        && PackageEdits.node(pack, group) instanceof Group target
                        && target.members().contains(leaf)
                ? already(leaf, tags)
                : Optional.empty();
    }

    private static Optional<Problem> unknown(Leaf leaf, TagCatalog tags) {
        return switch (leaf) {
            case TagRef ref -> misplaced(ref.tag(), Category.AUDIENCE, tags);
            case Condition condition -> Optional.empty();
        };
    }

    private static Optional<Problem> already(Leaf leaf, TagCatalog tags) {
        return switch (leaf) {
            case TagRef ref -> already(ref.tag(), tags);
            case Condition condition ->
                    Optional.of(
                            Problem.of(
                                    "problem.edit.alreadyCondition",
                                    ExpressionText.write(condition)));
        };
    }

    private static Optional<Problem> already(TagKey tag, TagCatalog tags) {
        Object name = tags.find(tag).<Object>map(Tag::name).orElse(tag.value());
        return Optional.of(Problem.of("problem.edit.already", name));
    }

    private static Optional<Problem> tooDeep() {
        return Optional.of(Problem.of("problem.expression.tooDeep", AudienceExpression.MAX_DEPTH));
    }
}
