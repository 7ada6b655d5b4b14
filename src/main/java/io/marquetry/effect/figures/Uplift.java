package io.marquetry.effect.figures;

import java.util.List;

/** What the targeting caused; only a control that chance held out can tell. */
public sealed interface Uplift {

    /** The arms compared, each treated one against the control first. */
    record Measured(List<ArmComparison> comparisons) implements Uplift {

        /** Copies the comparisons. */
        public Measured {
            comparisons = List.copyOf(comparisons);
        }
    }

    /** Nothing can be said about what would have happened anyway. */
    record NoControl(Reason why) implements Uplift {}

    /** Why there is no control. */
    enum Reason {
        /** Chance did not decide who was targeted. */
        NOT_RANDOMISED,
        /** Nobody of this group was held out. */
        NOBODY_HELD_OUT,
        /** Nobody of this group was targeted. */
        NOBODY_TREATED,
        /** Chance cannot have made the arms; {@link EffectAnswer#split} says why. */
        SPLIT_FAILED
    }
}
