package io.marquetry.library;

import io.marquetry.base.Problem;

/** How sure it is that a package works. */
public enum Grade {
    /** Enough runs, and hardly a doubt. */
    STANDARD,
    /** Fewer runs, all of them good. */
    PROVISIONAL,
    /** Not sure enough. */
    NONE;

    /** Returns the word for it, to be part of a sentence. */
    public Problem word() {
        return Problem.of("problem.libraryGrade." + this);
    }
}
