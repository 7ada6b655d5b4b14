package io.marquetry.effect.figures;

import io.marquetry.effect.stats.Estimate;

/**
 * A share of the targeted profiles.
 *
 * @param count those who did
 * @param of those targeted
 * @param estimate 0 to 1, with Wilson's interval
 */
public record Rate(long count, long of, Estimate estimate) {}
