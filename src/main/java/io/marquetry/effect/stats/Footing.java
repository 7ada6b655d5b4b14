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

    /**
     * With fewer people, each counted by how much of all rows is theirs, what varies from person to
     * person cannot be told from so few.
     */
    public static final int MIN_PEOPLE = 50;

    /** As many tell enough even where a few of them have most of the rows. */
    private static final int ENOUGH_PEOPLE = 200;

    /** Below {@link #ENOUGH_PEOPLE}, at least so many of all people must be worth counting. */
    private static final double LEAST_TELLING = 0.2;

    /** With fewer cases, each counted by how much people tell, an arm's own variation is chance. */
    private static final int MIN_CASES_OF_PEOPLE = 15;

    /** With fewer who pay at all the largest payment decides too much. */
    public static final long MIN_BUYERS = 50;

    /** More of all variation than that must no single amount make. */
    private static final double MAX_BY_ONE = 0.3;

    /**
     * So much of what a side of an interval may miss the skewness may take or give: 2.5 % of it
     * become 4.5 % on one side then, and 0.5 % on the other.
     */
    private static final double MOST_MOVED = 0.8;

    private static final long MIN_CASES = 10;

    /**
     * Fieller's interval knows that few cases vary much; with fewer chance decides whether it has
     * an end.
     */
    private static final long MIN_CASES_OF_RATIO = 15;

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
     * amount is, where no amount makes more than three tenths of the sum of squares about the mean,
     * and where the mean is not too skewed for an interval of 95 %. That is a rule like W. G.
     * Cochran's, "Sampling Techniques", 3rd edition (1977), 2.15: so many people as 18 times the
     * squared skewness of an amount.
     *
     * @param buyers how many of the amounts are not 0
     * @param largest the largest amount, its sign left out
     */
    public static Footing of(Moments amounts, long buyers, double largest) {
        Footing plain = ofLargest(amounts, buyers, largest);
        return plain == FIRM
                        && new Skewed(amounts, buyers, largest).ofMean() > mostSkewed(Level.OF_95)
                ? SPARSE
                : plain;
    }

    /** Returns the same where nothing is known of how skewed a single amount is. */
    public static Footing ofLargest(Moments amounts, long buyers, double largest) {
        boolean few = buyers < amounts.n() && buyers < MIN_BUYERS;
        return few || restsOn(amounts, largest) ? SPARSE : FIRM;
    }

    /** Returns whether one amount makes so much of all variation that figures rest on it. */
    public static boolean restsOn(Moments amounts, double largest) {
        double off = largest - Math.abs(amounts.mean());
        return off * off > MAX_BY_ONE * amounts.squares() && amounts.squares() > 0;
    }

    /**
     * Returns what the difference of two means stands on, besides what each stands on: firm where
     * it is not too skewed for the level. Two arms alike are skewed alike, and it goes; a small
     * control keeps its own, and an interval corrected for many goes far out.
     */
    public static Footing of(Skewed first, Skewed second, Level level) {
        double one = first.variance();
        double other = second.variance();
        double third = first.ofMean() * Math.pow(one, 1.5) - second.ofMean() * Math.pow(other, 1.5);
        return Math.abs(third) > mostSkewed(level) * Math.pow(one + other, 1.5) ? SPARSE : FIRM;
    }

    /**
     * Returns how skewed an estimate may be: the first term by which the distribution of a
     * studentized mean differs from the normal one, {@code γ (2 z² + 1) φ(z) / 6}, must be no more
     * than {@link #MOST_MOVED} of what is beyond z. P. Hall, "The Bootstrap and Edgeworth
     * Expansion" (1992), 2.6.
     */
    private static double mostSkewed(Level level) {
        double z = level.z();
        double density = Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
        return MOST_MOVED * 6 * (level.alpha() / 2) / ((2 * z * z + 1) * density);
    }

    /**
     * Amounts, as far as it is known how skewed they are.
     *
     * @param buyers how many of the amounts are not 0
     * @param largest the largest amount, its sign left out
     */
    public record Skewed(Moments amounts, long buyers, double largest) {

        /**
         * Returns about how skewed the mean is, 0 or more. What is paid is taken for log-normal,
         * whose skewness follows from how it varies: a sample without its large amounts tells too
         * little of it itself. It is no more than the largest amount can make it.
         */
        double ofMean() {
            double root = Math.sqrt(amounts.squares());
            if (root == 0 || buyers == 0) {
                return 0;
            }
            double n = amounts.n();
            double sum = n * amounts.mean();
            double paying = buyers / n;
            // The mean square of what is paid, by the squared mean of it.
            double spread =
                    Math.max(1, buyers * (amounts.squares() + sum * amounts.mean()) / (sum * sum));
            double square = paying * spread;
            double variance = square - paying * paying;
            double third =
                    paying * spread * spread * spread
                            - 3 * paying * square
                            + 2 * paying * paying * paying;
            double taken = third / Math.pow(variance, 1.5) / Math.sqrt(n);
            double most = Math.max(0, largest - Math.abs(amounts.mean())) / root;
            return variance > 0 && taken < most ? Math.max(0, taken) : most;
        }

        private double variance() {
            return amounts.n() < 2 ? 0 : amounts.variance() / amounts.n();
        }
    }

    /**
     * Returns what figures of people stand on of whom somebody is in several rows. Whose rows are
     * many counts for more, so they are as many as people with the same number of rows each would
     * be that tell as much: L. Kish, "Survey Sampling" (1965), 11.7. Errors of clusters are too
     * small where these are few, or of unequal sizes (A. C. Cameron, D. L. Miller, Journal of Human
     * Resources 50 (2015) 317-372, section VI): firm are {@link #MIN_PEOPLE}, and below {@link
     * #ENOUGH_PEOPLE} no fewer than a fifth of those there are.
     *
     * @param people different people, above 0
     * @param rows all rows, above 0
     * @param sizes Σ over people of the squared number of their rows, above 0
     */
    public static Footing ofPeople(long people, double rows, double sizes) {
        double telling = rows * rows / sizes;
        boolean unequal = telling < ENOUGH_PEOPLE && telling < LEAST_TELLING * people;
        return telling < MIN_PEOPLE || unequal ? SPARSE : FIRM;
    }

    /**
     * Returns what one arm's share stands on within a difference over such people: firm where there
     * are enough with the case, and enough without, that their own variation is seen. An arm
     * without any case has none, and would make the interval of the difference as short as the
     * other arm's.
     *
     * @param people different people, above 0
     * @param squares Σ over people of the squared linearised deviation from the share
     * @param sizes Σ over people of the squared number of their rows, above 0
     */
    public static Footing ofPeople(Share share, long people, double squares, double sizes) {
        double p = share.value();
        double rows =
                squares > 0 ? p * (1 - p) / squares : (double) share.of() * share.of() / sizes;
        return rows * Math.min(p, 1 - p) < MIN_CASES_OF_PEOPLE
                ? SPARSE
                : ofPeople(people, (double) share.of(), sizes);
    }

    /**
     * Returns what a ratio stands on whose denominator counts cases.
     *
     * @param heads of how many
     */
    public static Footing ofCases(long cases, long heads) {
        return cases < heads && cases < MIN_CASES_OF_RATIO ? SPARSE : FIRM;
    }
}
