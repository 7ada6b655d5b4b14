package io.marquetry.handoff.incoming;

import io.marquetry.base.Problem;
import io.marquetry.pack.PackageKey;

import java.util.List;

/**
 * What was taken.
 *
 * @param number by which it can be taken back, from 1; 0 where there is nothing to take back
 * @param packages the packages that came or changed, by the keys that they have here
 * @param notes what one should know of it, though it was done
 * @param done what was saved
 */
public record Taken(int number, List<PackageKey> packages, List<Problem> notes, Batch done) {

    /** Copies the lists. */
    public Taken {
        packages = List.copyOf(packages);
        notes = List.copyOf(notes);
    }
}
