package io.marquetry.govern;

import io.marquetry.asset.Asset;
import io.marquetry.asset.AssetKey;
import io.marquetry.base.Revision;

/**
 * An asset and how it is kept.
 *
 * @param revision to be stated by who saves it; {@link Revision#NONE} for a new one
 */
public record GovernedAsset(Asset asset, Care care, Revision revision) {

    /** Returns the key of the asset. */
    public AssetKey key() {
        return asset.key();
    }

    /** Returns the same asset, kept otherwise. */
    public GovernedAsset with(Care other) {
        return new GovernedAsset(asset, other, revision);
    }

    /** Returns another content under the same care and revision. */
    public GovernedAsset with(Asset other) {
        return new GovernedAsset(other, care, revision);
    }
}
