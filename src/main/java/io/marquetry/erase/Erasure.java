package io.marquetry.erase;

import java.time.Instant;
import java.util.List;

/**
 * What was done to take a person out of a workspace. It does not name the person, nor anything by
 * which the person could be found.
 *
 * @param number tells this erasure from others
 * @param removed what lost rows
 * @param copies how many backups and damaged files were removed because the person stood in them
 * @param inPlace files of others, and databases on servers, that hold people and are not ours to
 *     change
 * @param naming tags whose rules name the person's key, to be changed by hand
 */
public record Erasure(
        String number,
        Instant at,
        List<From> removed,
        int copies,
        List<String> inPlace,
        List<String> naming) {

    /** Copies the lists. */
    public Erasure {
        removed = List.copyOf(removed);
        inPlace = List.copyOf(inPlace);
        naming = List.copyOf(naming);
    }

    /** Returns the same with the copies that were removed. */
    public Erasure with(int removedCopies) {
        return new Erasure(number, at, removed, removedCopies, inPlace, naming);
    }

    /**
     * What lost rows.
     *
     * @param name of a source or of outcomes, or the number of a dispatch
     */
    public record From(Kind kind, String name, long rows, long events) {}

    /** What people can stand in. */
    public enum Kind {
        SOURCE,
        OUTCOMES,
        DISPATCH
    }
}
