package io.marquetry.source.engine.duckdb;

import org.duckdb.DuckDBReadableVector;

import java.math.BigDecimal;
import java.util.Arrays;

/** Reads a vector of numbers, or of days, as whole numbers. */
final class WholeNumbers {

    private static final long MISSING = Long.MIN_VALUE;
    private static final int LONG_BITS = 63;
    private static final double MAX_UNITS = 1L << 50;

    private WholeNumbers() {}

    /**
     * Reads the rows; what is missing becomes the least number.
     *
     * @param units how many units a one in a vector of doubles is
     * @return whether all of them were read exactly
     */
    static boolean read(DuckDBReadableVector vector, double units, int rows, long[] target) {
        Arrays.fill(target, 0, rows, MISSING);
        return switch (vector.getType()) {
            case BIGINT -> {
                for (int row = 0; row < rows; row++) {
                    target[row] = vector.getLong(row, MISSING);
                }
                yield true;
            }
            case INTEGER -> {
                for (int row = 0; row < rows; row++) {
                    target[row] = vector.isNull(row) ? MISSING : vector.getInt(row);
                }
                yield true;
            }
            case SMALLINT -> {
                for (int row = 0; row < rows; row++) {
                    target[row] = vector.isNull(row) ? MISSING : vector.getShort(row);
                }
                yield true;
            }
            case TINYINT -> {
                for (int row = 0; row < rows; row++) {
                    target[row] = vector.isNull(row) ? MISSING : vector.getByte(row);
                }
                yield true;
            }
            case DATE -> {
                for (int row = 0; row < rows; row++) {
                    if (!vector.isNull(row)) {
                        target[row] = vector.getLocalDate(row).toEpochDay();
                    }
                }
                yield true;
            }
            case DOUBLE -> doubles(vector, units, rows, target);
            case DECIMAL -> decimals(vector, rows, target);
            default -> throw new IllegalStateException("no numbers: " + vector.getType());
        };
    }

    /**
     * The nearest double to a decimal, times its units, is off by less than a half of one where
     * there are at most 2 to the 50 units.
     */
    private static boolean doubles(
            DuckDBReadableVector vector, double units, int rows, long[] target) {
        boolean fits = true;
        for (int row = 0; row < rows; row++) {
            if (!vector.isNull(row)) {
                double number = Math.rint(vector.getDouble(row) * units);
                fits &= Math.abs(number) <= MAX_UNITS;
                target[row] = (long) number;
            }
        }
        return fits;
    }

    /** Whole decimals, which a long may or may not hold. */
    private static boolean decimals(DuckDBReadableVector vector, int rows, long[] target) {
        boolean fits = true;
        for (int row = 0; row < rows; row++) {
            BigDecimal number = vector.getBigDecimal(row);
            if (number != null) {
                if (number.unscaledValue().bitLength() > LONG_BITS) {
                    fits = false;
                } else {
                    target[row] = number.unscaledValue().longValue();
                }
            }
        }
        return fits;
    }
}
