package io.marquetry.compare;

import io.marquetry.base.CancelSignal;
import io.marquetry.handoff.PackageDocument;
import io.marquetry.handoff.PackageDocumentJson;
import io.marquetry.index.AudienceIndexes;
import io.marquetry.index.MembershipIndex;
import io.marquetry.index.question.Changes;
import io.marquetry.index.question.Changes.Change;
import io.marquetry.index.question.Changes.Side;
import io.marquetry.pack.AssetPackage;
import io.marquetry.pack.PackageDraft;
import io.marquetry.pack.PackageVersion;
import io.marquetry.tag.Category;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagCatalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Compares a package in work with a finished version, edit by edit. Blocks. */
public final class VersionComparison {

    private final AudienceIndexes indexes;

    /** Counts by these indexes. */
    public VersionComparison(AudienceIndexes indexes) {
        this.indexes = indexes;
    }

    /**
     * Compares. Tags count as their rules were first, then rule by rule as they are now, then edit
     * by edit.
     *
     * @param draft the package in work
     * @param version a version of it
     * @param tags the tags as they are now
     * @param index of the tags as they are now
     * @throws io.marquetry.base.ProblemException if an audience on the way names a tag that has no
     *     number
     */
    public VersionChanges since(
            PackageVersion version,
            PackageDraft draft,
            TagCatalog tags,
            MembershipIndex index,
            CancelSignal signal) {
        PackageDocument document = PackageDocumentJson.read(version);
        AssetPackage then = document.pack();
        if (!then.source().equals(draft.current().source())) {
            return new VersionChanges(
                    version.number(),
                    version.createdAt(),
                    Optional.of(then.source()),
                    List.of(),
                    new Change(0, 0, index.count(draft.current().audience())));
        }
        List<Side> sides = new ArrayList<>();
        List<Function<Change, VersionChanges.Line>> lines = new ArrayList<>();
        TagCatalog rules = new TagCatalog(document.tags());
        for (Tag edited : edited(document, tags)) {
            sides.add(new Side(indexes.beside(index, rules, signal), then.audience()));
            lines.add(change -> new VersionChanges.RuleEdited(edited.key(), change));
            rules = rules.with(edited);
        }
        sides.add(new Side(index, then.audience()));
        edits(then, draft, index, sides, lines);
        List<Change> changes = Changes.of(sides);
        List<VersionChanges.Line> told = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            told.add(lines.get(i).apply(changes.get(i)));
        }
        return new VersionChanges(
                version.number(), version.createdAt(), Optional.empty(), told, changes.getLast());
    }

    /** Returns the tags of the version whose rules are others now, as they are now. */
    private static List<Tag> edited(PackageDocument document, TagCatalog tags) {
        return document.tags().stream()
                .filter(old -> old.category() == Category.AUDIENCE)
                .flatMap(
                        old ->
                                tags
                                        .find(old.key())
                                        .filter(now -> !now.rule().equals(old.rule()))
                                        .stream())
                .toList();
    }

    /** Adds the edits since the version that change who is meant. */
    private static void edits(
            AssetPackage then,
            PackageDraft draft,
            MembershipIndex index,
            List<Side> sides,
            List<Function<Change, VersionChanges.Line>> lines) {
        List<AssetPackage> states = draft.states();
        int from = lastLike(then, states);
        if (from < 0) {
            if (!draft.current().audience().equals(then.audience())) {
                sides.add(new Side(index, draft.current().audience()));
                lines.add(VersionChanges.Otherwise::new);
            }
            return;
        }
        for (int i = from; i + 1 < states.size(); i++) {
            AssetPackage before = states.get(i);
            AssetPackage after = states.get(i + 1);
            if (!before.audience().equals(after.audience())) {
                int edit = i;
                sides.add(new Side(index, after.audience()));
                lines.add(
                        change ->
                                new VersionChanges.Edited(draft.edits().get(edit), before, change));
            }
        }
    }

    /** Returns the latest state that is what was finished; −1 where the history has none. */
    private static int lastLike(AssetPackage then, List<AssetPackage> states) {
        for (int i = states.size() - 1; i >= 0; i--) {
            if (states.get(i).equals(then)) {
                return i;
            }
        }
        return -1;
    }
}
