package io.marquetry.effect.stats;

/** What an interval stands on: whether it holds the truth as often as it promises. */
public enum Footing {
    /** Enough people: intervals of 95 % hold the truth in 95 % of samples, within a point or so. */
    FIRM,
    /**
     * So few people, or so few among them who pay, that the interval is too short to trust: the sum
     * of a few large amounts is not normal yet.
     */
    SPARSE,
    /** So few cases in both of two shares that the interval is far wider than it need be. */
    CAUTIOUS;

    /** With fewer who pay at all the largest payment decides too much. */
    public static final long MIN_BUYERS = 50;

    /** More of all variation than that must no single amount make. */
    private static final double MAX_BY_ONE = 0.1;

    /** So much it may make where most pay nothing and those who pay pay much the same. */
    private static final double MAX_BY_ONE_OF_LIKE = 0.2;

    /**
     * Those pay much the same whose squared coefficient of variation is no more; 1: exponential.
     */
    private static final double LIKE = 0.75;

    private static final long MIN_CASES = 10;

    /**
     * Returns what the difference of two shares stands on: firm where both together have ten cases
     * at least, and ten without.
     */
    static Footing of(Share first, Share second) {
        return cases(first) + cases(second) < MIN_CASES ? CAUTIOUS : FIRM;
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
     * Returns what the mean of amounts stands on: firm where {@link #MIN_BUYERS} are not 0, or no
     * amount is, and where the largest one makes at most a tenth of the sum of squares about the
     * mean; a fifth where some are 0 and the others vary little.
     *
     * <p>That no single amount matters is what makes a sum normal: J. W. Lindeberg, Mathematische
     * Zeitschrift 15 (1922) 211-225; for samples G. E. Noether, Annals of Mathematical Statistics
     * 20 (1949) 455-458. How much is still no harm was simulated: docs/effect-methods.md.
     *
     * @param buyers how many of the amounts are not 0
     * @param largest the largest amount, its sign left out
     */
    public static Footing of(Moments amounts, long buyers, double largest) {
        boolean few = buyers < amounts.n() && buyers < MIN_BUYERS;
        double off = largest - Math.abs(amounts.mean());
        double most = isOfLike(amounts, buyers) ? MAX_BY_ONE_OF_LIKE : MAX_BY_ONE;
        return few || off * off > most * amounts.squares() && amounts.squares() > 0 ? SPARSE : FIRM;
    }

    private static boolean isOfLike(Moments amounts, long buyers) {
        double sum = amounts.n() * amounts.mean();
        double squares = amounts.squares() + sum * amounts.mean();
        return buyers < amounts.n() && buyers * squares <= (1 + LIKE) * sum * sum;
    }

    /**
     * Returns what a ratio stands on whose denominator counts cases.
     *
     * @param heads of how many
     */
    public static Footing ofCases(long cases, long heads) {
        return cases < heads && cases < MIN_BUYERS ? SPARSE : FIRM;
    }
}
