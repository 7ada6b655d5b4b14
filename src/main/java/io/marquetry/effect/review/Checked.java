package io.marquetry.effect.review;

import io.marquetry.effect.stats.Estimate;
import io.marquetry.effect.stats.Interval;
import io.marquetry.effect.stats.Level;
import io.marquetry.effect.stats.Share;
import io.marquetry.effect.stats.Shares;

/**
 * How often something would have been claimed although the arms were shuffled, so that every
 * finding is a false alarm.
 *
 * @param times how often the arms were shuffled
 * @param claimed how often anything was claimed: that something works, does harm, or wears off
 * @param promoted how often something would have been promoted
 * @param harmed how often harm would have been told
 * @param worn how often wear would have been told
 */
public record Checked(int times, int claimed, int promoted, int harmed, int worn) {

    /** So often arms are shuffled: a rate of 5 % is then known within three points. */
    public static final int TIMES = 200;

    /** Nothing was shuffled yet. */
    static final Checked NONE = new Checked(0, 0, 0, 0, 0);

    /** Returns how often anything was claimed, 0 to 1. */
    public double share() {
        return (double) claimed / times;
    }

    /** Returns where that rate lies, for shuffled arms are a sample of all that could be. */
    public Interval interval() {
        return Shares.wilson(new Share(claimed, times), Level.OF_95) instanceof Estimate.Known known
                ? known.interval()
                : new Interval(0, 1);
    }

    /** Returns whether more is claimed than is promised, by more than chance. */
    public boolean claimsTooMuch() {
        return interval().low() > Level.OF_95.alpha();
    }

    Checked plus(boolean promotes, boolean harms, boolean wears) {
        return new Checked(
                times + 1,
                claimed + (promotes || harms || wears ? 1 : 0),
                promoted + (promotes ? 1 : 0),
                harmed + (harms ? 1 : 0),
                worn + (wears ? 1 : 0));
    }
}
