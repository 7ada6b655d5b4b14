package io.marquetry.effect.figures;

import io.marquetry.effect.stats.Estimate;

import java.math.BigDecimal;

/**
 * An amount of money, in the currency of the outcomes.
 *
 * @param total exact
 * @param perHead mean over the targeted profiles, with Student's interval
 */
public record Money(BigDecimal total, Estimate perHead) {}
