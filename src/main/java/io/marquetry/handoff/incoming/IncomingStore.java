package io.marquetry.handoff.incoming;

import io.marquetry.asset.PictureFile;

import java.util.Collection;
import java.util.Optional;

/** Where things that come in are kept; blocks, so never call it on the FX thread. */
public interface IncomingStore {

    /**
     * Makes one save, all of it or nothing, and remembers how to take it back; durable when it
     * returns. The last twenty are remembered.
     *
     * @param brought pictures that assets of these show; they stay when it is taken back, for what
     *     assets said stays in their versions
     * @param back takes it back
     * @return by which number it can be taken back, from 1; 0 where there is nothing to take back
     */
    int take(Batch done, Collection<PictureFile> brought, Batch back);

    /** Returns the newest that was not taken back. */
    Optional<MadeImport> last();

    /** Returns one that can be taken back. */
    Optional<MadeImport> find(int number);

    /**
     * Takes one back, all of it or nothing; durable when it returns.
     *
     * @throws io.marquetry.base.ProblemException if it is not remembered, or something of it was
     *     changed since
     */
    void takeBack(int number);
}
