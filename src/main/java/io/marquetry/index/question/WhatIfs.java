package io.marquetry.index.question;

import io.marquetry.audience.AudienceExpression;
import io.marquetry.audience.AudienceExpression.AllOf;
import io.marquetry.audience.AudienceExpression.Group;
import io.marquetry.audience.AudienceExpression.Leaf;
import io.marquetry.audience.AudienceExpression.TagRef;
import io.marquetry.audience.Snapshot;
import io.marquetry.base.CancelSignal;
import io.marquetry.index.MembershipIndex;
import io.marquetry.tag.TagKey;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The audience, how it comes about, and what each tag would make of it; exact for the snapshot.
 * Never changes: counting more tags returns another one.
 */
public final class WhatIfs {

    private final Counter counter;
    private final List<Waterfall.Step> steps;
    private final List<Cost> costs;
    private final Map<TagKey, Long> removed;
    private final TreeMap<TagKey, Long> added;
    private final TreeMap<TagKey, Long> excluded;

    private WhatIfs(
            Counter counter,
            List<Waterfall.Step> steps,
            List<Cost> costs,
            Map<TagKey, Long> removed,
            TreeMap<TagKey, Long> added,
            TreeMap<TagKey, Long> excluded) {
        this.counter = counter;
        this.steps = List.copyOf(steps);
        this.costs = List.copyOf(costs);
        this.removed = removed;
        this.added = added;
        this.excluded = excluded;
    }

    /**
     * Counts the audience and each of its rows, and no other tag yet.
     *
     * @param root the outermost group of the audience
     * @param path where the group in focus is: indices from the outermost group downward
     * @throws io.marquetry.base.ProblemException if the audience names a tag that is not indexed
     */
    public static WhatIfs begin(MembershipIndex index, AllOf root, List<Integer> path) {
        List<Cost> rows = Cost.rows(root);
        Waterfall waterfall = new Waterfall(index, root, WhatIf.COUNTERS);
        Without without = new Without(index, root, rows, WhatIf.COUNTERS + waterfall.counters());
        WhatIf whatIf =
                WhatIf.into(
                        index,
                        root,
                        path,
                        waterfall.counters() + rows.size(),
                        (block, counters) -> {
                            waterfall.count(block, counters);
                            without.count(block, counters);
                        });
        long[] counted = whatIf.counted();
        return begun(
                new Indexed(index, whatIf),
                waterfall.steps(counted),
                Cost.counted(rows, without.counts(counted)),
                path);
    }

    /** Returns what is known of the audience and its rows, and of no other tag yet. */
    static WhatIfs begun(
            Counter counter, List<Waterfall.Step> steps, List<Cost> costs, List<Integer> path) {
        TreeMap<TagKey, Long> removed = new TreeMap<>();
        for (Cost cost : costs) {
            if (cost.leaf() instanceof TagRef ref
                    && cost.path().subList(0, cost.path().size() - 1).equals(path)) {
                removed.put(ref.tag(), cost.without());
            }
        }
        return new WhatIfs(
                counter,
                steps,
                costs,
                Collections.unmodifiableMap(removed),
                new TreeMap<>(),
                new TreeMap<>());
    }

    /** Counts the audience, its rows and every indexed tag. */
    public static WhatIfs of(MembershipIndex index, AllOf root, List<Integer> path) {
        return begin(index, root, path).whole(new CancelSignal());
    }

    /** Returns these with the tags counted too, those that can be and are not yet counted. */
    public WhatIfs count(Collection<TagKey> tags) {
        return count(tags, new CancelSignal());
    }

    private WhatIfs count(Collection<TagKey> tags, CancelSignal signal) {
        return counter.count(
                this,
                tags.stream()
                        .filter(tag -> !added.containsKey(tag) && counter.tags().contains(tag))
                        .distinct()
                        .toList(),
                signal);
    }

    /** Returns these with what some tags would make of the audience. */
    WhatIfs with(List<TagKey> tags, long[] with, long[] excluding) {
        TreeMap<TagKey, Long> nextAdded = new TreeMap<>(added);
        TreeMap<TagKey, Long> nextExcluded = new TreeMap<>(excluded);
        for (int i = 0; i < with.length; i++) {
            nextAdded.put(tags.get(i), with[i]);
            nextExcluded.put(tags.get(i), excluding[i]);
        }
        return new WhatIfs(counter, steps, costs, removed, nextAdded, nextExcluded);
    }

    /** Returns these with every tag counted that can be. */
    public WhatIfs whole(CancelSignal signal) {
        return count(counter.tags(), signal);
    }

    /** Returns whether every tag is counted that can be. */
    public boolean isWhole() {
        return added.size() == counter.tags().size();
    }

    /** Returns what the numbers are exact for. */
    public Snapshot snapshot() {
        return counter.snapshot();
    }

    /** Returns how many profiles the source has. */
    public long profiles() {
        return counter.profiles();
    }

    /** Returns how many profiles the audience has as it is. */
    public long now() {
        return counter.now();
    }

    /** Returns for each counted tag how many profiles there would be if it were added. */
    public SortedMap<TagKey, Long> added() {
        return Collections.unmodifiableSortedMap(added);
    }

    /** Returns for each counted tag how many there would be if its people were excluded. */
    public SortedMap<TagKey, Long> excluded() {
        return Collections.unmodifiableSortedMap(excluded);
    }

    /** Returns for each tag of the group how many there would be if it were taken out. */
    public Map<TagKey, Long> removed() {
        return removed;
    }

    /** Returns how the audience shrinks, row by row. */
    public List<Waterfall.Step> steps() {
        return steps;
    }

    /** Returns what each tag of the whole audience costs, in the order of the rows. */
    public List<Cost> costs() {
        return costs;
    }

    /**
     * Returns the tag without which the audience would gain most; empty where none would gain.
     * Among equals the first row counts.
     */
    public Optional<Cost> dearest() {
        return costs.stream()
                .filter(cost -> cost.without() > now())
                .max(Comparator.comparingLong(Cost::without));
    }

    /**
     * What one row costs the audience.
     *
     * @param path its place: indices from the outermost group downward
     * @param without profiles the audience would have if the row were taken out
     */
    public record Cost(List<Integer> path, Leaf leaf, long without) {

        /** Copies the path. */
        public Cost {
            path = List.copyOf(path);
        }

        /** Returns the rows of an audience, not yet counted. */
        static List<Cost> rows(AllOf root) {
            List<Cost> rows = new ArrayList<>();
            collect(root, List.of(), rows);
            return rows;
        }

        /** Returns for each row the audience without it. */
        static List<AllOf> without(AllOf root, List<Cost> rows) {
            return rows.stream().map(row -> Rows.without(root, row.path())).toList();
        }

        static List<Cost> counted(List<Cost> rows, long[] counts) {
            List<Cost> costs = new ArrayList<>();
            for (int i = 0; i < rows.size(); i++) {
                costs.add(new Cost(rows.get(i).path(), rows.get(i).leaf(), counts[i]));
            }
            return costs;
        }

        private static void collect(Group group, List<Integer> path, List<Cost> rows) {
            for (int i = 0; i < group.members().size(); i++) {
                List<Integer> at = new ArrayList<>(path);
                at.add(i);
                AudienceExpression member = group.members().get(i);
                switch (member) {
                    case Leaf leaf -> rows.add(new Cost(at, leaf, 0));
                    case Group inner -> collect(inner, at, rows);
                }
            }
        }
    }

    /** Counts tags against one audience, and knows of which state of the source. */
    interface Counter {

        Snapshot snapshot();

        long profiles();

        /** Returns how many profiles the audience has as it is. */
        long now();

        /** Returns the tags that can be counted. */
        Set<TagKey> tags();

        /** Returns what was known with what some more tags would make of the audience. */
        WhatIfs count(WhatIfs known, List<TagKey> tags, CancelSignal signal);
    }

    private record Indexed(MembershipIndex index, WhatIf whatIf) implements Counter {

        @Override
        public Snapshot snapshot() {
            return index.snapshot();
        }

        @Override
        public long profiles() {
            return index.profiles();
        }

        @Override
        public long now() {
            return whatIf.now();
        }

        @Override
        public Set<TagKey> tags() {
            return index.tags();
        }

        @Override
        public WhatIfs count(WhatIfs known, List<TagKey> tags, CancelSignal signal) {
            long[] with = whatIf.with(tags);
            return known.with(tags, with, whatIf.excluding(tags, with));
        }
    }
}
