package io.marquetry.dispatch;

import io.marquetry.base.Problem;

import java.util.EnumSet;
import java.util.Set;

/**
 * Why a person of the audience gets nothing; in the order in which they are asked. The first that
 * holds counts, all are kept.
 */
public enum Reason {
    /** The source knows no address of theirs. */
    NO_ADDRESS,
    /** What the source holds is no address of the channel. */
    BAD_ADDRESS,
    /** They did not agree; nothing known means no. */
    NO_CONSENT,
    /** Their address is on the list of those who must not be written to. */
    SUPPRESSED,
    /** Somebody with a lower key has the same address. */
    SAME_ADDRESS,
    /** They got as much as they may get in a while. */
    CAPPED,
    /** Nobody knows what time it is where they are. */
    ZONE_UNKNOWN,
    /** No open hour is left before the dispatch ends. */
    TOO_LATE;

    private static final Reason[] ALL = values();

    /** Returns this reason as a member of a {@link #all} mask. */
    public int bit() {
        return 1 << ordinal();
    }

    /** Returns the reason that counts of a mask that is not 0. */
    public static Reason first(int mask) {
        return ALL[Integer.numberOfTrailingZeros(mask)];
    }

    /** Returns the reasons of a mask. */
    public static Set<Reason> all(int mask) {
        EnumSet<Reason> found = EnumSet.noneOf(Reason.class);
        for (Reason reason : ALL) {
            if ((mask & reason.bit()) != 0) {
                found.add(reason);
            }
        }
        return found;
    }

    /** Returns the words for it, to be part of a sentence. */
    public Problem words() {
        return Problem.of("problem.dispatchReason." + this);
    }
}
