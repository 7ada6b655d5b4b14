package io.marquetry.index.question;

import io.marquetry.audience.AudienceExpression;
import io.marquetry.audience.Snapshot;
import io.marquetry.index.Members;
import io.marquetry.index.MembershipIndex;
import io.marquetry.index.sets.Block;
import io.marquetry.index.sets.Sweep;
import io.marquetry.index.sets.Words;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How audiences overlap; exact for the snapshot. Audiences go by their place in the question, from
 * 0.
 *
 * @param sizes profiles in each audience
 * @param pairs profiles in two audiences, {@code pairs.get(a).get(b)}; the size where a = b
 * @param reached profiles in one audience or more
 * @param repeated profiles in two audiences or more: who would be contacted more than once
 */
public record Overlap(
        Snapshot snapshot, List<Long> sizes, List<List<Long>> pairs, long reached, long repeated) {

    /** How many audiences can be combined in all ways. */
    public static final int MAX_COMBINED = 12;

    /** Copies the lists. */
    public Overlap {
        sizes = List.copyOf(sizes);
        pairs = pairs.stream().map(List::copyOf).toList();
    }

    /**
     * Counts the overlap of audiences, two by two.
     *
     * @throws io.marquetry.base.ProblemException if one names a tag that is not indexed
     */
    public static Overlap of(MembershipIndex index, List<? extends AudienceExpression> audiences) {
        List<Members> all = Members.of(index, audiences);
        int n = audiences.size();
        long[] counted =
                Sweep.of(
                        index.profiles(),
                        n * n + 2,
                        (block, counters) -> count(all, block, counters));
        List<Long> sizes = new ArrayList<>();
        List<List<Long>> pairs = new ArrayList<>();
        for (int a = 0; a < n; a++) {
            sizes.add(counted[a * n + a]);
            List<Long> row = new ArrayList<>();
            for (int b = 0; b < n; b++) {
                row.add(counted[Math.min(a, b) * n + Math.max(a, b)]);
            }
            pairs.add(row);
        }
        return new Overlap(index.snapshot(), sizes, pairs, counted[n * n], counted[n * n + 1]);
    }

    /**
     * Counts who is in just these audiences and in none of the others, for each combination that
     * holds anybody; the largest first.
     *
     * @param audiences at most {@value #MAX_COMBINED}
     * @throws io.marquetry.base.ProblemException if one names a tag that is not indexed
     */
    public static List<Combination> combinations(
            MembershipIndex index, List<? extends AudienceExpression> audiences) {
        if (audiences.size() > MAX_COMBINED) {
            throw new IllegalArgumentException(audiences.size() + " audiences");
        }
        List<Members> all = Members.of(index, audiences);
        long[] counted =
                Sweep.of(
                        index.profiles(),
                        1 << audiences.size(),
                        (block, counters) -> combine(all, block, counters));
        List<Combination> found = new ArrayList<>();
        for (int which = 1; which < counted.length; which++) {
            if (counted[which] > 0) {
                found.add(new Combination(members(which), counted[which]));
            }
        }
        found.sort(Comparator.comparingLong(Combination::profiles).reversed());
        return List.copyOf(found);
    }

    private static void count(List<Members> audiences, Block block, long[] counters) {
        int n = audiences.size();
        long[] once = block.nobody();
        long[] more = block.nobody();
        List<long[]> members = new ArrayList<>(n);
        for (int a = 0; a < n; a++) {
            long[] words = audiences.get(a).in(block);
            for (int i = 0; i < block.length(); i++) {
                more[i] |= once[i] & words[i];
                once[i] |= words[i];
            }
            counters[a * n + a] += block.count(words);
            for (int b = 0; b < a; b++) {
                counters[b * n + a] += Words.countAnd(members.get(b), words, block.length());
            }
            members.add(words);
        }
        counters[n * n] += block.count(once);
        counters[n * n + 1] += block.count(more);
        members.forEach(block::giveBack);
        block.giveBack(once);
        block.giveBack(more);
    }

    private static void combine(List<Members> audiences, Block block, long[] counters) {
        List<long[]> members = new ArrayList<>();
        audiences.forEach(audience -> members.add(audience.in(block)));
        for (int i = 0; i < block.length(); i++) {
            long anybody = 0;
            for (long[] words : members) {
                anybody |= words[i];
            }
            split(members, i, 0, 0, anybody, counters);
        }
        members.forEach(block::giveBack);
    }

    /** Parts the profiles of one word by the audiences from {@code next} on. */
    private static void split(
            List<long[]> members, int word, int next, int which, long profiles, long[] counters) {
        if (profiles == 0) {
            return;
        }
        if (next == members.size()) {
            counters[which] += Long.bitCount(profiles);
            return;
        }
        long in = members.get(next)[word];
        split(members, word, next + 1, which | 1 << next, profiles & in, counters);
        split(members, word, next + 1, which, profiles & ~in, counters);
    }

    private static List<Integer> members(int which) {
        List<Integer> members = new ArrayList<>();
        for (int left = which; left != 0; left &= left - 1) {
            members.add(Integer.numberOfTrailingZeros(left));
        }
        return members;
    }

    /**
     * Who is in just these audiences.
     *
     * @param members the audiences, ascending
     */
    public record Combination(List<Integer> members, long profiles) {
        /** Copies the members. */
        public Combination {
            members = List.copyOf(members);
        }
    }
}
