package io.marquetry.effect.figures;

import io.marquetry.audience.SourceName;

/** What is odd about outcomes; they are kept as they are. */
public sealed interface Finding {

    /**
     * Rows contradict themselves: more hit or converted than delivered, or more than targeted.
     *
     * @param rows how many, those held out not among them
     */
    record Contradictory(long rows) implements Finding {}

    /**
     * A source of people does not know some of the profiles, so it cannot tell their tags.
     *
     * @param profiles how many, each once
     */
    record NotAmong(SourceName source, long profiles) implements Finding {}

    /** The arm that is called the control has no rows. */
    record ControlAbsent(String arm) implements Finding {}
}
