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
     * Opens a dispatch.
     *
     * @throws io.marquetry.base.ProblemException if there is none, it is open elsewhere, or damaged
     */
    DispatchFile open(DispatchId id);
}
