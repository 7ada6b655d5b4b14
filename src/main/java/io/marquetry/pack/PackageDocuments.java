package io.marquetry.pack;

import io.marquetry.base.CancelSignal;
import io.marquetry.base.Problem;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Makes and judges the documents of packages; blocks, so never call it on the FX thread. */
public interface PackageDocuments {

    /** Returns what keeps a package as it stands from being finished; empty where nothing does. */
    List<Problem> problems(AssetPackage pack);

    /**
     * Makes what a finished package says, but for its number: counts its audience.
     *
     * @param at when it is finished
     * @return makes the version after the newest one; gives that one again where it says the same
     * @throws io.marquetry.base.ProblemException if the package is not ready
     */
    Function<Optional<PackageVersion>, PackageVersion> finish(
            AssetPackage pack, Instant at, CancelSignal signal);

    /** Returns the package as a finished version says that it was. */
    AssetPackage pack(PackageVersion version);

    /**
     * Returns what the receiver of a document would find wrong with it; empty where it is whole.
     */
    List<Problem> findings(byte[] document);
}
