package io.marquetry.effect;

import io.marquetry.pack.PackageKey;

import java.util.OptionalInt;

/**
 * The package that outcomes belong to.
 *
 * @param version from 1; empty where the outcomes do not tell, or tell it in a column
 */
public record PackageRef(PackageKey key, OptionalInt version) {}
