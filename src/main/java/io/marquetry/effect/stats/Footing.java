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

    private static final double COCHRAN = 25;

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
     * Returns what the mean of amounts stands on: firm where there are 28 + 25 γ² heads at least, γ
     * the skewness, and {@link #FEWEST_BUYERS} amounts that are not 0, or no 0 at all.
     *
     * <p>R. A. Sugden, T. M. F. Smith, R. P. Jones, "Cochran's rule for simple random sampling",
     * Journal of the Royal Statistical Society B 62 (2000) 787-793; the rule without the 28 is in
     * W. G. Cochran, "Sampling Techniques", 3rd edition (1977), 2.15. Where most pay it is the long
     * tail of amounts that is skewed, and small samples seldom see it: there twice the 25 are asked
     * for. docs/effect-methods.md shows what that gives.
     *
     * @param heads how many amounts
     * @param buyers how many of them are not 0
     * @param skewness of the amounts; not a number where they do not vary
     */
    public static Footing of(long heads, long buyers, double skewness) {
        boolean few = buyers < heads && buyers < FEWEST_BUYERS;
        double factor = 2 * buyers > heads ? 2 * COCHRAN : COCHRAN;
        boolean skewed = heads < 28 + factor * skewness * skewness;
        return few || skewed ? SPARSE : FIRM;
    }
}
