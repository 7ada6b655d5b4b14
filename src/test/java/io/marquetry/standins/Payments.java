package io.marquetry.standins;

import java.math.BigDecimal;
import java.util.Random;

/** Makes amounts of money whose sum and sum of squares are known to the cent. */
final class Payments {

    /** The range in which the amounts of the mail test lie, in cents. */
    private static final long LEAST = 29_99;

    private static final long MOST = 499_00;

    /** So near, in square cents, a step may lead away again: it may find the last cent. */
    private static final long NEAR = 2_000;

    private static final int ATTEMPTS = 5_000_000;

    private Payments() {}

    /**
     * Returns so many amounts in cents. All begin as the mean. Pairs are then drawn apart, or
     * together, as long as that brings the sum of squares closer; the sum stays.
     *
     * @param sum of all amounts, in cents
     * @param squares sum of their squares, in square cents
     * @throws IllegalStateException if none were found
     */
    static long[] of(int count, long sum, long squares, Random random) {
        long[] amounts = new long[count];
        long gap = squares;
        for (int i = 0; i < count; i++) {
            amounts[i] = sum / count + (i < sum % count ? 1 : 0);
            gap -= amounts[i] * amounts[i];
        }
        for (int attempt = 0; gap != 0; attempt++) {
            if (attempt == ATTEMPTS) {
                throw new IllegalStateException("the sum of squares misses by " + gap);
            }
            int lower = random.nextInt(count);
            int upper = random.nextInt(count);
            // Large steps first, then small ones for the last cents.
            long step = 1L + random.nextInt(attempt < 10_000 ? 5_000 : 50);
            long change = 2 * step * (amounts[upper] - amounts[lower] + step);
            if (lower != upper
                    && Math.abs(gap - change) < Math.max(Math.abs(gap), NEAR)
                    && amounts[lower] - step >= LEAST
                    && amounts[upper] + step <= MOST) {
                amounts[lower] -= step;
                amounts[upper] += step;
                gap -= change;
            }
        }
        return amounts;
    }

    /** Writes cents as amounts without needless zeros, as the original does. */
    static String words(long cents) {
        return BigDecimal.valueOf(cents, 2).stripTrailingZeros().toPlainString();
    }
}
