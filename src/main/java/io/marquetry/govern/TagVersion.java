package io.marquetry.govern;

import io.marquetry.tag.Tag;

import java.time.Instant;
import java.util.Optional;

/**
 * What a tag said at one time; never changes.
 *
 * @param number from 1
 * @param madeBy who saved it; empty for a state from before saves were recorded
 * @param madeAt when; empty as above
 */
public record TagVersion(
        int number, Tag tag, Care care, Optional<String> madeBy, Optional<Instant> madeAt) {}
