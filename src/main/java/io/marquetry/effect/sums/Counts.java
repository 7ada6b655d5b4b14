package io.marquetry.effect.sums;

/**
 * How many profiles were reached, answered and converted, and how often.
 *
 * @param targeted profiles, those held out among them
 * @param sent profiles that something was sent to
 * @param delivered profiles that it reached
 * @param hit profiles that opened, clicked or came
 * @param converted profiles that did what was wanted
 * @param hits how often they opened, clicked or came
 * @param conversions how often they did what was wanted
 * @param contradictory rows that contradict themselves: more hit than delivered, more of something
 *     than targeted
 */
public record Counts(
        long targeted,
        long sent,
        long delivered,
        long hit,
        long converted,
        long hits,
        long conversions,
        long contradictory) {

    /** Nobody at all. */
    public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0, 0);

    /** Returns both together. */
    public Counts plus(Counts other) {
        return new Counts(
                targeted + other.targeted,
                sent + other.sent,
                delivered + other.delivered,
                hit + other.hit,
                converted + other.converted,
                hits + other.hits,
                conversions + other.conversions,
                contradictory + other.contradictory);
    }

    /** Returns these counts with so many that something was sent to. */
    Counts withSent(long people) {
        return new Counts(
                targeted, people, delivered, hit, converted, hits, conversions, contradictory);
    }
}
