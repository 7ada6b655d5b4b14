package io.marquetry.library;

import io.marquetry.base.Problem;

import java.util.List;
import java.util.Optional;

/**
 * What the evidence says of an entry.
 *
 * @param grade {@link Grade#NONE} where a test is not passed
 * @param tests one for each criterion, in their order
 * @param pooled what all runs say together; empty where there are none
 * @param drawn the same, drawn towards what packages usually achieve
 * @param probability that the true effect is worth having, 0 to 1; 0 where nothing is known
 */
public record Verdict(
        Grade grade,
        List<Test> tests,
        Optional<Effect> pooled,
        Optional<Effect> drawn,
        double probability) {

    /** Copies the tests. */
    public Verdict {
        tests = List.copyOf(tests);
    }

    /** Returns the first test that is not passed. */
    public Optional<Test> failed() {
        return tests.stream().filter(test -> !test.passed()).findFirst();
    }

    /**
     * One of the tests.
     *
     * @param said what was found, as a sentence
     */
    public record Test(Criterion criterion, boolean passed, Problem said) {}
}
