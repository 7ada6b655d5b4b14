package io.marquetry.effect;

/** What a column of outcomes tells. */
public enum OutcomeRole {
    /** Who was targeted. */
    PROFILE,
    /** The package that the profile was targeted with; any text that names it. */
    PACKAGE,
    /** The package's version. */
    VERSION,
    /** The arm of the experiment that the profile was in. */
    ARM,
    /** The way it was sent: SMS, push, mail. */
    CHANNEL,
    /** The asset that was sent. */
    ASSET,
    /** When it was sent or happened. */
    WHEN,
    /** In totals: how many were targeted. */
    TARGETED,
    /** Whether it was sent, or how often. */
    SENT,
    /** Whether it was delivered, or how often. */
    DELIVERED,
    /** Whether it was opened, clicked or visited, or how often. */
    HIT,
    /** Whether the profile did what was wanted, or how often. */
    CONVERTED,
    /** What the profile spent; may be negative. */
    REVENUE,
    /** What the message and the benefit cost. */
    COST,
    /** In events: what happened. */
    EVENT,
    /**
     * What was measured of the profile before the send, for example its spend of the year before;
     * makes the uplift surer, and shows whether the arms were alike.
     */
    BEFORE;

    /** Returns whether it counts something, or says yes or no. */
    public boolean isCount() {
        return switch (this) {
            case TARGETED, SENT, DELIVERED, HIT, CONVERTED -> true;
            case PROFILE,
                    PACKAGE,
                    VERSION,
                    ARM,
                    CHANNEL,
                    ASSET,
                    WHEN,
                    REVENUE,
                    COST,
                    EVENT,
                    BEFORE ->
                    false;
        };
    }

    /** Returns whether an empty cell can mean that it is not known, instead of nothing. */
    public boolean mayBeUnknown() {
        return switch (this) {
            case DELIVERED, HIT, CONVERTED, REVENUE, COST -> true;
            case PROFILE,
                    PACKAGE,
                    VERSION,
                    ARM,
                    CHANNEL,
                    ASSET,
                    WHEN,
                    TARGETED,
                    SENT,
                    EVENT,
                    BEFORE ->
                    false;
        };
    }
}
