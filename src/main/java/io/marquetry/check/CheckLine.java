package io.marquetry.check;

import io.marquetry.base.Problem;

import java.util.Optional;

/**
 * How one check stands.
 *
 * @param about what it found something in, for example the key of a coupon; empty: the package
 *     itself
 * @param what the sentence that tells it; also where nothing was found
 * @param extent how far it goes, in people or thousandths; 0 where it is not a matter of size
 * @param overruled why it may stand, with whoever said so
 */
public record CheckLine(
        CheckKind kind,
        CheckWeight weight,
        String about,
        Problem what,
        long extent,
        Standing standing,
        Optional<Overruling> overruled) {

    /** How something stands that is looked at. */
    public enum Standing {
        /** Nothing was found. */
        SETTLED,
        /** Something was found. */
        OPEN,
        /** Something was found, and somebody said why it may stand. */
        OVERRULED;

        /** Returns the word for it. */
        public Problem word() {
            return Problem.of("problem.checkStanding." + this);
        }
    }

    /** Returns whether the package must not be submitted or approved while this is so. */
    public boolean blocks() {
        return switch (weight) {
            case OFF, TELLS -> false;
            case ASKS -> standing == Standing.OPEN;
            case FORBIDS -> standing != Standing.SETTLED;
        };
    }

    /** Returns whether a reason would let it stand. */
    public boolean canBeOverruled() {
        return weight != CheckWeight.FORBIDS && standing != Standing.SETTLED;
    }
}
