package io.marquetry.source.columns;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Arrays;

/** A step function from whole numbers to codes. */
final class LongSteps {

    private final long[] begins;
    private final int[] codes;

    private LongSteps(long[] begins, int[] codes) {
        this.begins = begins;
        this.codes = codes;
    }

    /** Returns the code of the step that the number is on. */
    int code(long number) {
        int step = 0;
        // Without a branch that depends on the number: such branches are guessed wrong every other
        // time.
        for (int left = begins.length; left > 1; ) {
            int half = left >>> 1;
            step = begins[step + half] <= number ? step + half : step;
            left -= half;
        }
        return codes[step];
    }

    /** Makes the steps from constants in ascending order. */
    static final class Builder {

        private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);
        private static final BigInteger LEAST = BigInteger.valueOf(Long.MIN_VALUE);

        private final long[] begins;
        private final int[] codes;
        private int steps = 1;

        /** Begins with the code of what is less than all constants. */
        Builder(int first, int constants) {
            begins = new long[2 * constants + 1];
            codes = new int[begins.length];
            begins[0] = Long.MIN_VALUE;
            codes[0] = first;
        }

        /**
         * Adds a constant.
         *
         * @param code of the constant; greater numbers have the next code
         */
        void constant(BigDecimal constant, int code) {
            BigInteger floor = constant.setScale(0, RoundingMode.FLOOR).toBigInteger();
            if (constant.compareTo(new BigDecimal(floor)) == 0) {
                begin(floor, code);
            }
            begin(floor.add(BigInteger.ONE), code + 1);
        }

        LongSteps build() {
            return new LongSteps(Arrays.copyOf(begins, steps), Arrays.copyOf(codes, steps));
        }

        private void begin(BigInteger from, int code) {
            if (from.compareTo(MOST) > 0) {
                return;
            }
            long begin = from.max(LEAST).longValueExact();
            if (begin != begins[steps - 1]) {
                steps++;
            }
            begins[steps - 1] = begin;
            codes[steps - 1] = code;
        }
    }
}
