package io.marquetry.effect.sums;

/**
 * What is wrong with some rows.
 *
 * @param neverSent how many profiles occur in events though nothing was sent to them
 */
public record Oddities(Cells cells, TwoArms twoArms, long neverSent) {}
