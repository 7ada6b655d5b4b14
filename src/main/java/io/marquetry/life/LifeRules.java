package io.marquetry.life;

import io.marquetry.base.Problem;
import io.marquetry.govern.Role;
import io.marquetry.govern.Transition;
import io.marquetry.govern.Transitions;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Decides whether a step is made; nothing is allowed that the table of steps does not name. */
public final class LifeRules {

    private final Transitions<PackageState> steps;
    private final Set<Role> roles;
    private final boolean proven;

    /**
     * Makes the rules for whoever works here.
     *
     * @param roles what they may do: on one machine, where one person works alone, everything
     * @param proven whether the database proved who they are. Where it did not, somebody may judge
     *     their own work, if they say that they know it; that is marked
     */
    public LifeRules(Transitions<PackageState> steps, Set<Role> roles, boolean proven) {
        this.steps = steps;
        this.roles = Set.copyOf(roles);
        this.proven = proven;
    }

    /**
     * Returns the step.
     *
     * @param now how things stand, read in the same save
     * @return whether it has to be marked as done without another person who is proven
     * @throws io.marquetry.base.ProblemException if there is no such step, it is not for whoever
     *     works here, they had a part in what is judged, it needs a reason, what was looked at is
     *     not what is stored, or the version is not the newest
     */
    public Decided decide(Standing now, Asked asked) {
        if (!steps.lead(now.state(), asked.to())) {
            throw refused("step", now, asked);
        }
        List<Transition<PackageState>> mine = steps.between(now.state(), asked.to(), roles);
        if (mine.isEmpty()) {
            throw refused("role", now, asked);
        }
        Transition<PackageState> step =
                mine.stream()
                        .filter(one -> !one.needsReason() || asked.why().isPresent())
                        .findFirst()
                        .orElseThrow(() -> refused("reason", now, asked));
        if (asked.to() == PackageState.APPROVED) {
            refuseUnseen(now, asked);
        }
        if (asked.to() == PackageState.ARCHIVED && now.live()) {
            throw refused("live", now, asked);
        }
        if (asked.to() == PackageState.IN_REVIEW && now.underway()) {
            throw refused("underway", now, asked);
        }
        if (step.otherPerson() && now.authors().contains(now.who())) {
            refuseOwn(now, asked);
        }
        return new Decided(asked.to(), asked.why(), step.otherPerson() && !proven);
    }

    /** Returns whether the role of whoever works here is one for the step. */
    boolean mayTry(PackageState from, PackageState to) {
        return !steps.between(from, to, roles).isEmpty();
    }

    private void refuseOwn(Standing now, Asked asked) {
        if (proven) {
            throw refused("own", now, asked);
        }
        if (!asked.alone()) {
            throw refused("alone", now, asked);
        }
    }

    private static void refuseUnseen(Standing now, Asked asked) {
        if (now.version() != now.newest()) {
            throw Problem.of(
                            "problem.packageLife.newest",
                            now.key().value(),
                            now.version(),
                            now.newest())
                    .asException();
        }
        if (!asked.sha256().equals(Optional.of(now.sha256()))) {
            throw Problem.of("problem.packageLife.hash", now.key().value(), now.version())
                    .asException();
        }
    }

    private static RuntimeException refused(String why, Standing now, Asked asked) {
        return Problem.of(
                        "problem.packageLife." + why,
                        now.key().value(),
                        now.state().word(),
                        asked.to().word())
                .asException();
    }

    /**
     * A step that may be made.
     *
     * @param solo whether it asks for another person, and nobody proved that it is one
     */
    public record Decided(PackageState to, Optional<String> why, boolean solo) {}
}
