package io.marquetry.compare;

import io.marquetry.audience.AudienceExpression.TagRef;
import io.marquetry.base.CancelSignal;
import io.marquetry.index.Changes.Side;
import io.marquetry.index.MembershipIndex;
import io.marquetry.tag.TagKey;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Who stays, goes and comes from one audience to another, and what those are like; exact for the
 * snapshot of the index.
 *
 * @param leaving tags that those who go carry more often or more seldom than those who stay
 * @param coming the same for those who come
 */
public record PeopleBetween(
        long stay, long leave, long come, List<Trait> leaving, List<Trait> coming) {

    private static final int TRAITS = 3;
    private static final double LEAST = 0.05;

    /** More tags than these are not looked at: the picture is to stay quick. */
    private static final int MOST_TAGS = 400;

    /** Copies the lists. */
    public PeopleBetween {
        leaving = List.copyOf(leaving);
        coming = List.copyOf(coming);
    }

    /**
     * A tag in which people differ.
     *
     * @param among share that carries it of those who come or go, 0 to 1
     * @param otherwise share that carries it of those who stay; of all, where nobody stays
     */
    public record Trait(TagKey tag, double among, double otherwise) {

        private double difference() {
            return Math.abs(among - otherwise);
        }
    }

    /**
     * Counts.
     *
     * @param known tags that the audiences themselves name: that they differ in these is no news
     */
    static PeopleBetween of(Side before, Side after, Set<TagKey> known, CancelSignal signal) {
        long[] was = before.index().members(before.audience());
        long[] is = after.index().members(after.audience());
        long[] stay = new long[was.length];
        long[] leave = new long[was.length];
        long[] come = new long[was.length];
        for (int i = 0; i < was.length; i++) {
            stay[i] = was[i] & is[i];
            leave[i] = was[i] & ~is[i];
            come[i] = is[i] & ~was[i];
        }
        long staying = count(stay);
        long[] others = staying == 0 ? all(was.length) : stay;
        return new PeopleBetween(
                staying,
                count(leave),
                count(come),
                traits(after.index(), leave, others, known, signal),
                traits(after.index(), come, others, known, signal));
    }

    private static List<Trait> traits(
            MembershipIndex index,
            long[] among,
            long[] others,
            Set<TagKey> known,
            CancelSignal signal) {
        long people = count(among);
        if (people == 0) {
            return List.of();
        }
        long rest = Math.min(count(others), index.profiles());
        List<Trait> traits = new ArrayList<>();
        List<TagKey> asked =
                index.tags().stream().filter(tag -> !known.contains(tag)).limit(MOST_TAGS).toList();
        for (TagKey tag : asked) {
            signal.check();
            long[] carriers = index.members(new TagRef(tag));
            Trait trait =
                    new Trait(
                            tag,
                            (double) both(carriers, among) / people,
                            (double) both(carriers, others) / rest);
            if (trait.difference() >= LEAST) {
                traits.add(trait);
            }
        }
        traits.sort(Comparator.comparingDouble(Trait::difference).reversed());
        return traits.subList(0, Math.min(TRAITS, traits.size()));
    }

    private static long[] all(int words) {
        long[] all = new long[words];
        Arrays.fill(all, -1);
        return all;
    }

    private static long count(long[] set) {
        long count = 0;
        for (long word : set) {
            count += Long.bitCount(word);
        }
        return count;
    }

    private static long both(long[] one, long[] other) {
        long count = 0;
        for (int i = 0; i < one.length; i++) {
            count += Long.bitCount(one[i] & other[i]);
        }
        return count;
    }
}
