package io.marquetry.effect.stats;

/**
 * A difference of which what was known before the send is taken out (CUPED).
 *
 * <p>A. Deng, Y. Xu, R. Kohavi, T. Walker, "Improving the sensitivity of online controlled
 * experiments by utilizing pre-experiment data", WSDM 2013, 123-132: {@code y - θ (x - mean x)}
 * with one θ for both arms, the covariance within arms by the variance within arms.
 *
 * @param difference of the adjusted means, by Welch
 * @param gained the part of the variance of the plain difference that is gone; below 0 where the
 *     measure from before says nothing
 */
public record Reduced(Difference difference, double gained) {

    /**
     * Compares two means after the adjustment.
     *
     * @param first of one arm: n, and the squares and products of what was measured before (x) and
     *     after (y)
     */
    public static Reduced of(Paired first, Paired second, Level level) {
        Arms adjusted = Arms.of(first, second);
        Moments one = adjusted.first();
        Moments other = adjusted.second();
        Difference difference = Means.welch(one, other, level);
        if (one.n() < 2 || other.n() < 2) {
            return new Reduced(difference, 0);
        }
        double plain = first.after().variance() / one.n() + second.after().variance() / other.n();
        double left = one.variance() / one.n() + other.variance() / other.n();
        return new Reduced(difference, plain == 0 ? 0 : 1 - left / plain);
    }

    /** What is left of two arms after the adjustment. */
    public record Arms(Moments first, Moments second) {

        /** Adjusts both by the same factor. */
        public static Arms of(Paired first, Paired second) {
            double within = first.before().squares() + second.before().squares();
            double theta = within == 0 ? 0 : (first.products() + second.products()) / within;
            double center =
                    (first.before().mean() * first.before().n()
                                    + second.before().mean() * second.before().n())
                            / Math.max(1, first.before().n() + second.before().n());
            return new Arms(first.adjusted(theta, center), second.adjusted(theta, center));
        }
    }

    /** Returns this with a p-value that was corrected; its interval has to be corrected alike. */
    public Reduced withPValue(double corrected) {
        return difference instanceof Difference.Measured measured
                ? new Reduced(measured.withPValue(corrected), gained)
                : this;
    }

    /** Returns this on a footing that is no better than another. */
    public Reduced on(Footing footing) {
        return new Reduced(difference.on(footing), gained);
    }

    /**
     * The two measures of the people of an arm.
     *
     * @param before what was measured before the send
     * @param after what was measured after it, of the same people
     * @param products the sum of the products of both distances from their means
     */
    public record Paired(Moments before, Moments after, double products) {

        /** Refuses measures of different people. */
        public Paired {
            if (before.n() != after.n()) {
                throw new IllegalArgumentException("not the same people");
            }
        }

        private Moments adjusted(double theta, double center) {
            return new Moments(
                    after.n(),
                    after.mean() - theta * (before.mean() - center),
                    Math.max(
                            0,
                            after.squares()
                                    - 2 * theta * products
                                    + theta * theta * before.squares()));
        }
    }
}
