package io.marquetry.effect.stats;

/** The smallest effect worth having. */
public sealed interface Worth {

    /**
     * An effect of this size.
     *
     * @param effect above 0; a share as 0 to 1, money per head otherwise
     */
    record Absolute(double effect) implements Worth {

        /** Refuses an effect that is not above 0. */
        public Absolute {
            if (!(effect > 0) || Double.isInfinite(effect)) {
                throw new IllegalArgumentException("no worthwhile effect: " + effect);
            }
        }
    }

    /**
     * A part of what there is without the treatment.
     *
     * @param part above 0: 0.1 is a tenth more than the control's figure
     */
    record Relative(double part) implements Worth {

        /** Refuses a part that is not above 0. */
        public Relative {
            if (!(part > 0) || Double.isInfinite(part)) {
                throw new IllegalArgumentException("no worthwhile part: " + part);
            }
        }
    }

    /** Returns its size where the figure without the treatment is the base. */
    default double of(double base) {
        return switch (this) {
            case Absolute absolute -> absolute.effect();
            case Relative relative -> relative.part() * Math.abs(base);
        };
    }
}
