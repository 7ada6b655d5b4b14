package io.marquetry.govern;

import io.marquetry.asset.Asset;

import java.time.Instant;
import java.util.Optional;

/**
 * What an asset said at one time; never changes.
 *
 * @param number from 1
 * @param madeBy who saved it; empty for a state from before saves were recorded
 * @param madeAt when; empty as above
 */
public record AssetVersion(
        int number, Asset asset, Care care, Optional<String> madeBy, Optional<Instant> madeAt) {}
