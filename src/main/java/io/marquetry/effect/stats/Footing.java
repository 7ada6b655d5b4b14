package io.marquetry.effect.stats;

/** What an interval stands on: whether it holds the truth as often as it promises. */
public enum Footing {
    /** Enough people: intervals of 95 % hold the truth in 95 % of samples, within a point or so. */
    FIRM,
    /**
     * So few people, or so few among them who pay, that the interval is too short to trust: the sum
     * of a few large amounts is not normal yet. Or so few cases in both of two shares that it is
     * far wider than it need be.
     */
    SPARSE;

    /** With fewer who pay at all the largest payment decides too much. */
    public static final long FEWEST_BUYERS = 50;

    /** More of all variation than that must no single amount make. */
    private static final double MAX_BY_ONE = 0.2;

    private static final long FEWEST_CASES = 5;

    /**
     * Returns what the difference of two shares stands on: firm where one of them has five cases at
     * least, and five without.
     */
    static Footing of(Share first, Share second) {
        return Math.max(cases(first), cases(second)) < FEWEST_CASES ? SPARSE : FIRM;
    }

    private static long cases(Share share) {
        return Math.min(share.count(), share.of() - share.count());
    }

    /**
     * Returns what a result stands on that needs both.
     *
     * @param other what the other part of it stands on
     */
    public Footing and(Footing other) {
        return this == FIRM ? other : this;
    }

    /**
     * Returns what the mean of amounts stands on: firm where {@link #FEWEST_BUYERS} are not 0, or
     * no amount is, and where the largest one makes at most a fifth of the sum of squares about the
     * mean.
     *
     * <p>That no single amount matters is what makes a sum normal: J. W. Lindeberg, Mathematische
     * Zeitschrift 15 (1922) 211-225; for samples G. E. Noether, Annals of Mathematical Statistics
     * 20 (1949) 455-458. How much is still no harm was simulated: docs/effect-methods.md.
     *
     * @param buyers how many of the amounts are not 0
     * @param largest the largest amount, its sign left out
     */
    public static Footing of(Moments amounts, long buyers, double largest) {
        boolean few = buyers < amounts.n() && buyers < FEWEST_BUYERS;
        double off = largest - Math.abs(amounts.mean());
        return few || off * off > MAX_BY_ONE * amounts.squares() && amounts.squares() > 0
                ? SPARSE
                : FIRM;
    }

    /**
     * Returns what a ratio stands on whose denominator counts cases.
     *
     * @param heads of how many
     */
    public static Footing ofCases(long cases, long heads) {
        return cases < heads && cases < FEWEST_BUYERS ? SPARSE : FIRM;
    }
}
