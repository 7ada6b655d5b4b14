package io.marquetry.source.query;

import org.duckdb.DuckDBReadableVector;

import java.math.BigDecimal;
import java.util.Arrays;

/** Reads a vector of numbers, or of days, as whole numbers. */
final class WholeNumbers {

    private static final long MISSING = Long.MIN_VALUE;
    private static final int LONG_BITS = 63;

    private WholeNumbers() {}

    /**
     * Reads the rows; what is missing becomes the least number.
     *
     * @return whether a long was enough for all of them
     */
    static boolean read(DuckDBReadableVector vector, int rows, long[] target) {
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
            case DECIMAL -> decimals(vector, rows, target);
            default -> throw new IllegalStateException("no numbers: " + vector.getType());
        };
    }

    /** The objects do not outlive their row, and cost nothing once this is compiled. */
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
