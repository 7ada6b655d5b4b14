package io.marquetry.dispatch;

import io.marquetry.tag.TagKey;

/** What a tag made of the audience when it was frozen: later evaluation needs it as it was. */
public final class Composition {

    private final TagKey tag;
    private final long send;
    private final long holdout;
    private final long[] carriers;

    /**
     * Says what a tag made of it.
     *
     * @param send how many of those who are sent to carry the tag
     * @param holdout how many of those held out
     * @param carriers bit {@code i & 63} of word {@code i >>> 6} stands for the person with ordinal
     *     i
     */
    public Composition(TagKey tag, long send, long holdout, long[] carriers) {
        this.tag = tag;
        this.send = send;
        this.holdout = holdout;
        this.carriers = carriers.clone();
    }

    public TagKey tag() {
        return tag;
    }

    public long send() {
        return send;
    }

    public long holdout() {
        return holdout;
    }

    /** Returns one bit for each person, by ordinal. */
    public long[] carriers() {
        return carriers.clone();
    }
}
