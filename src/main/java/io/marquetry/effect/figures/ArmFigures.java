package io.marquetry.effect.figures;

/**
 * The figures of one arm.
 *
 * @param arm as the outcomes call it; empty where they know only one
 * @param control whether it is the arm that chance held out
 */
public record ArmFigures(String arm, boolean control, Figures figures) {}
