package io.marquetry.govern;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Every step from every state to every other, for every role. */
class TransitionTest {

    /** From, to, and who may. */
    private static final Set<String> ALLOWED =
            Set.of(
                    "DRAFT ACTIVE MARKETER",
                    "DRAFT ACTIVE MANAGER",
                    "DRAFT RETIRED MARKETER",
                    "DRAFT RETIRED MANAGER",
                    "ACTIVE DEPRECATED MARKETER",
                    "ACTIVE DEPRECATED MANAGER",
                    "DEPRECATED ACTIVE MARKETER",
                    "DEPRECATED ACTIVE MANAGER",
                    "DEPRECATED RETIRED MANAGER");

    @Test
    void onlyTheseStepsAreAllowed() {
        List<String> found = new ArrayList<>();
        for (LifeState from : LifeState.values()) {
            for (LifeState to : LifeState.values()) {
                for (Role role : Role.values()) {
                    Transition.ALL.stream()
                            .filter(step -> step.from() == from && step.to() == to)
                            .filter(step -> step.isFor(Set.of(role)))
                            .forEach(step -> found.add(from + " " + to + " " + role));
                }
            }
        }
        assertThat(found).containsExactlyInAnyOrderElementsOf(ALLOWED);
    }

    @Test
    void whatIsTakenOutIsUsedByNobodyAndWhatIsDeprecatedSaysWhy() {
        for (Transition step : Transition.ALL) {
            assertThat(step.needsNoUse()).isEqualTo(step.to() == LifeState.RETIRED);
            assertThat(step.needsReason()).isEqualTo(step.to() == LifeState.DEPRECATED);
        }
    }
}
