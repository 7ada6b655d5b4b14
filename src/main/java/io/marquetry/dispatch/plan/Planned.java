package io.marquetry.dispatch.plan;

import io.marquetry.dispatch.Composition;
import io.marquetry.dispatch.Counts;
import io.marquetry.dispatch.Dispatch;
import io.marquetry.dispatch.DispatchId;
import io.marquetry.dispatch.Recipient;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What would be frozen.
 *
 * @param dispatch makes the plan under a number
 * @param first the first moment at which somebody is due; empty where nobody is
 * @param last the last one
 * @param codes how many codes are free for it; empty where it gives none
 * @param people hands on everybody in the order of their ordinals; any number of times
 */
public record Planned(
        Function<DispatchId, Dispatch> dispatch,
        Counts counts,
        Optional<Instant> first,
        Optional<Instant> last,
        OptionalLong codes,
        Consumer<Consumer<Recipient>> people,
        List<Composition> composition) {

    /** Returns the plan as it would be frozen, under a number of nobody. */
    public Dispatch draft() {
        return dispatch.apply(new DispatchId(Integer.MAX_VALUE));
    }

    /** Copies the list. */
    public Planned {
        composition = List.copyOf(composition);
    }
}
