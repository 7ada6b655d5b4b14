package io.marquetry.pack;

import io.marquetry.base.CancelSignal;
import io.marquetry.base.Problem;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** Makes the documents of packages; blocks, so never call it on the FX thread. */
public interface PackageDocuments {

    /** Returns what keeps a package as it stands from being finished; empty where nothing does. */
    List<Problem> problems(AssetPackage pack);

    /**
     * Finishes a package as it was saved last: counts its audience and adds a version. Where the
     * newest version says the same already, that one is returned.
     *
     * @param at when it is finished
     * @throws io.marquetry.base.ProblemException if there is no such package, or it is not ready
     */
    PackageVersion finish(PackageKey key, Instant at, CancelSignal signal);

    /**
     * Finishes a package and writes its newest version to a file, in place of what was there.
     *
     * @param at when it is finished
     * @throws io.marquetry.base.ProblemException if it is not ready, or cannot be written
     */
    PackageVersion export(PackageKey key, Path file, Instant at, CancelSignal signal);
}
