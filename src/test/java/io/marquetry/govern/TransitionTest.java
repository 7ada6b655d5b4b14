package io.marquetry.govern;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquetry.store.Examples;
import io.marquetry.store.Store;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Every step of a tag from every state to every other, for every role, as the database says. */
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

    private static Transitions<LifeState> steps;

    @BeforeAll
    static void read(@TempDir Path folder) {
        try (Store store = Store.open(folder, InstantSource.fixed(Examples.NOON))) {
            steps = store.steps().tags();
        }
    }

    @Test
    void onlyTheseStepsAreAllowed() {
        List<String> found = new ArrayList<>();
        for (LifeState from : LifeState.values()) {
            for (LifeState to : LifeState.values()) {
                for (Role role : Role.values()) {
                    steps.between(from, to, Set.of(role))
                            .forEach(step -> found.add(from + " " + to + " " + role));
                }
            }
        }
        assertThat(found).containsExactlyInAnyOrderElementsOf(ALLOWED);
    }

    @Test
    void whatIsTakenOutIsUsedByNobodyAndWhatIsDeprecatedSaysWhy() {
        assertThat(steps.all()).isNotEmpty();
        for (Transition<LifeState> step : steps.all()) {
            assertThat(step.needsNoUse()).isEqualTo(step.to() == LifeState.RETIRED);
            assertThat(step.needsReason()).isEqualTo(step.to() == LifeState.DEPRECATED);
            assertThat(step.otherPerson()).isFalse();
        }
    }
}
