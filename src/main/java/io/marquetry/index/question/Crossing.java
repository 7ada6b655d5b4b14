package io.marquetry.index.question;

import io.marquetry.index.MembershipIndex;
import io.marquetry.index.question.Changes.Side;
import io.marquetry.index.sets.Block;
import io.marquetry.index.sets.Mask;
import io.marquetry.index.sets.Sweep;
import io.marquetry.index.sets.Words;
import io.marquetry.tag.TagKey;

import java.util.List;

/**
 * Who stays, leaves and comes from one audience to another, and who of them carries which tag;
 * exact for the snapshot, which both are of.
 */
public final class Crossing {

    private final Part staying;
    private final Part leaving;
    private final Part coming;

    private Crossing(Side before, Side after) {
        MembershipIndex index = after.index();
        staying = new Part(index);
        leaving = new Part(index);
        coming = new Part(index);
        Changes.Walk was = before.walk(index.content().order());
        Changes.Walk is = after.walk(index.content().order());
        long[] counted =
                Sweep.of(index.profiles(), 3, (block, counts) -> put(was, is, block, counts));
        staying.size = counted[0];
        leaving.size = counted[1];
        coming.size = counted[2];
    }

    /**
     * Finds out.
     *
     * @throws io.marquetry.base.ProblemException if an audience names a tag that is not indexed
     */
    public static Crossing of(Side before, Side after) {
        return new Crossing(before, after);
    }

    /** Returns who is in both. */
    public Part staying() {
        return staying;
    }

    /** Returns who is in the first only. */
    public Part leaving() {
        return leaving;
    }

    /** Returns who is in the second only. */
    public Part coming() {
        return coming;
    }

    private void put(Changes.Walk was, Changes.Walk is, Block block, long[] counts) {
        long[] before = was.members(block);
        long[] after = is.members(block);
        long[] both = block.copyOf(before);
        Words.andInto(both, after, block.length());
        Words.andNotInto(before, both, block.length());
        Words.andNotInto(after, both, block.length());
        counts[0] += block.count(both);
        counts[1] += block.count(before);
        counts[2] += block.count(after);
        staying.mask.put(both, block);
        leaving.mask.put(before, block);
        coming.mask.put(after, block);
        block.giveBack(both);
        block.giveBack(before);
        block.giveBack(after);
    }

    /** Some people, as the second audience's index has them. */
    public static final class Part {

        private final MembershipIndex index;
        private final Mask mask;
        private long size;

        private Part(MembershipIndex index) {
            this.index = index;
            this.mask = new Mask(index.profiles());
        }

        /** Returns how many there are. */
        public long size() {
            return size;
        }

        /** Returns how many of them carry each of the tags. */
        public long[] carrying(List<TagKey> tags) {
            return index.counts(tags, mask);
        }
    }
}
