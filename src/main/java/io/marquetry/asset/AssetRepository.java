package io.marquetry.asset;

import java.util.Map;

/** Where assets are kept; blocks, so never call it on the FX thread. */
public interface AssetRepository {

    /** Returns all assets by key. */
    Map<AssetKey, Asset> assets();
}
