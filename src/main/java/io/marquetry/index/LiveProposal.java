package io.marquetry.index;

import java.time.Duration;

/**
 * Whether a source is better asked itself than through an index, and what was measured of both.
 *
 * @param profiles of the source
 * @param limit from more profiles on, live use is proposed
 * @param tags how many were asked for in one question, each way
 * @param bytesATag what a tag takes in the index at most
 * @param toBuild how long the source took to say who carries these tags
 * @param toAnswer how long the source took to count an audience and what these tags would make of
 *     that audience
 */
public record LiveProposal(
        long profiles, long limit, int tags, long bytesATag, Duration toBuild, Duration toAnswer) {

    private static final double MEGABYTE = 1e6;
    private static final double SECOND = 1e9;

    /** Returns the same under another limit, which changes nothing of what was measured. */
    public LiveProposal within(long other) {
        return new LiveProposal(profiles, other, tags, bytesATag, toBuild, toAnswer);
    }

    /** Returns whether live use is proposed. */
    public boolean isLive() {
        return profiles > limit;
    }

    /** Returns what a tag takes in the index at most, in MB of a million bytes. */
    public double megabytesATag() {
        return bytesATag / MEGABYTE;
    }

    /** Returns how long the source took to say who carries the tags. */
    public double secondsToBuild() {
        return toBuild.toNanos() / SECOND;
    }

    /** Returns how long the source took to count. */
    public double secondsToAnswer() {
        return toAnswer.toNanos() / SECOND;
    }
}
