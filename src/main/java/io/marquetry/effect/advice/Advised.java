package io.marquetry.effect.advice;

import io.marquetry.effect.sums.GroupValue;

import java.util.List;
import java.util.Optional;

/**
 * Advice on a package or an arm.
 *
 * @param values the package; empty: the outcomes know none
 * @param arm the arm; empty: all treated arms together
 */
public record Advised(List<GroupValue> values, Optional<String> arm, Case known, Advice advice) {

    /** Copies the values. */
    public Advised {
        values = List.copyOf(values);
    }
}
