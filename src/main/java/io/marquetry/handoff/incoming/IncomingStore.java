package io.marquetry.handoff.incoming;

/** Where things that come in are kept; blocks, so never call it on the FX thread. */
public interface IncomingStore {

    /** Makes one save, all of it or nothing; durable when it returns. */
    void save(Batch batch);
}
