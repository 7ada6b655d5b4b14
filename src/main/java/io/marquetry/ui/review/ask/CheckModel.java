package io.marquetry.ui.review.ask;

import io.marquetry.base.Problem;
import io.marquetry.effect.review.Checked;
import io.marquetry.effect.review.Reviewed;
import io.marquetry.effect.review.Reviews;
import io.marquetry.ui.common.work.Background;
import io.marquetry.ui.common.work.LatestOnly;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import java.util.Optional;

/** Whether chance alone would give the advice of an answer as well. Use it on the FX thread. */
public final class CheckModel {

    private final Reviews reviews;
    private final LatestOnly asking;
    private final ReadOnlyObjectWrapper<State> state =
            new ReadOnlyObjectWrapper<>(new State.Impossible());
    private Optional<Reviewed> reviewed = Optional.empty();

    CheckModel(Reviews reviews, Background background) {
        this.reviews = reviews;
        this.asking = new LatestOnly(background);
    }

    /** How far the check is. */
    public sealed interface State {

        /** Nobody was held out by chance, so no arms can be shuffled. */
        record Impossible() implements State {}

        /** Nobody asked for the check yet. */
        record Open() implements State {}

        /** The arms are being shuffled. */
        record Running() implements State {}

        /** It is done. */
        record Done(Checked checked) implements State {}

        /** It failed. */
        record Failed(Problem why) implements State {}
    }

    public ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    /** Forgets what was checked: another answer is shown. */
    void show(Optional<Reviewed> answer) {
        asking.cancel();
        reviewed = answer;
        state.set(
                answer.filter(Reviews::canCheck)
                        .<State>map(_ -> new State.Open())
                        .orElseGet(State.Impossible::new));
    }

    /** Returns an answer with the result of its check. */
    public Reviewed beside(Reviewed answer) {
        return state.get() instanceof State.Done done ? answer.with(done.checked()) : answer;
    }

    /** Shuffles the arms of the answer. */
    public void check() {
        Reviewed now = reviewed.orElse(null);
        if (now == null || state.get() instanceof State.Running) {
            return;
        }
        state.set(new State.Running());
        asking.ask(
                signal -> reviews.check(now, Checked.TIMES, progress -> {}, signal),
                checked -> state.set(new State.Done(checked)),
                why -> state.set(new State.Failed(why)));
    }

    /** Stops shuffling. */
    public void stop() {
        if (state.get() instanceof State.Running) {
            show(reviewed);
        }
    }
}
