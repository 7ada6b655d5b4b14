package io.marquetry.govern;

import java.util.List;
import java.util.Set;

/**
 * One step in the life of a tag or an asset.
 *
 * @param roles who may make it
 * @param needsReason whether a successor or a reason has to be given
 * @param needsNoUse whether it is refused while anything uses the tag or asset
 */
public record Transition(
        LifeState from, LifeState to, Set<Role> roles, boolean needsReason, boolean needsNoUse) {

    private static final Set<Role> MAKERS = Set.of(Role.MARKETER, Role.MANAGER);
    private static final Set<Role> ANSWERABLE = Set.of(Role.MANAGER);

    /** All steps that there are; what is not listed is refused. */
    public static final List<Transition> ALL =
            List.of(
                    new Transition(LifeState.DRAFT, LifeState.ACTIVE, MAKERS, false, false),
                    new Transition(LifeState.DRAFT, LifeState.RETIRED, MAKERS, false, true),
                    new Transition(LifeState.ACTIVE, LifeState.DEPRECATED, MAKERS, true, false),
                    new Transition(LifeState.DEPRECATED, LifeState.ACTIVE, MAKERS, false, false),
                    new Transition(
                            LifeState.DEPRECATED, LifeState.RETIRED, ANSWERABLE, false, true));

    /** Copies the roles. */
    public Transition {
        roles = Set.copyOf(roles);
    }

    /** Returns whether somebody with all these roles may make the step. */
    public boolean isFor(Set<Role> who) {
        return who.stream().anyMatch(roles::contains);
    }
}
