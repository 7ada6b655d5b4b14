package io.marquetry.ui.common.work;

import io.marquetry.base.CancelSignal;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectPropertyBase;
import javafx.beans.value.ObservableValue;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Asks in the background what follows from the state of a model: asks when the question has become
 * another one, keeps the last answer meanwhile, and drops what comes too late. Use it on the FX
 * thread.
 *
 * <p>Whoever reads the answer gets it for the question of that very moment. An answer to an earlier
 * question is never current, in whatever order the listeners of a changed property are called.
 *
 * @param <Q> the question; equal questions have the same answer
 * @param <T> the answer
 */
public final class Asking<Q, T> {

    private final Supplier<Optional<Q>> question;
    private final Function<Q, Function<CancelSignal, T>> work;
    private final LatestOnly latest;
    private final List<Reading<?>> readings = new ArrayList<>();
    private final Reading<Answer<T>> answer = reading(this::read);
    private Predicate<Q> keep;
    private Function<T, Optional<Function<CancelSignal, T>>> rest = found -> Optional.empty();
    private int round;
    private @Nullable Q asked;
    private Answer<T> known = new Answer.Nothing<>();
    private @Nullable Last<Q, T> last;

    /**
     * Asks nothing yet.
     *
     * @param question the question of this moment; empty while there is none
     * @param work turns a question into the work that answers it on another thread
     */
    public Asking(
            Background background,
            Supplier<Optional<Q>> question,
            Function<Q, Function<CancelSignal, T>> work) {
        this.latest = new LatestOnly(background);
        this.question = question;
        this.work = work;
        this.keep = earlier -> question.get().isPresent();
    }

    /**
     * Says which last answers still tell something while there is no other: those whose question
     * satisfies the predicate. Without this, all do as long as there is a question.
     */
    public Asking<Q, T> keeping(Predicate<Q> earlier) {
        keep = earlier;
        return this;
    }

    /**
     * Says how an answer goes on that is shown before it is whole.
     *
     * @param more what finds the next answer; empty where the answer is whole
     */
    public Asking<Q, T> goingOn(Function<T, Optional<Function<CancelSignal, T>>> more) {
        rest = more;
        return this;
    }

    /** Looks now, and whenever one of these changes, for as long as they live. */
    public Asking<Q, T> following(ObservableValue<?>... changing) {
        for (ObservableValue<?> one : changing) {
            one.subscribe((before, now) -> look());
        }
        look();
        return this;
    }

    /** Returns what is known; it changes with each question and each answer. */
    public ReadOnlyObjectProperty<Answer<T>> answer() {
        return answer;
    }

    /** Returns what follows from the answer, read as the answer itself is. */
    public <V> ReadOnlyObjectProperty<V> view(Function<Answer<T>, V> seen) {
        return reading(() -> seen.apply(read()));
    }

    /** Asks if the question of this moment is another than the one that was asked. */
    public void look() {
        Optional<Q> wanted = question.get();
        last = last != null && keep.test(last.question()) ? last : null;
        if (wanted.isEmpty()) {
            latest.cancel();
            asked = null;
            tell(new Answer.Nothing<>());
        } else if (!wanted.get().equals(asked)) {
            ask(wanted.get());
        }
    }

    /** Asks the question of this moment once more. */
    public void again() {
        asked = null;
        look();
    }

    /** Asks once more where there was no answer. */
    public void retry() {
        if (answer.get() instanceof Answer.Failed) {
            again();
        }
    }

    private void ask(Q wanted) {
        asked = wanted;
        tell(new Answer.Awaited<>(Optional.empty()));
        latest.ask(
                work.apply(wanted),
                found -> found(wanted, found),
                why -> tell(new Answer.Failed<>(Optional.empty(), why)));
    }

    private void found(Q wanted, T found) {
        last = new Last<>(wanted, found);
        int mine = tell(new Answer.Here<>(found));
        rest.apply(found)
                .filter(more -> mine == round)
                .ifPresent(more -> goOn(wanted, found, more));
    }

    private void goOn(Q wanted, T found, Function<CancelSignal, T> more) {
        latest.ask(
                more,
                next -> found(wanted, next),
                why -> tell(new Answer.Failed<>(Optional.of(found), why)));
    }

    /** Tells what is known; whoever hears of it may ask something else, which begins a round. */
    private int tell(Answer<T> now) {
        known = now;
        int mine = ++round;
        List.copyOf(readings).forEach(Reading::changed);
        return mine;
    }

    private Answer<T> read() {
        Optional<Q> wanted = question.get();
        if (wanted.isPresent() && wanted.get().equals(asked)) {
            return switch (known) {
                case Answer.Nothing<T> nothing -> nothing;
                case Answer.Here<T> here -> here;
                case Answer.Awaited<T> awaited -> new Answer.Awaited<>(kept());
                case Answer.Failed<T> failed ->
                        new Answer.Failed<>(failed.last().or(this::kept), failed.why());
            };
        }
        return wanted.isPresent() || kept().isPresent()
                ? new Answer.Awaited<>(kept())
                : new Answer.Nothing<>();
    }

    private Optional<T> kept() {
        return Optional.ofNullable(last)
                .filter(earlier -> keep.test(earlier.question()))
                .map(Last::found);
    }

    private <V> Reading<V> reading(Supplier<V> value) {
        Reading<V> reading = new Reading<>(value);
        readings.add(reading);
        return reading;
    }

    private record Last<Q, T>(Q question, T found) {}

    /** Reads afresh each time, so that nobody sees a state that a change has overtaken. */
    private static final class Reading<V> extends ReadOnlyObjectPropertyBase<V> {

        private final Supplier<V> value;

        Reading(Supplier<V> value) {
            this.value = value;
        }

        @Override
        public V get() {
            return value.get();
        }

        void changed() {
            fireValueChangedEvent();
        }

        @Override
        public @Nullable Object getBean() {
            return null;
        }

        @Override
        public String getName() {
            return "";
        }
    }
}
