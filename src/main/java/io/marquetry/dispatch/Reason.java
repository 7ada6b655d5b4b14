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
    NO_ADDRESS(1 << 0),
    /** What the source holds is no address of the channel. */
    BAD_ADDRESS(1 << 1),
    /** They did not agree; nothing known means no. */
    NO_CONSENT(1 << 2),
    /** They do not want that something is chosen for them by what is known of them. */
    NOT_PERSONALISED(1 << 8),
    /** Their address is on the list of those who must not be written to. */
    SUPPRESSED(1 << 3),
    /** Somebody with a lower key has the same address. */
    SAME_ADDRESS(1 << 4),
    /** They had a message of this series before. */
    ALREADY(1 << 9),
    /** They did what they were to be asked for, after what started the series. */
    MEANWHILE(1 << 12),
    /** They got as much as they may get in a while. */
    CAPPED(1 << 5),
    /** Nobody knows what time it is where they are. */
    ZONE_UNKNOWN(1 << 6),
    /** No open hour is left before the dispatch ends. */
    TOO_LATE(1 << 7),
    /** The money is spent on others, whom chance put before them. */
    OVER_BUDGET(1 << 10),
    /** The codes are given to others, whom chance put before them. */
    NO_CODE(1 << 11);

    private static final Reason[] ALL = values();

    // Frozen files hold masks: the bit of a reason stays what it is.
    private final int bit;

    Reason(int bit) {
        this.bit = bit;
    }

    /** Returns this reason as a member of a {@link #all} mask. */
    public int bit() {
        return bit;
    }

    /** Returns the reason that counts of a mask that is not 0. */
    public static Reason first(int mask) {
        for (Reason reason : ALL) {
            if ((mask & reason.bit) != 0) {
                return reason;
            }
        }
        throw new IllegalArgumentException("no reason: " + mask);
    }

    /** Returns a mask of the reasons that are asked before this one. */
    public int before() {
        int mask = 0;
        for (Reason reason : ALL) {
            if (reason == this) {
                return mask;
            }
            mask |= reason.bit;
        }
        return mask;
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
