package io.marquetry.effect;

/** How it was decided who is targeted: only chance makes a comparison a measure of effect. */
public sealed interface Design {

    /**
     * Chance decided who is in which arm.
     *
     * @param controlArm the arm that got nothing
     * @param plan what was planned before the send
     */
    record Randomised(String controlArm, Plan plan) implements Design {

        /** Makes one of which nobody said what was planned. */
        public Randomised(String controlArm) {
            this(controlArm, Plan.NONE);
        }
    }

    /** Nobody was held out by chance: those not targeted, or not reached, are no control. */
    record Observed() implements Design {}

    /** Returns whether this is the arm that got nothing. */
    default boolean isControl(String arm) {
        return switch (this) {
            case Randomised randomised -> randomised.controlArm().equals(arm);
            case Observed _ -> false;
        };
    }
}
