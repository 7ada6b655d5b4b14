package io.marquetry.life;

import io.marquetry.pack.PackageKey;

/**
 * A version that waits for whoever works here.
 *
 * @param next what they can make of it
 * @param own whether they had a part in it
 * @param last the step that brought it there
 */
public record Waiting(
        PackageKey key,
        int version,
        PackageState state,
        PackageState next,
        boolean own,
        Step last) {}
