package io.marquetry.library;

import io.marquetry.base.Problem;

/** Where an entry of the library is. */
public enum EntryState {
    /** It was put forward and waits for admission. */
    NOMINATED,
    /** Others are made from it. */
    ADMITTED,
    /** It is not to be used any more; what was made from it stays. */
    RETIRED;

    /** Returns the word for it, to be part of a sentence. */
    public Problem word() {
        return Problem.of("problem.libraryState." + this);
    }
}
