package io.marquetry.effect.figures;

/** What is odd about outcomes; they are kept as they are. */
public sealed interface Finding {

    /**
     * Rows contradict themselves: more hit or converted than delivered, or more than targeted.
     *
     * @param rows how many, those held out not among them
     */
    record Contradictory(long rows) implements Finding {}

    /** The arm that is called the control has no rows. */
    record ControlAbsent(String arm) implements Finding {}
}
