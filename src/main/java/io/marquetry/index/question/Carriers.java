package io.marquetry.index.question;

import io.marquetry.audience.AudienceExpression.TagRef;
import io.marquetry.index.MembershipIndex;
import io.marquetry.index.order.Order;
import io.marquetry.index.sets.Words;
import io.marquetry.tag.TagKey;

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
     * @param members as {@link MembershipIndex#members} gives them
     */
    public static Carriers among(MembershipIndex index, long[] members) {
        Order order = index.content().order();
        int[] places = new int[Math.toIntExact(Words.count(members, members.length))];
        int at = 0;
        for (int i = 0; i < members.length; i++) {
            for (long left = members[i]; left != 0; left &= left - 1) {
                places[at++] =
                        (int) order.place(((long) i << 6) + Long.numberOfTrailingZeros(left));
            }
        }
        return new Carriers(index, places);
    }

    /**
     * Returns who of them carries a tag: bit {@code i & 63} of word {@code i >>> 6} stands for the
     * one before whom {@code i} of them come in the source.
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
