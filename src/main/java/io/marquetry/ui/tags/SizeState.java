package io.marquetry.ui.tags;

import io.marquetry.audience.AudienceSize;
import io.marquetry.base.Problem;

import java.util.Optional;

/** What is known of how many profiles a rule holds. */
sealed interface SizeState {

    /** Nothing to count: the rule is unfinished, or there is no source. */
    record Nothing() implements SizeState {}

    /** Being counted; the last number belongs to an earlier state of the rule. */
    record Counting(Optional<AudienceSize> last) implements SizeState {}

    /** Exact for the rule as it is. */
    record Exact(AudienceSize size) implements SizeState {}

    /** Not counted, and why; the last number belongs to an earlier state of the rule. */
    record Failed(Optional<AudienceSize> last, Problem problem) implements SizeState {}

    /** Returns the last number, whether it still stands or not. */
    default Optional<AudienceSize> last() {
        return switch (this) {
            case Nothing nothing -> Optional.empty();
            case Counting counting -> counting.last;
            case Exact exact -> Optional.of(exact.size);
            case Failed failed -> failed.last;
        };
    }
}
