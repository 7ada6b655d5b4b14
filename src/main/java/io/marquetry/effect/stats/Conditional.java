package io.marquetry.effect.stats;

import org.apache.commons.statistics.distribution.HypergeometricDistribution;

/**
 * The exact test of two shares, given how many did it in both together: R. A. Fisher, "The logic of
 * inductive inference", Journal of the Royal Statistical Society 98 (1935) 39-82, with half of the
 * probability of what was seen (mid-p: H. O. Lancaster, "Significance tests in discrete
 * distributions", Journal of the American Statistical Association 56 (1961) 223-234).
 *
 * <p>Normal intervals of few cases promise too much far out, where one of many comparisons is
 * judged; this test keeps its word there as well.
 */
final class Conditional {

    /** A tail is added up until its terms no longer count. */
    private static final double NEGLIGIBLE = 1e-17;

    private Conditional() {}

    /**
     * Returns how likely chance alone makes shares so far apart, twice the smaller side.
     *
     * @param first of somebody
     * @param second of somebody; both together fewer than 2³¹
     */
    static double pValue(Share first, Share second) {
        long cases = first.count() + second.count();
        double here =
                HypergeometricDistribution.of(
                                (int) (first.of() + second.of()), (int) cases, (int) first.of())
                        .probability((int) first.count());
        boolean more = first.count() * (double) second.of() > second.count() * (double) first.of();
        double farther = more ? above(first, second, here) : above(second, first, here);
        return Math.min(1, 2 * (farther + here / 2));
    }

    /** Adds up how likely each larger count of the first is, one by one from what was seen. */
    private static double above(Share first, Share second, double here) {
        double sum = 0;
        double term = here;
        long one = first.count();
        long other = second.count();
        while (one < first.of() && other > 0 && term > NEGLIGIBLE * sum) {
            term *= (double) other / (one + 1) * (first.of() - one) / (second.of() - other + 1);
            one++;
            other--;
            sum += term;
        }
        return sum;
    }
}
