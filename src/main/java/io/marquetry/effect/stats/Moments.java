package io.marquetry.effect.stats;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * What is to be known of measured values to judge their mean: they need not be kept themselves.
 *
 * @param n how many, 0 or more
 * @param mean their mean; 0 where there are none
 * @param squares the sum of the squared distances from the mean, 0 or more
 */
public record Moments(long n, double mean, double squares) {

    /** Refuses a negative number of values and a negative sum of squares. */
    public Moments {
        if (n < 0 || !(squares >= 0)) {
            throw new IllegalArgumentException("no moments: " + n + ", " + squares);
        }
    }

    /**
     * Makes them of exact sums: no digit is lost where the mean is large against the spread.
     *
     * @param sum of the values
     * @param sumOfSquares of the values' squares
     */
    public static Moments of(long n, BigDecimal sum, BigDecimal sumOfSquares) {
        if (n == 0) {
            return new Moments(0, 0, 0);
        }
        BigDecimal count = BigDecimal.valueOf(n);
        // n Σx² - (Σx)² is exact; one division at the end rounds once.
        BigDecimal spread = sumOfSquares.multiply(count).subtract(sum.multiply(sum));
        return new Moments(
                n,
                sum.divide(count, MathContext.DECIMAL64).doubleValue(),
                Math.max(0, spread.divide(count, MathContext.DECIMAL64).doubleValue()));
    }

    /** Returns the unbiased estimate of the variance, with n - 1; for two values and more. */
    public double variance() {
        if (n < 2) {
            throw new IllegalStateException("a variance needs two values");
        }
        return squares / (n - 1);
    }
}
