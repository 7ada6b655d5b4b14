package io.marquetry.index.question;

import io.marquetry.base.CancelSignal;
import io.marquetry.index.MembershipIndex;
import io.marquetry.index.sets.Common;
import io.marquetry.index.sets.ProfileSet;
import io.marquetry.tag.TagKey;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds tags that the same people carry, exactly, by the Jaccard index (P. Jaccard: Étude
 * comparative de la distribution florale, Bulletin de la Société Vaudoise des Sciences Naturelles
 * 37 (1901)). Two sets can only reach a share where the smaller has at least that share of the
 * larger; and of those that can, most fall short within a few words.
 */
public final class SamePeople {

    /** The share from which two tags are called the same, where nobody says otherwise. */
    public static final double USUAL_SHARE = 0.95;

    private final MembershipIndex index;
    private final double share;

    private SamePeople(MembershipIndex index, double share) {
        this.index = index;
        this.share = share;
    }

    /**
     * Returns the pairs of tags that reach a share, the largest share first. Tags that nobody
     * carries are left out.
     *
     * @param share from above 0 to 1
     */
    public static List<Pair> of(MembershipIndex index, double share, CancelSignal signal) {
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException("a share above 0, at most 1: " + share);
        }
        return new SamePeople(index, share).pairs(signal);
    }

    private List<Pair> pairs(CancelSignal signal) {
        List<Counted> all = new ArrayList<>();
        for (TagKey tag : index.tags()) {
            if (index.size(tag) > 0) {
                all.add(new Counted(tag, index.set(tag)));
            }
        }
        all.sort(Comparator.comparingLong(Counted::size).thenComparing(Counted::tag));
        List<Pair> found = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            signal.check();
            Counted small = all.get(i);
            for (int j = i + 1; j < all.size(); j++) {
                Counted large = all.get(j);
                if (small.size() < share * large.size()) {
                    break;
                }
                compare(small, large, found);
            }
        }
        found.sort(Comparator.comparingDouble(Pair::share).reversed().thenComparing(Pair::first));
        return List.copyOf(found);
    }

    private void compare(Counted small, Counted large, List<Pair> found) {
        long sum = small.size() + large.size();
        // both / (sum - both) >= share, solved for both; a hair less, against rounding.
        long least = (long) Math.ceil(share * sum / (1 + share) - 1e-9);
        long both = Common.of(small.set(), large.set(), index.profiles(), least);
        if (both >= least && both >= share * (sum - both) - 1e-9) {
            boolean ordered = small.tag().compareTo(large.tag()) < 0;
            Counted first = ordered ? small : large;
            Counted second = ordered ? large : small;
            found.add(
                    new Pair(
                            first.tag(),
                            second.tag(),
                            both,
                            first.size() - both,
                            second.size() - both));
        }
    }

    private record Counted(TagKey tag, ProfileSet set) {
        private long size() {
            return set.cardinality();
        }
    }

    /**
     * Two tags that nearly the same people carry.
     *
     * @param first the one whose key comes first
     * @param both profiles that carry both
     * @param onlyFirst profiles that carry the first and not the second
     * @param onlySecond profiles that carry the second and not the first
     */
    public record Pair(TagKey first, TagKey second, long both, long onlyFirst, long onlySecond) {

        /** Returns the share of those who carry both among those who carry one or both. */
        public double share() {
            return (double) both / (both + onlyFirst + onlySecond);
        }
    }
}
