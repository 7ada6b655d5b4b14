package io.marquetry.compare;

import io.marquetry.base.CancelSignal;
import io.marquetry.index.MembershipIndex;
import io.marquetry.index.question.Changes.Side;
import io.marquetry.index.question.Crossing;
import io.marquetry.tag.TagKey;

import java.util.ArrayList;
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
        Crossing people = Crossing.of(before, after);
        return new PeopleBetween(
                people.staying().size(),
                people.leaving().size(),
                people.coming().size(),
                traits(after.index(), people.leaving(), people.staying(), known, signal),
                traits(after.index(), people.coming(), people.staying(), known, signal));
    }

    private static List<Trait> traits(
            MembershipIndex index,
            Crossing.Part among,
            Crossing.Part staying,
            Set<TagKey> known,
            CancelSignal signal) {
        if (among.size() == 0) {
            return List.of();
        }
        List<TagKey> asked =
                index.tags().stream().filter(tag -> !known.contains(tag)).limit(MOST_TAGS).toList();
        signal.check();
        boolean all = staying.size() == 0;
        long rest = all ? index.profiles() : staying.size();
        long[] carrying = among.carrying(asked);
        long[] otherwise =
                all ? asked.stream().mapToLong(index::size).toArray() : staying.carrying(asked);
        List<Trait> traits = new ArrayList<>();
        for (int i = 0; i < carrying.length; i++) {
            Trait trait =
                    new Trait(
                            asked.get(i),
                            (double) carrying[i] / among.size(),
                            (double) otherwise[i] / rest);
            if (trait.difference() >= LEAST) {
                traits.add(trait);
            }
        }
        traits.sort(Comparator.comparingDouble(Trait::difference).reversed());
        return traits.subList(0, Math.min(TRAITS, traits.size()));
    }
}
