package io.marquetry.life;

import io.marquetry.base.CancelSignal;
import io.marquetry.pack.AssetPackage;

import java.util.OptionalInt;

/** Holds packages back that are not fit to be submitted or approved; blocks. */
@FunctionalInterface
public interface Gate {

    /**
     * Lets a package pass.
     *
     * @param judged the number of the version that says it; empty: the draft
     * @throws io.marquetry.base.ProblemException if it is held back; it says by what
     */
    void pass(AssetPackage pack, OptionalInt judged, CancelSignal signal);
}
