package io.marquetry.govern;

import io.marquetry.asset.AssetKey;
import io.marquetry.asset.PictureFile;

import java.util.Collection;
import java.util.List;
import java.util.SortedMap;

/** Where is kept how assets are kept; blocks, so never call it on the FX thread. */
public interface AssetCares {

    /** Returns all assets with how they are kept. */
    SortedMap<AssetKey, GovernedAsset> assets();

    /**
     * Adds or changes assets, what they say and how they are kept, all or none; durable when it
     * returns.
     *
     * @param changed each with the revision that was seen
     * @param brought pictures that they show and that may be new here; bytes that are there are
     *     kept once
     * @throws io.marquetry.base.ProblemException if one was saved by somebody else meanwhile
     */
    void save(Collection<GovernedAsset> changed, Collection<PictureFile> brought);

    /** Saves assets whose pictures are known here, as above. */
    default void save(Collection<GovernedAsset> changed) {
        save(changed, List.of());
    }

    /**
     * Removes an asset; what it said stays in its versions. Durable when it returns.
     *
     * @param seen with the revision that was seen
     * @throws io.marquetry.base.ProblemException if it was saved by somebody else meanwhile
     */
    void remove(GovernedAsset seen);

    /** Returns what an asset said each time that it was changed, the oldest first. */
    List<AssetVersion> versions(AssetKey key);
}
