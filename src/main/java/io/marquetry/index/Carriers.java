package io.marquetry.index;

import io.marquetry.audience.AudienceExpression.TagRef;
import io.marquetry.tag.TagKey;

import java.util.List;

/** Who of some people carries which tag. */
public final class Carriers {

    private final MembershipIndex index;
    private final int[] places;

    private Carriers(MembershipIndex index, int[] places) {
        this.index = index;
        this.places = places;
    }

    /**
     * Looks at some people.
     *
     * @param ordinals of the people, as the source numbers its profiles
     */
    public static Carriers among(MembershipIndex index, List<Integer> ordinals) {
        Order order = index.content().order();
        return new Carriers(
                index, ordinals.stream().mapToInt(at -> (int) order.place(at)).toArray());
    }

    /**
     * Returns who of them carries a tag: bit {@code i & 63} of word {@code i >>> 6} stands for the
     * one who was named at {@code i}.
     *
     * @throws io.marquetry.base.ProblemException if the tag is not indexed
     */
    public long[] of(TagKey tag) {
        long[] all = index.placed(new TagRef(tag));
        long[] carriers = new long[Words.length(places.length)];
        for (int i = 0; i < places.length; i++) {
            int place = places[i];
            carriers[i >>> 6] |= (all[place >>> 6] >>> place & 1) << i;
        }
        return carriers;
    }
}
