package io.marquetry.govern;

import io.marquetry.base.Kept;
import io.marquetry.base.Problem;
import io.marquetry.base.Revision;
import io.marquetry.pack.PackageDraft;
import io.marquetry.pack.PackageEdit;
import io.marquetry.pack.TagReplacement;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagKey;
import io.marquetry.tag.TagRules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Works out what renaming a tag, or merging two, would change. */
final class RewritePlans {

    private final GovernedTags tags;
    private final List<Kept<PackageDraft>> drafts;

    RewritePlans(GovernedTags tags, List<Kept<PackageDraft>> drafts) {
        this.tags = tags;
        this.drafts = List.copyOf(drafts);
    }

    /** Every draft in whose history the key stands gets the new one there, too. */
    RewritePlan rename(TagKey from, TagKey to) {
        GovernedTag old = there(from);
        refuseTaken(from, to);
        UnaryOperator<TagKey> keys = key -> key.equals(from) ? to : key;
        List<GovernedTag> changed = others(old, keys);
        changed.addFirst(
                new GovernedTag(rekeyed(old.tag().withKey(to), keys), old.care(), Revision.NONE));
        return plan(
                TagRewrite.Kind.RENAME,
                from,
                to,
                changed,
                Optional.of(old),
                draft ->
                        TagReplacement.isNamed(draft, from)
                                ? Optional.of(TagReplacement.renamed(draft, keys))
                                : Optional.empty());
    }

    /** Every draft that names the tag as it stands gets one more edit, which can be undone. */
    RewritePlan merge(TagKey from, TagKey to) {
        GovernedTag old = there(from);
        GovernedTag kept = there(to);
        refuseUnlike(old, kept);
        UnaryOperator<TagKey> keys = key -> key.equals(from) ? to : key;
        List<GovernedTag> changed = others(old, keys);
        changed.add(
                old.with(
                        old.care()
                                .withState(
                                        LifeState.DEPRECATED,
                                        Optional.of(to.value()),
                                        old.care().reason())));
        return plan(
                TagRewrite.Kind.MERGE,
                from,
                to,
                changed,
                Optional.empty(),
                draft ->
                        draft.current().tags().contains(from)
                                ? Optional.of(draft.apply(new PackageEdit.ReplaceTag(from, to)))
                                : Optional.empty());
    }

    private RewritePlan plan(
            TagRewrite.Kind kind,
            TagKey from,
            TagKey to,
            List<GovernedTag> changed,
            Optional<GovernedTag> removed,
            Function<PackageDraft, Optional<PackageDraft>> rewritten) {
        List<Kept<PackageDraft>> written = new ArrayList<>();
        List<RewritePlan.PackageChange> packages = new ArrayList<>();
        int histories = 0;
        for (Kept<PackageDraft> draft : drafts) {
            Optional<PackageDraft> next = rewritten.apply(draft.value());
            if (next.isEmpty()) {
                continue;
            }
            written.add(new Kept<>(next.get(), draft.revision()));
            if (draft.value().current().equals(next.get().current())) {
                histories++;
                continue;
            }
            int before = TagReplacement.places(draft.value().current(), from);
            int stood = TagReplacement.places(draft.value().current(), to);
            int moved = TagReplacement.places(next.get().current(), to) - stood;
            packages.add(
                    new RewritePlan.PackageChange(
                            draft.value().current(), next.get().current(), moved, before - moved));
        }
        List<Tag> left =
                new ArrayList<>(
                        tags.tags().stream()
                                .map(GovernedTag::tag)
                                .filter(
                                        tag ->
                                                removed.map(GovernedTag::key)
                                                        .filter(tag.key()::equals)
                                                        .isEmpty())
                                .toList());
        TagCatalog after =
                new TagCatalog(left).with(changed.stream().map(GovernedTag::tag).toList());
        List<TagKey> rules =
                changed.stream()
                        .map(GovernedTag::key)
                        .filter(key -> !key.equals(from) && !key.equals(to))
                        .toList();
        return new RewritePlan(
                new TagRewrite(kind, from, to, changed, removed, written),
                packages,
                histories,
                rules,
                after);
    }

    /** Returns the other tags whose rule or successor names the tag, changed. */
    private List<GovernedTag> others(GovernedTag old, UnaryOperator<TagKey> keys) {
        List<GovernedTag> changed = new ArrayList<>();
        for (GovernedTag tag : tags.tags()) {
            if (tag.key().equals(old.key())) {
                continue;
            }
            Care care = tag.care();
            Optional<String> successor =
                    care.successor()
                            .map(key -> key.equals(old.key().value()) ? next(old, keys) : key);
            GovernedTag next =
                    new GovernedTag(
                            rekeyed(tag.tag(), keys),
                            care.withState(care.state(), successor, care.reason()),
                            tag.revision());
            if (!next.equals(tag)) {
                changed.add(next);
            }
        }
        return changed;
    }

    private static String next(GovernedTag old, UnaryOperator<TagKey> keys) {
        return keys.apply(old.key()).value();
    }

    private static Tag rekeyed(Tag tag, UnaryOperator<TagKey> keys) {
        return tag.rule().map(rule -> tag.withRule(TagRules.withTags(rule, keys))).orElse(tag);
    }

    private GovernedTag there(TagKey key) {
        GovernedTag tag = tags.byKey().get(key);
        if (tag == null) {
            throw Problem.of("problem.tag.unknown", key.value()).asException();
        }
        return tag;
    }

    private void refuseTaken(TagKey from, TagKey to) {
        if (tags.byKey().containsKey(to)) {
            throw Problem.of("problem.rename.taken", from.value(), to.value()).asException();
        }
        TagKey leads = tags.aliases().get(to);
        if (leads != null && !leads.equals(from)) {
            throw Problem.of("problem.tag.renamed", to.value(), leads.value()).asException();
        }
    }

    private void refuseUnlike(GovernedTag from, GovernedTag to) {
        if (from.key().equals(to.key())) {
            throw Problem.of("problem.merge.itself", from.key().value()).asException();
        }
        if (from.tag().category() != to.tag().category()) {
            throw Problem.of(
                            "problem.merge.categories",
                            from.key().value(),
                            Problem.of("problem.category." + from.tag().category()),
                            to.key().value(),
                            Problem.of("problem.category." + to.tag().category()))
                    .asException();
        }
        switch (to.care().state()) {
            case DRAFT, ACTIVE -> {}
            case DEPRECATED, RETIRED ->
                    throw Problem.of("problem.merge.state", from.key().value(), to.key().value())
                            .asException();
        }
        Set<TagKey> needed =
                to.tag().rule().isEmpty()
                        ? Set.of()
                        : Set.copyOf(
                                tags.catalog().closure(List.of(to.key())).stream()
                                        .map(Tag::key)
                                        .toList());
        if (needed.contains(from.key())) {
            throw Problem.of("problem.merge.rests", from.key().value(), to.key().value())
                    .asException();
        }
    }
}
