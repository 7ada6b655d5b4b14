package io.marquetry.base;

/**
 * Which state of a stored thing somebody saw: a save that states it is refused where another came
 * between.
 *
 * @param number counts the saves of the thing; 0 for one that was stored before saves were counted,
 *     and for one that is not stored yet
 */
public record Revision(long number) {

    /** Nobody counted a save yet. */
    public static final Revision NONE = new Revision(0);

    /** Refuses a negative number. */
    public Revision {
        if (number < 0) {
            throw new IllegalArgumentException("saves are counted from 0: " + number);
        }
    }
}
