package io.marquetry.effect.sums;

import java.math.BigDecimal;

/**
 * One of the largest amounts of money.
 *
 * @param profile the key of whose it is; empty where the outcomes do not tell
 * @param amount may be negative
 */
public record LargeAmount(String profile, BigDecimal amount) {}
