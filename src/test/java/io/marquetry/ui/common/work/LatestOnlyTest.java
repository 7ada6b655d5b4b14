package io.marquetry.ui.common.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marquetry.base.CancelSignal;
import io.marquetry.base.Problem;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

class LatestOnlyTest {

    private final List<String> answers = new ArrayList<>();
    private final Held held = new Held();
    private final LatestOnly latest = new LatestOnly(held);

    @Test
    void anAnswerThatComesTooLateIsDropped() {
        ask("first");
        ask("second");
        held.answerAll();
        assertThat(answers).containsExactly("second");
    }

    @Test
    void theQuestionBeforeIsCancelled() {
        ask("first");
        ask("second");
        assertThat(held.signals.get(0).isCancelled()).isTrue();
        assertThat(held.signals.get(1).isCancelled()).isFalse();
    }

    @Test
    void aCancelledQuestionHasNoAnswer() {
        ask("first");
        latest.cancel();
        held.answerAll();
        assertThat(answers).isEmpty();
    }

    @Test
    void aLateFailureIsDropped() {
        latest.<String>ask(
                signal -> {
                    throw Problem.of("problem.late").asException();
                },
                answers::add,
                problem -> answers.add(problem.key()));
        ask("second");
        held.answerAll();
        assertThat(answers).containsExactly("second");
    }

    @Test
    void inPlaceThrowsBugs() {
        assertThatThrownBy(
                        () ->
                                Background.inPlace()
                                        .act(
                                                () -> {
                                                    throw new IllegalStateException("bug");
                                                },
                                                () -> {},
                                                problem -> {}))
                .isInstanceOf(IllegalStateException.class);
    }

    private void ask(String answer) {
        latest.ask(signal -> answer, answers::add, problem -> answers.add(problem.key()));
    }

    /** Holds all work back until the test wants the answers, cancelled or not. */
    private static final class Held implements Background {
        private final List<Runnable> work = new ArrayList<>();
        private final List<CancelSignal> signals = new ArrayList<>();

        @Override
        public <T> CancelSignal run(
                Function<CancelSignal, T> asked, Consumer<T> done, Consumer<Problem> failed) {
            CancelSignal signal = new CancelSignal();
            signals.add(signal);
            work.add(() -> Background.inPlace().run(asked, done, failed));
            return signal;
        }

        void answerAll() {
            work.forEach(Runnable::run);
        }
    }
}
