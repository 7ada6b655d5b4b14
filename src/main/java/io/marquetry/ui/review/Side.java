package io.marquetry.ui.review;

/**
 * One side of a comparison.
 *
 * @param name what stands over it
 * @param choices how its outcomes are looked at
 */
record Side(String name, ReviewChoices choices) {}
