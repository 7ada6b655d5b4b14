package io.marquetry.audience;

import io.marquetry.base.CancelSignal;

import java.util.function.Consumer;

/** Reads by which keys people know those whom an audience addresses. Blocks. */
@FunctionalInterface
public interface AudienceKeys {

    /**
     * Hands on the key of each, in the order of the source.
     *
     * @return how many they are, and the state of the source that was read
     * @throws io.marquetry.base.ProblemException if there is no such source, it does not answer, or
     *     it changed while it was read
     */
    AudienceSize keys(
            SourceName source, AudienceQuery query, Consumer<String> each, CancelSignal signal);
}
