package io.marquetry.check;

import io.marquetry.pack.PackageKey;

import java.time.Instant;

/**
 * Why something that a check found may stand.
 *
 * @param about what the check found it in; empty: the package itself
 * @param extent how far it went then, in people or thousandths; 0 where it is not a matter of size
 * @param who the login of whoever said so
 */
public record Overruling(
        PackageKey key,
        CheckKind kind,
        String about,
        long extent,
        String reason,
        String who,
        Instant madeAt) {}
