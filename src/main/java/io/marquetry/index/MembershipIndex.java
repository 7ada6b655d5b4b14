package io.marquetry.index;

import io.marquetry.audience.AudienceExpression;
import io.marquetry.audience.AudienceExpression.AllOf;
import io.marquetry.audience.AudienceExpression.AnyOf;
import io.marquetry.audience.AudienceExpression.Except;
import io.marquetry.audience.AudienceExpression.TagRef;
import io.marquetry.audience.Expressions;
import io.marquetry.audience.Snapshot;
import io.marquetry.base.Problem;
import io.marquetry.tag.TagKey;

import java.util.Collections;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * Who carries which tag, for one snapshot of one source: every number while composing comes from
 * set algebra on it, exact for that snapshot. Never changes, so any thread may ask.
 */
public final class MembershipIndex {

    private final Snapshot snapshot;
    private final long profiles;
    private final TreeMap<TagKey, ProfileSet> sets;

    MembershipIndex(Snapshot snapshot, long profiles, Map<TagKey, ProfileSet> sets) {
        this.snapshot = snapshot;
        this.profiles = profiles;
        this.sets = new TreeMap<>(sets);
    }

    /** Returns what the numbers are exact for. */
    public Snapshot snapshot() {
        return snapshot;
    }

    /** Returns how many profiles the source has. */
    public long profiles() {
        return profiles;
    }

    /** Returns the tags that are indexed. */
    public SortedSet<TagKey> tags() {
        return Collections.unmodifiableSortedSet(sets.navigableKeySet());
    }

    /** Returns how many profiles carry the tag. */
    public long size(TagKey tag) {
        return set(tag).cardinality();
    }

    /** Returns how many profiles the expression holds. */
    public long count(AudienceExpression expression) {
        return Words.count(evaluate(expression));
    }

    /** Returns the profiles of an expression; one that states nothing holds everybody. */
    long[] evaluate(AudienceExpression expression) {
        return Expressions.stated(expression)
                .map(this::stated)
                .orElseGet(() -> Words.everybody(profiles));
    }

    ProfileSet set(TagKey tag) {
        ProfileSet set = sets.get(tag);
        if (set == null) {
            throw Problem.of("problem.tag.unknown", tag.value()).asException();
        }
        return set;
    }

    private long[] stated(AudienceExpression expression) {
        return switch (expression) {
            case TagRef ref -> {
                long[] words = new long[Words.length(profiles)];
                set(ref.tag()).orInto(words);
                yield words;
            }
            case AllOf all -> {
                long[] words = stated(all.members().getFirst());
                for (AudienceExpression member : all.members().subList(1, all.members().size())) {
                    switch (member) {
                        case TagRef ref -> set(ref.tag()).andInto(words);
                        case Except except -> takeOut(words, except);
                        case AllOf inner -> Words.andInto(words, stated(inner));
                        case AnyOf inner -> Words.andInto(words, stated(inner));
                    }
                }
                yield words;
            }
            case AnyOf any -> union(any.members());
            case Except except -> {
                long[] words = union(except.members());
                Words.complement(words, profiles);
                yield words;
            }
        };
    }

    private void takeOut(long[] words, Except except) {
        for (AudienceExpression member : except.members()) {
            switch (member) {
                case TagRef ref -> set(ref.tag()).andNotInto(words);
                case AllOf inner -> Words.andNotInto(words, stated(inner));
                case AnyOf inner -> Words.andNotInto(words, stated(inner));
                case Except inner -> Words.andNotInto(words, stated(inner));
            }
        }
    }

    private long[] union(java.util.List<AudienceExpression> members) {
        long[] words = new long[Words.length(profiles)];
        for (AudienceExpression member : members) {
            switch (member) {
                case TagRef ref -> set(ref.tag()).orInto(words);
                case AllOf inner -> Words.orInto(words, stated(inner));
                case AnyOf inner -> Words.orInto(words, stated(inner));
                case Except inner -> Words.orInto(words, stated(inner));
            }
        }
        return words;
    }
}
