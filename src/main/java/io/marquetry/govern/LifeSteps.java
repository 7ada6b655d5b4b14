package io.marquetry.govern;

import io.marquetry.base.Problem;

import java.util.Optional;
import java.util.Set;

/** The steps in the lives of tags and assets, for whoever works here. */
public final class LifeSteps {

    private final Transitions<LifeState> steps;
    private final Set<Role> roles;

    /**
     * Makes the steps.
     *
     * @param roles what whoever works here may do: on one machine, where one person works alone,
     *     everything
     */
    public LifeSteps(Transitions<LifeState> steps, Set<Role> roles) {
        this.steps = steps;
        this.roles = Set.copyOf(roles);
    }

    /** Returns whether whoever works here has a role. */
    boolean isFor(Role role) {
        return roles.contains(role);
    }

    /**
     * Returns a step.
     *
     * @param key of what takes it
     * @param isTold whether a successor or a reason is told
     * @throws io.marquetry.base.ProblemException if there is no such step, it is not for whoever
     *     works here, or it needs a successor or a reason
     */
    Transition<LifeState> step(String key, LifeState from, LifeState to, boolean isTold) {
        if (!steps.lead(from, to)) {
            throw Problem.of("problem.life.step", key, word(from), word(to)).asException();
        }
        Transition<LifeState> step =
                steps.between(from, to, roles).stream()
                        .findFirst()
                        .orElseThrow(
                                () -> Problem.of("problem.life.role", key, word(to)).asException());
        if (step.needsReason() && !isTold) {
            throw Problem.of("problem.life.reason", key).asException();
        }
        return step;
    }

    /** Returns how something is kept after a step; why it is over falls where it is not. */
    static Care after(
            Care care, LifeState to, Optional<String> successor, Optional<String> reason) {
        boolean over = to == LifeState.DEPRECATED || to == LifeState.RETIRED;
        return care.withState(
                to,
                over ? successor.or(care::successor) : Optional.empty(),
                over ? reason.or(care::reason) : Optional.empty());
    }

    private static Problem word(LifeState state) {
        return Problem.of("problem.life." + state);
    }
}
