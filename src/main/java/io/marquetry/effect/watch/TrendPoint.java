package io.marquetry.effect.watch;

import io.marquetry.effect.figures.Rate;

import java.time.LocalDate;

/**
 * A rate in one span of time.
 *
 * @param begins the span's first day
 */
public record TrendPoint(LocalDate begins, Rate rate) {}
