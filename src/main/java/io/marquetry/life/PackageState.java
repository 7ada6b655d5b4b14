package io.marquetry.life;

import io.marquetry.base.Problem;

/** Where a version of a package is in its life. */
public enum PackageState {
    /** It is edited, or was sent back to be. */
    DRAFT,
    /** Somebody else looks at it; nobody edits. */
    IN_REVIEW,
    /** It may go out; nobody edits. */
    APPROVED,
    /** It is out. */
    LIVE,
    /** What it achieved is known. */
    EVALUATED,
    /** Others are made from it. */
    TEMPLATE,
    /** It is put away. */
    ARCHIVED;

    /** Returns the word for it, to be part of a sentence. */
    public Problem word() {
        return Problem.of("problem.packageState." + this);
    }

    /** Returns whether the package must not be edited while a version of it is so. */
    public boolean locks() {
        return switch (this) {
            case IN_REVIEW, APPROVED -> true;
            case DRAFT, LIVE, EVALUATED, TEMPLATE, ARCHIVED -> false;
        };
    }

    /** Returns whether a version that is so went out once: what came before it was judged. */
    public boolean wentLive() {
        return switch (this) {
            case LIVE, EVALUATED, TEMPLATE -> true;
            case DRAFT, IN_REVIEW, APPROVED, ARCHIVED -> false;
        };
    }
}
