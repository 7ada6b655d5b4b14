package io.marquetry.effect.stats;

/**
 * What may be said of a difference however often it was looked at before all planned people were
 * there: an always-valid interval.
 *
 * <p>The asymptotic confidence sequence of I. Waudby-Smith, D. Arbour, R. Sinha, E. H. Kennedy, A.
 * Ramdas, "Time-uniform central limit theory and asymptotic confidence sequences", Annals of
 * Statistics 52 (2024) 2613-2640, theorem 2.2, which is H. Robbins' normal mixture (Annals of
 * Mathematical Statistics 41 (1970) 1397-1409), tightest at the planned number of people.
 *
 * @param interval holds the truth at every look together
 * @param pValue is below α in at most α of tests, at any look
 * @param done people so far by those planned; below 1 the result is early
 */
public record Sequential(Interval interval, double pValue, double done) {

    /** Returns what the interval says. */
    public Verdict verdict() {
        return Verdict.of(interval);
    }

    /** Returns this with a p-value that was corrected; its interval has to be corrected alike. */
    public Sequential withPValue(double corrected) {
        return new Sequential(interval, corrected, done);
    }

    /**
     * Returns what may be said of a difference.
     *
     * @param value the difference
     * @param error its standard error, above 0
     * @param done people so far by those planned, above 0
     * @param level of all looks together
     */
    public static Sequential of(double value, double error, double done, Level level) {
        return of(value, error, done, level, level);
    }

    /**
     * Returns the same where the level follows from what was seen.
     *
     * @param tuned for which level it is tightest at the planned number of people; chosen before
     *     anything was seen
     */
    public static Sequential of(double value, double error, double done, Level level, Level tuned) {
        // t ρ² of the paper: people by those planned, times what makes it tightest there.
        double logs = -2 * Math.log(tuned.alpha());
        double mixed = done * (logs + Math.log(logs + 1));
        double half =
                error
                        * Math.sqrt(
                                2
                                        * (mixed + 1)
                                        / mixed
                                        * Math.log(Math.sqrt(mixed + 1) / level.alpha()));
        double z = value / error;
        double p = Math.sqrt(mixed + 1) * Math.exp(-z * z * mixed / (2 * (mixed + 1)));
        return new Sequential(new Interval(value - half, value + half), Math.min(1, p), done);
    }
}
