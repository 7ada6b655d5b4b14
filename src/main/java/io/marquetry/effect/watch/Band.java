package io.marquetry.effect.watch;

import io.marquetry.effect.stats.Interval;

import java.time.LocalDate;

/**
 * Where the rate of a span is expected.
 *
 * @param expected as it was before any shift
 * @param interval 95 % of spans lie in it as long as nothing shifts
 */
public record Band(LocalDate begins, double expected, Interval interval) {}
