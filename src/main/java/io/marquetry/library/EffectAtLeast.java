package io.marquetry.library;

import io.marquetry.base.Problem;
import io.marquetry.effect.stats.Level;

/** How large the effect of an entry has to be, all its runs together, to be looked at. */
public enum EffectAtLeast {
    /** Whatever it is. */
    ANY,
    /** More than nothing, beyond chance. */
    POSITIVE,
    /** As large as what is worth having, beyond chance. */
    WORTHWHILE;

    /** Returns the words for it. */
    public Problem word() {
        return Problem.of("problem.library.effect." + this);
    }

    /** Returns whether all of the interval at 95 % lies where it has to. */
    public boolean holds(LibraryCard card, AdmissionRules rules) {
        double least =
                switch (this) {
                    case ANY -> Double.NEGATIVE_INFINITY;
                    case POSITIVE -> 0;
                    case WORTHWHILE -> rules.worthwhile();
                };
        return this == ANY
                || card.verdict()
                        .pooled()
                        .filter(effect -> effect.interval(Level.OF_95).low() > least)
                        .isPresent();
    }
}
