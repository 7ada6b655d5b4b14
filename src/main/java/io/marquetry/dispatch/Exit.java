package io.marquetry.dispatch;

import java.time.Instant;

/**
 * Who is chosen because they did one thing, and did another after it, gets nothing: whoever bought
 * what they had left in the cart. Asked when the dispatch is planned, before chance is, so of both
 * arms alike; and again of each person right before they are sent to, where it takes nobody out of
 * their arm. The same moment counts as after it, where the two are kept in different streams.
 *
 * @param begun what they were chosen for; the last time counts
 * @param from the first moment at which that counts
 * @param to the first at which it does not
 * @param ended what they must not have done since
 */
public record Exit(Conversion.Events begun, Instant from, Instant to, Conversion.Events ended) {}
