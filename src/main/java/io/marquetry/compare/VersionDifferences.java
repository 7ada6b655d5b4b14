package io.marquetry.compare;

import io.marquetry.asset.Asset;
import io.marquetry.audience.Expressions;
import io.marquetry.base.CancelSignal;
import io.marquetry.handoff.PackageDocument;
import io.marquetry.index.AudienceIndexes;
import io.marquetry.index.MembershipIndex;
import io.marquetry.index.question.Changes;
import io.marquetry.index.question.Changes.Change;
import io.marquetry.index.question.Changes.Side;
import io.marquetry.pack.AssetPackage;
import io.marquetry.tag.Category;
import io.marquetry.tag.Tag;
import io.marquetry.tag.TagCatalog;
import io.marquetry.tag.TagKey;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tells what became of a finished version, and whom each change alone would bring in and cost; all
 * counted on one snapshot, so that edits are not mixed with what customers did meanwhile. Blocks.
 */
public final class VersionDifferences {

    private final AudienceIndexes indexes;

    /** Counts by these indexes. */
    public VersionDifferences(AudienceIndexes indexes) {
        this.indexes = indexes;
    }

    /** A package at one time, with what its tags and assets said then. */
    public record State(AssetPackage pack, TagCatalog tags, List<Asset> assets) {

        /** Copies the assets. */
        public State {
            assets = List.copyOf(assets);
        }

        /** Returns what a finished version says. */
        public static State of(PackageDocument document) {
            return new State(document.pack(), new TagCatalog(document.tags()), document.assets());
        }
    }

    /**
     * Returns what changed; people are told where both states address one source.
     *
     * @param index of the later state's source, of tags as they are now
     * @throws io.marquetry.base.ProblemException if an audience names a tag that has no number
     */
    public VersionDifference between(
            State before, State after, MembershipIndex index, CancelSignal signal) {
        List<PackageChange> changes = changes(before, after);
        if (!before.pack().source().equals(after.pack().source())) {
            return new VersionDifference(
                    changes.stream().map(one -> new Counted(one, Optional.empty())).toList(),
                    Optional.empty());
        }
        // A tag that came in has no rule of then; it counts as it is when it comes.
        TagCatalog rules = new TagCatalog(after.tags().tags()).with(before.tags().tags());
        Side then = new Side(indexes.beside(index, rules, signal), before.pack().audience());
        Side now = new Side(indexes.beside(index, after.tags(), signal), after.pack().audience());
        List<Counted> counted = new ArrayList<>();
        for (PackageChange change : changes) {
            signal.check();
            counted.add(new Counted(change, alone(change, before, rules, then, index, signal)));
        }
        return new VersionDifference(
                counted, Optional.of(Changes.of(List.of(then, now)).getLast()));
    }

    /**
     * Returns who stays, goes and comes, and what those are like.
     *
     * @param index of the later state's source, of tags as they are now
     * @return empty where the two address profiles of different sources
     * @throws io.marquetry.base.ProblemException if an audience names a tag that has no number
     */
    public Optional<PeopleBetween> people(
            State before, State after, MembershipIndex index, CancelSignal signal) {
        if (!before.pack().source().equals(after.pack().source())) {
            return Optional.empty();
        }
        Set<TagKey> known = new HashSet<>(Expressions.tagsIn(before.pack().audience()));
        known.addAll(Expressions.tagsIn(after.pack().audience()));
        return Optional.of(
                PeopleBetween.of(
                        new Side(
                                indexes.beside(index, before.tags(), signal),
                                before.pack().audience()),
                        new Side(
                                indexes.beside(index, after.tags(), signal),
                                after.pack().audience()),
                        known,
                        signal));
    }

    /** Returns what changed, rules and assets of tags that both use included. */
    public static List<PackageChange> changes(State before, State after) {
        List<PackageChange> changes =
                new ArrayList<>(PackageChanges.between(before.pack(), after.pack()));
        for (Tag old : before.tags().tags()) {
            if (old.category() == Category.AUDIENCE) {
                after.tags()
                        .find(old.key())
                        .filter(tag -> !tag.rule().equals(old.rule()))
                        .ifPresent(tag -> changes.add(new PackageChange.RuleChanged(old, tag)));
            }
        }
        for (Asset old : before.assets()) {
            after.assets().stream()
                    .filter(asset -> asset.key().equals(old.key()) && !asset.equals(old))
                    .forEach(asset -> changes.add(new PackageChange.AssetChanged(old, asset)));
        }
        return List.copyOf(changes);
    }

    private Optional<Change> alone(
            PackageChange change,
            State before,
            TagCatalog rules,
            Side then,
            MembershipIndex index,
            CancelSignal signal) {
        return switch (change) {
            case PackageChange.OfAudience edit ->
                    Optional.of(
                            Changes.of(
                                            List.of(
                                                    then,
                                                    new Side(
                                                            then.index(),
                                                            PackageChanges.alone(
                                                                    before.pack(), edit))))
                                    .getLast());
            case PackageChange.RuleChanged rule ->
                    Optional.of(
                            Changes.of(
                                            List.of(
                                                    then,
                                                    new Side(
                                                            indexes.beside(
                                                                    index,
                                                                    rules.with(rule.after()),
                                                                    signal),
                                                            then.audience())))
                                    .getLast());
            case PackageChange.Renamed _,
                    PackageChange.SourceChanged _,
                    PackageChange.PutIn _,
                    PackageChange.TakenOut _,
                    PackageChange.Reordered _,
                    PackageChange.AssetChanged _ ->
                    Optional.empty();
        };
    }

    /**
     * What became of a version.
     *
     * @param together from the one to the other; the single changes need not add up to it
     */
    public record VersionDifference(List<Counted> changes, Optional<Change> together) {

        /** Copies the changes. */
        public VersionDifference {
            changes = List.copyOf(changes);
        }
    }

    /**
     * A change.
     *
     * @param people who would come in and go if only this were changed; empty where it changes
     *     nobody
     */
    public record Counted(PackageChange change, Optional<Change> people) {}
}
