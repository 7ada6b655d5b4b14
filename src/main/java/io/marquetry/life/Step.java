package io.marquetry.life;

import io.marquetry.pack.PackageKey;

import java.time.Instant;
import java.util.Optional;

/**
 * A step that was made.
 *
 * @param version from 1; 0 where the package had none
 * @param who the login of whoever made it
 * @param solo whether it asks for another person, and nobody proved that it was one
 */
public record Step(
        PackageKey key,
        int version,
        PackageState from,
        PackageState to,
        String who,
        Optional<String> why,
        boolean solo,
        Instant madeAt) {}
