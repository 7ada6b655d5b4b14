package io.marquetry.overview;

import io.marquetry.compare.PackageChange;
import io.marquetry.effect.OutcomeSet;
import io.marquetry.effect.figures.Group;
import io.marquetry.pack.AssetPackage;

import java.util.List;

/**
 * A package that is like another, and of which it is known what it achieved.
 *
 * @param likeness 0: nothing in common, to 1: the same audience, benefits, content and rules
 * @param set the outcomes that tell what it achieved
 * @param group the figures of its people
 * @param changes in what the other differs from it
 */
public record Near(
        AssetPackage pack,
        double likeness,
        OutcomeSet set,
        Group group,
        List<PackageChange> changes) {

    /** How many are looked for. */
    public static final int MOST = 3;

    /** Copies the changes. */
    public Near {
        changes = List.copyOf(changes);
    }
}
