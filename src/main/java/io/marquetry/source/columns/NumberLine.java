package io.marquetry.source.columns;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The constants that some rules compare one column with, in order. A value's code says where it
 * lies among them: two values with one code satisfy the same comparisons, and codes are ordered as
 * the values are.
 *
 * <p>The constant at position k has the code 2k + 2; what lies before it and behind the one before
 * has 2k + 1. Code 0 is left for the missing value.
 */
final class NumberLine {

    private final List<BigDecimal> constants;

    NumberLine(SortedSet<BigDecimal> constants) {
        this.constants = List.copyOf(constants);
    }

    /** Returns the line of one constant: 1 is less, 2 equal, 3 greater. */
    static NumberLine around(BigDecimal constant) {
        return new NumberLine(new TreeSet<>(List.of(constant)));
    }

    /** Returns the number of codes. */
    int codes() {
        return 2 * constants.size() + 2;
    }

    /** Returns the code of any number. */
    int code(BigDecimal number) {
        int at = Collections.binarySearch(constants, number);
        return at >= 0 ? 2 * at + 2 : -2 * at - 1;
    }

    /** Returns the same codes for numbers that are written as so many of 10 to the -scale. */
    LongSteps steps(int scale) {
        LongSteps.Builder steps = new LongSteps.Builder(1, constants.size());
        for (int k = 0; k < constants.size(); k++) {
            steps.constant(constants.get(k).scaleByPowerOfTen(scale), 2 * k + 2);
        }
        return steps.build();
    }
}
