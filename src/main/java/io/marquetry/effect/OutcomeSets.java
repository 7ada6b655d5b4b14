package io.marquetry.effect;

import io.marquetry.base.Problem;

import java.util.List;
import java.util.Optional;

/** The workspace's list of outcomes; blocks, so never call it on the FX thread. */
public interface OutcomeSets {

    /** Returns all sets in the order of their names. */
    List<OutcomeSet> list();

    /** Returns the set with the name, if there is one. */
    Optional<OutcomeSet> find(OutcomeName name);

    /**
     * Returns the set with the name.
     *
     * @throws io.marquetry.base.ProblemException if there is none
     */
    default OutcomeSet get(OutcomeName name) {
        return find(name)
                .orElseThrow(
                        () -> Problem.of("problem.outcomes.unknown", name.value()).asException());
    }

    /**
     * Adds a set; durable when it returns.
     *
     * @throws io.marquetry.base.ProblemException if the name is taken
     */
    void add(OutcomeSet set);

    /** Replaces the entry of a set that is listed; durable when it returns. */
    default void replace(OutcomeSet set) {
        remove(set.name());
        add(set);
    }

    /** Forgets a set; durable when it returns. The file of an imported one stays. */
    void remove(OutcomeName name);
}
