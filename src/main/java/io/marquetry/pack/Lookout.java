package io.marquetry.pack;

import io.marquetry.base.CancelSignal;
import io.marquetry.base.Problem;

import java.util.List;

/** Tells what one should look at before a package goes out. Blocks: never on the FX thread. */
@FunctionalInterface
public interface Lookout {

    /**
     * Returns what is open, the gravest first; empty where all is settled or there is a reason why
     * it may stand.
     *
     * @throws CancelSignal.Cancelled if asked to stop
     */
    List<Problem> open(AssetPackage pack, CancelSignal signal);
}
