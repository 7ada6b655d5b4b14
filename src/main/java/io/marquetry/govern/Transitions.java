package io.marquetry.govern;

import java.util.List;
import java.util.Set;

/**
 * All steps that there are in one kind of life; what is not listed is refused.
 *
 * @param <S> the states of that life
 */
public record Transitions<S extends Enum<S>>(List<Transition<S>> all) {

    /** Copies the steps. */
    public Transitions {
        all = List.copyOf(all);
    }

    /** Returns whether anybody may take something from one state to another. */
    public boolean lead(S from, S to) {
        return all.stream().anyMatch(step -> step.from() == from && step.to() == to);
    }

    /** Returns the step from one state to another for each of these roles that may make it. */
    public List<Transition<S>> between(S from, S to, Set<Role> roles) {
        return all.stream()
                .filter(step -> step.from() == from && step.to() == to)
                .filter(step -> roles.contains(step.role()))
                .toList();
    }
}
