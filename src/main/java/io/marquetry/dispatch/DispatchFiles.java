package io.marquetry.dispatch;

import java.util.List;
import java.util.function.Consumer;

/** The files of a workspace's dispatches. */
public interface DispatchFiles {

    /** Returns the dispatches that have a whole file; removes what a sudden end left unfinished. */
    List<DispatchId> list();

    /**
     * Freezes a dispatch: all or nothing; durable when it returns.
     *
     * @param people hands on everybody in the order of their ordinals
     */
    void freeze(
            Dispatch dispatch,
            Consumer<Consumer<Recipient>> people,
            List<Composition> composition,
            StateStep first);

    /**
     * Opens a dispatch; waits until nobody else of this program has it open.
     *
     * @throws io.marquetry.base.ProblemException if there is none, it is being sent, it is open
     *     elsewhere, or damaged
     */
    DispatchFile open(DispatchId id);

    /**
     * Opens a dispatch to send it: whoever wants to open it meanwhile is told so.
     *
     * @throws io.marquetry.base.ProblemException if there is none, it is being sent already, it is
     *     open elsewhere, or damaged
     */
    DispatchFile openToSend(DispatchId id);
}
