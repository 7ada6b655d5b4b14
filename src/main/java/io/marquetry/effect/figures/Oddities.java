package io.marquetry.effect.figures;

/**
 * What is wrong with some rows.
 *
 * @param neverSent how many profiles occur in events though nothing was sent to them
 */
record Oddities(Cells cells, TwoArms twoArms, long neverSent) {}
