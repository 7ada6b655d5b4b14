package io.marquetry.index.question;

import io.marquetry.base.CancelSignal;
import io.marquetry.index.MembershipIndex;
import io.marquetry.index.sets.Common;
import io.marquetry.index.sets.ProfileSet;
import io.marquetry.tag.TagKey;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/** Finds tags whose people all carry another tag, too, exactly. */
public final class Inside {

    private Inside() {}

    /**
     * Returns for each tag the smallest other one that holds all its people and more, by the key of
     * the first. Tags that nobody or everybody carries are left out.
     *
     * @param wanted tells of an inner and an outer tag whether they are to be looked at
     */
    public static List<Pair> of(
            MembershipIndex index, BiPredicate<TagKey, TagKey> wanted, CancelSignal signal) {
        List<Counted> all = new ArrayList<>();
        for (TagKey tag : index.tags()) {
            long size = index.size(tag);
            if (size > 0 && size < index.profiles()) {
                all.add(new Counted(tag, index.set(tag)));
            }
        }
        all.sort(Comparator.comparingLong(Counted::size).thenComparing(Counted::tag));
        List<Pair> found = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            signal.check();
            around(index, all, i, wanted).ifPresent(found::add);
        }
        found.sort(Comparator.comparing(Pair::inner));
        return List.copyOf(found);
    }

    private static Optional<Pair> around(
            MembershipIndex index, List<Counted> all, int at, BiPredicate<TagKey, TagKey> wanted) {
        Counted inner = all.get(at);
        for (int j = at + 1; j < all.size(); j++) {
            Counted outer = all.get(j);
            if (outer.size() > inner.size()
                    && wanted.test(inner.tag(), outer.tag())
                    && isInside(index, inner, outer)) {
                return Optional.of(new Pair(inner.tag(), outer.tag(), inner.size(), outer.size()));
            }
        }
        return Optional.empty();
    }

    private static boolean isInside(MembershipIndex index, Counted inner, Counted outer) {
        long size = inner.size();
        return Common.of(inner.set(), outer.set(), index.profiles(), size) == size;
    }

    private record Counted(TagKey tag, ProfileSet set) {
        private long size() {
            return set.cardinality();
        }
    }

    /**
     * One tag inside another.
     *
     * @param profiles how many carry the inner one
     * @param around how many carry the outer one; more
     */
    public record Pair(TagKey inner, TagKey outer, long profiles, long around) {}
}
