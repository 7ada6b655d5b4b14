package io.marquetry.source.local.rejected;

/**
 * Why rows were not taken.
 *
 * @param first the first of them
 * @param count how many there are
 */
public record RejectedReason(RejectedRow first, long count) {

    /** Returns this reason with one more row. */
    RejectedReason andOne() {
        return new RejectedReason(first, count + 1);
    }
}
