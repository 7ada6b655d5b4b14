package io.marquetry.ui.common.work;

import io.marquetry.base.Problem;

import java.util.Optional;
import java.util.function.Function;

/**
 * What is known of something that is asked in the background.
 *
 * @param <T> the kind of answer
 */
public sealed interface Answer<T> {

    /** Nothing was asked. */
    record Nothing<T>() implements Answer<T> {}

    /**
     * The answer is on its way.
     *
     * @param last the answer to an earlier question
     */
    record Awaited<T>(Optional<T> last) implements Answer<T> {}

    /**
     * The answer to the question of this moment.
     *
     * @param found what was found
     */
    record Here<T>(T found) implements Answer<T> {}

    /**
     * There is no answer.
     *
     * @param last the answer to an earlier question
     * @param why there is none
     */
    record Failed<T>(Optional<T> last, Problem why) implements Answer<T> {}

    /** Returns the latest answer, whether it still stands or not. */
    default Optional<T> latest() {
        return switch (this) {
            case Nothing<T> nothing -> Optional.empty();
            case Awaited<T> awaited -> awaited.last();
            case Here<T> here -> Optional.of(here.found());
            case Failed<T> failed -> failed.last();
        };
    }

    /** Returns the answer to the question of this moment; empty where it is not here. */
    default Optional<T> current() {
        return this instanceof Here<T>(T found) ? Optional.of(found) : Optional.empty();
    }

    /** Returns whether the answer to the question of this moment is here. */
    default boolean isCurrent() {
        return this instanceof Here;
    }

    /** Returns why there is no answer; empty where none is missing. */
    default Optional<Problem> problem() {
        return this instanceof Failed<T> failed ? Optional.of(failed.why()) : Optional.empty();
    }

    /** Returns a part of the answer, in the same state. */
    default <U> Answer<U> map(Function<? super T, ? extends U> part) {
        return switch (this) {
            case Nothing<T> nothing -> new Nothing<>();
            case Awaited<T> awaited -> new Awaited<>(awaited.last().map(part));
            case Here<T> here -> new Here<>(part.apply(here.found()));
            case Failed<T> failed -> new Failed<>(failed.last().map(part), failed.why());
        };
    }
}
