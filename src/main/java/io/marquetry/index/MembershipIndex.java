package io.marquetry.index;

import io.marquetry.audience.AudienceExpression;
import io.marquetry.audience.AudienceExpression.Condition;
import io.marquetry.audience.AudienceExpression.Leaf;
import io.marquetry.audience.AudienceExpression.TagRef;
import io.marquetry.audience.Expressions;
import io.marquetry.audience.Snapshot;
import io.marquetry.base.Problem;
import io.marquetry.index.order.Content;
import io.marquetry.index.sets.Block;
import io.marquetry.index.sets.Mask;
import io.marquetry.index.sets.ProfileSet;
import io.marquetry.index.sets.Sweep;
import io.marquetry.index.sets.Tallies;
import io.marquetry.index.sets.Tally;
import io.marquetry.index.sets.Words;
import io.marquetry.tag.TagKey;
import io.marquetry.tag.TagRule;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * Who carries which tag, for one snapshot of one source: every number while composing comes from
 * set algebra on it, exact for that snapshot. Never changes, so any thread may ask.
 */
public final class MembershipIndex {

    private final Content content;
    private final TreeMap<TagKey, ProfileSet> sets;
    private final Map<TagKey, Problem> misfits;
    private final boolean onDisk;
    private final Conditions conditions;
    private final Tallies tallies = new Tallies();

    public MembershipIndex(
            Content content,
            Map<TagKey, ProfileSet> sets,
            Map<TagKey, Problem> misfits,
            boolean onDisk,
            Conditions conditions) {
        this.content = content;
        this.sets = new TreeMap<>(sets);
        this.misfits = Map.copyOf(misfits);
        this.onDisk = onDisk;
        this.conditions = conditions;
    }

    /** Returns what the numbers are exact for. */
    public Snapshot snapshot() {
        return content.snapshot();
    }

    /** Returns how many profiles the source has. */
    public long profiles() {
        return content.profiles();
    }

    public Content content() {
        return content;
    }

    /** Returns the tags that are indexed. */
    public SortedSet<TagKey> tags() {
        return Collections.unmodifiableSortedSet(sets.navigableKeySet());
    }

    /** Returns why a tag has no number here; empty where it has one. */
    public Optional<Problem> misfit(TagKey tag) {
        return Optional.ofNullable(misfits.get(tag));
    }

    /** Returns the tags that cannot work on the source, and why. */
    public Map<TagKey, Problem> misfits() {
        return misfits;
    }

    /** Returns whether the next start finds all of it; false where the disk is full. */
    public boolean isOnDisk() {
        return onDisk;
    }

    /** Returns how many bytes the sets take, on disk and, as far as they are in use, in memory. */
    public long bytes() {
        return sets.values().stream().mapToLong(ProfileSet::bytes).sum();
    }

    /** Returns how many profiles carry the tag. */
    public long size(TagKey tag) {
        return set(tag).cardinality();
    }

    /**
     * Returns how many profiles the expression holds; one that states nothing holds everybody.
     *
     * @throws io.marquetry.base.ProblemException if it names a tag that is not indexed
     */
    public long count(AudienceExpression expression) {
        return counts(List.of(expression))[0];
    }

    /**
     * Returns who is held by the expression, as the source numbers its profiles: bit {@code i & 63}
     * of word {@code i >>> 6} stands for the profile with ordinal {@code i}; bits behind the last
     * profile are 0.
     *
     * @throws io.marquetry.base.ProblemException if it names a tag that is not indexed
     */
    public long[] members(AudienceExpression expression) {
        return content.order().asInSource(placed(expression));
    }

    /** Returns who is held by the expression, by place. */
    public long[] placed(AudienceExpression expression) {
        Members members = Members.of(this, expression);
        long[] all = new long[Words.length(profiles())];
        Block block = new Block(profiles());
        for (int number = 0; number < Block.blocks(profiles()); number++) {
            block.moveTo(number);
            long[] words = members.in(block);
            System.arraycopy(words, 0, all, block.first(), block.length());
            block.giveBack(words);
        }
        return all;
    }

    /**
     * Refuses expressions that name a tag without a set.
     *
     * @throws io.marquetry.base.ProblemException saying why the first of them has none
     */
    public void require(List<? extends AudienceExpression> expressions) {
        expressions.forEach(this::require);
    }

    /** Returns how many profiles each of the expressions holds, in one pass over the blocks. */
    public long[] counts(List<? extends AudienceExpression> expressions) {
        List<Members> all = Members.of(this, expressions);
        return Sweep.of(
                profiles(),
                expressions.size(),
                (block, counters) -> {
                    for (int i = 0; i < counters.length; i++) {
                        long[] words = all.get(i).in(block);
                        counters[i] += block.count(words);
                        block.giveBack(words);
                    }
                });
    }

    /** Returns how many of the mask carry each of the tags. */
    public long[] counts(List<TagKey> tags, Mask mask) {
        return counts(tags, Tally.of(mask));
    }

    /** Returns how many carry each of the tags, and lets the tally know of them. */
    public long[] counts(List<TagKey> tags, Tally tally) {
        long[] counts = tally.count(tags.stream().map(this::set).toList());
        if (tally.size() == sets.size()) {
            tallies.keep(tally);
        }
        return counts;
    }

    /** Begins a mask, to count tags against, with nobody in it. */
    public Mask mask() {
        return tallies.mask(profiles());
    }

    /**
     * Begins to count tags against a mask with all its blocks; what was counted lately makes that
     * quicker.
     */
    public Tally tally(Mask mask) {
        return Tally.of(mask, tallies.kept());
    }

    /**
     * Refuses an expression that names a tag without a set, before the work is shared out.
     *
     * <p>May block: a condition that nobody has asked for before is asked of the source.
     *
     * @throws io.marquetry.base.ProblemException saying why the tag or condition has none
     */
    public void require(AudienceExpression expression) {
        Expressions.leavesIn(expression).forEach(this::set);
    }

    public ProfileSet set(Leaf leaf) {
        return switch (leaf) {
            case TagRef ref -> set(ref.tag());
            case Condition condition -> conditions.set(condition.rule());
        };
    }

    public ProfileSet set(TagKey tag) {
        ProfileSet set = sets.get(tag);
        if (set == null) {
            throw Optional.ofNullable(misfits.get(tag))
                    .orElseGet(() -> Problem.of("problem.tag.unknown", tag.value()))
                    .asException();
        }
        return set;
    }

    /** Who satisfies conditions that stand in audiences without being tags. */
    @FunctionalInterface
    public interface Conditions {

        /**
         * Returns who satisfies a condition; blocks where it has to be asked of the source.
         *
         * @throws io.marquetry.base.ProblemException if the source has no answer for it
         */
        public ProfileSet set(TagRule.OnField rule);
    }
}
