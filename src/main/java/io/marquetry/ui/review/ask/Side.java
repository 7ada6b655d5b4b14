package io.marquetry.ui.review.ask;

/**
 * One side of a comparison.
 *
 * @param name what stands over it
 * @param choices how its outcomes are looked at
 */
public record Side(String name, ReviewChoices choices) {}
