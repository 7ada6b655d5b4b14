package io.marquetry.ui.compose.numbers;

import io.marquetry.base.Problem;

import java.util.Optional;

/**
 * What is known of the audience that is on screen.
 *
 * @param <T> the kind of answer
 */
public sealed interface PreviewState<T> {

    /** Nothing was asked. */
    record Idle<T>() implements PreviewState<T> {}

    /** The answer is on its way; the last one belongs to an earlier question. */
    record Asking<T>(Optional<T> last) implements PreviewState<T> {}

    /** The answer to what is on screen. */
    record Current<T>(T answer) implements PreviewState<T> {}

    /** No answer, and why; the last one belongs to an earlier question. */
    record Failed<T>(Optional<T> last, Problem problem) implements PreviewState<T> {}

    /** Returns the latest answer, current or not. */
    default Optional<T> latest() {
        return switch (this) {
            case Idle<T> idle -> Optional.empty();
            case Asking<T> asking -> asking.last();
            case Current<T> current -> Optional.of(current.answer());
            case Failed<T> failed -> failed.last();
        };
    }
}
