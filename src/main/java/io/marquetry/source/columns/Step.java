package io.marquetry.source.columns;

import java.util.List;

/**
 * One step of working out rules for 64 rows at a time. Steps refer to earlier ones by number; equal
 * steps are one.
 */
sealed interface Step {

    /** What a leaf says; its words come from the column's codes. */
    record OfLeaf(int column, int leaf) implements Step {}

    /** What was found out before; its words come from outside. */
    record OfInput(int input) implements Step {}

    /** All steps hold; true where there are none. */
    record All(List<Integer> steps) implements Step {
        /** Copies the numbers. */
        public All {
            steps = List.copyOf(steps);
        }
    }

    /**
     * One of the steps holds.
     *
     * @param steps one at least
     */
    record Any(List<Integer> steps) implements Step {
        /** Copies the numbers. */
        public Any {
            steps = List.copyOf(steps);
        }
    }

    /** The step does not hold. */
    record Not(int step) implements Step {}
}
