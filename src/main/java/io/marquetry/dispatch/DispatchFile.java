package io.marquetry.dispatch;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What is frozen of one dispatch, and all that was done with it: in a file of its own, so that a
 * workspace that is brought back from a backup never un-sends. Blocks. For one thread.
 */
public interface DispatchFile extends AutoCloseable {

    /** Returns the plan. */
    Dispatch dispatch();

    /** Returns the steps so far, the oldest first; the last is where it is. */
    List<StateStep> steps();

    /** Adds a step; durable when it returns. */
    void step(StateStep step);

    /** Returns whether the file lies where it was made, and was not copied or brought back. */
    boolean isAtHome();

    /** Says that the file is where it belongs now; durable when it returns. */
    void settle();

    /** Takes the next lease: whoever held one before can claim nothing any more. */
    long takeLease();

    /** Hands on all people in the order of their ordinals. */
    void recipients(Consumer<Recipient> each);

    /** Returns those with the ordinals, in their order. */
    List<Recipient> recipients(int[] ordinals);

    /** Hands on all claims in their order. */
    void claims(Consumer<Claim> each);

    /** Hands on all results in the order in which they were written. */
    void results(Consumer<Result> each);

    /**
     * Writes what is known of finished claims, and the next claim, in one: durable when it returns.
     *
     * @throws LeaseLost if another runner took over; nothing is written then
     */
    void commit(long lease, List<Result> results, Optional<Claim> next);

    /** Adds receipts; those that are known already count once. Returns how many are new. */
    int receipts(String account, List<Receipt> receipts);

    /** Hands on all receipts. */
    void receipts(Consumer<Receipt> each);

    /**
     * Forgets who somebody is: key, address and what filled the text; durable, and nowhere in the
     * file any more, when the file is closed.
     */
    void forget(int ordinal);

    /** Says that all windows are closed and what was achieved is written; durable. */
    void evaluated();

    /** Returns whether all windows are closed and what was achieved is written. */
    boolean isEvaluated();

    /** Returns how each tag was spread when the audience was frozen. */
    List<Composition> composition();

    @Override
    void close();

    /** Another runner works on the dispatch. */
    final class LeaseLost extends RuntimeException {
        private static final long serialVersionUID = 1;

        /** Makes one. */
        public LeaseLost() {
            super("another runner holds the lease");
        }
    }
}
