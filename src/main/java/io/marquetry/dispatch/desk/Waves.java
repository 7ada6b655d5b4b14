package io.marquetry.dispatch.desk;

import io.marquetry.dispatch.Dispatch;
import io.marquetry.dispatch.DispatchFile;
import io.marquetry.dispatch.Limits;
import io.marquetry.dispatch.StateStep;
import io.marquetry.dispatch.send.GuardRails;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** When a dispatch that waits goes on by itself, and whether it may. */
final class Waves {

    private Waves() {}

    /**
     * Returns from when on a dispatch can go on by itself.
     *
     * @param last how it stands
     * @param due when the next of those who are left may be written to; empty: nobody is left
     */
    static Optional<Instant> next(
            Dispatch dispatch, StateStep last, Supplier<Optional<Instant>> due) {
        return switch (last.state()) {
            case SCHEDULED -> due.get().map(when -> later(when, dispatch.from()));
            case RUNNING -> due.get();
            case PAUSED ->
                    dispatch.terms()
                            .limits()
                            .goOnAfter()
                            .filter(_ -> isBetween(last))
                            .map(wait -> last.at().plus(wait));
            case PLANNED, DONE, CANCELLED, EXPIRED -> Optional.empty();
        };
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** Returns whether a wave is out and the next waits for what comes of it. */
    private static boolean isBetween(StateStep last) {
        return last.cause().filter(StateStep.Cause.GUARD_RAIL::equals).isPresent()
                && last.note().filter(kind -> Limits.Kind.valueOf(kind).endsWave()).isPresent();
    }

    /**
     * Returns what went wrong in the wave before more often than somebody expected: then the next
     * does not go out.
     *
     * @param last how the dispatch stands
     * @param receipts fetches what is known by now
     */
    static Optional<Limits.Kind> broken(DispatchFile file, StateStep last, Runnable receipts) {
        if (file.dispatch().terms().limits().goOnAfter().isEmpty() || !isBetween(last)) {
            return Optional.empty();
        }
        receipts.run();
        return new GuardRails(file).broken();
    }
}
