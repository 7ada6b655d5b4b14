package io.marquetry.life;

import io.marquetry.pack.PackageKey;

import java.util.Set;

/**
 * How things stand inside the save that makes a step.
 *
 * @param version from 1; 0 where the package has none
 * @param sha256 the hash of the version's document; empty where there is no version
 * @param newest the newest version of the package
 * @param underway whether another version of the package is in review or approved
 * @param live whether a version of the package is out
 * @param authors the logins of all who edited what was not out before, and of whoever submitted it
 * @param who the login of whoever makes the step: what the database says, not what is asked
 */
public record Standing(
        PackageKey key,
        int version,
        PackageState state,
        String sha256,
        int newest,
        boolean underway,
        boolean live,
        Set<String> authors,
        String who) {

    /** Copies the authors. */
    public Standing {
        authors = Set.copyOf(authors);
    }
}
