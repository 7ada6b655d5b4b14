package io.marquetry.library;

import io.marquetry.effect.OutcomeName;
import io.marquetry.effect.PackageRef;
import io.marquetry.effect.stats.Interval;
import io.marquetry.effect.stats.Share;

import java.time.Instant;
import java.util.Optional;

/**
 * One time that a package went out, with people whom chance held out.
 *
 * @param outcomes the outcomes that tell of it
 * @param title what people call these outcomes
 * @param pack the package, and its version where the outcomes tell it
 * @param knownAt when the workspace got to know of it
 * @param treated how many converted of those who got the package
 * @param held how many converted of those who were held out
 * @param effect the gain in that share
 * @param gain what each unit of cost brought, less that unit, at 95 %; empty where costs are not
 *     known
 */
public record Run(
        OutcomeName outcomes,
        String title,
        PackageRef pack,
        Instant knownAt,
        Share treated,
        Share held,
        Effect effect,
        Optional<Interval> gain) {

    /** Returns whether it tells of a version; outcomes that tell none tell of each. */
    public boolean isOf(int version) {
        return pack.version().orElse(version) == version;
    }
}
