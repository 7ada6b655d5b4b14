package io.marquetry.life;

import java.util.Optional;

/**
 * What somebody wants to be done with a version.
 *
 * @param why the reason that was given
 * @param sha256 the hash of the document that was looked at, where it was one
 * @param alone whether they know that nobody else looked at it
 */
public record Asked(PackageState to, Optional<String> why, Optional<String> sha256, boolean alone) {

    /** Asks without a reason. */
    public static Asked of(PackageState to) {
        return new Asked(to, Optional.empty(), Optional.empty(), false);
    }

    /** Asks with a reason; a blank one is none. */
    public static Asked of(PackageState to, String why) {
        return new Asked(
                to,
                Optional.of(why.strip()).filter(text -> !text.isEmpty()),
                Optional.empty(),
                false);
    }
}
