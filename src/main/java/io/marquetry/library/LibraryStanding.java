package io.marquetry.library;

import io.marquetry.base.Problem;

/** How an entry stands today. */
public enum LibraryStanding {
    /** It waits for admission. */
    WAITING,
    /** It works, by enough runs. */
    PROVEN,
    /** It works, by few runs. */
    PROVISIONAL,
    /** It works no longer as it did: to be retired or worked over. */
    FADING,
    /** Its review is due. */
    DUE,
    /** It is not to be used any more. */
    RETIRED;

    /** Returns the word for it, to be part of a sentence. */
    public Problem word() {
        return Problem.of("problem.libraryStanding." + this);
    }

    /** Returns whether a package can be made from an entry that stands so. */
    public boolean usable() {
        return switch (this) {
            case PROVEN, PROVISIONAL, FADING, DUE -> true;
            case WAITING, RETIRED -> false;
        };
    }
}
