package io.marquetry.effect.review;

/**
 * A line of a table of what targeting caused.
 *
 * @param compared whose figure is compared
 * @param measure which figure, and how it is looked at
 * @param value the difference with its unit; a dash where there is none
 * @param interval of the difference; empty where there is none
 * @param both the difference with its interval in one text; a dash where there is none
 * @param p how likely chance alone makes as much; a dash where there is no difference
 * @param verdict what it says, or why it says nothing
 * @param method how it was made, and what is to be known of that; may be empty
 */
public record UpliftLine(
        String compared,
        String measure,
        String value,
        String interval,
        String both,
        String p,
        String verdict,
        String method) {

    UpliftLine called(String name, String how) {
        return new UpliftLine(compared, name, value, interval, both, p, verdict, how);
    }
}
