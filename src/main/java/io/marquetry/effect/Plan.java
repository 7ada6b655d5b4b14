package io.marquetry.effect;

import java.util.Collections;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * What was planned before the send.
 *
 * @param shares the part of people that each arm was to get, above 0; they need not add up to 1,
 *     only their ratios count; empty: nobody said
 * @param people how many were to be in all arms together; empty: nobody said
 * @param adjusted whether it was chosen to judge by the difference without what was known of people
 *     before the send; chosen after, whichever difference pleases would be taken
 */
public record Plan(Map<String, Double> shares, OptionalLong people, boolean adjusted) {

    /** Nothing was planned. */
    public static final Plan NONE = new Plan(Map.of(), OptionalLong.empty(), false);

    /** Refuses a share and a number of people that is not above 0. */
    public Plan {
        shares = Collections.unmodifiableMap(new TreeMap<>(shares));
        boolean none = shares.values().stream().anyMatch(s -> !(s > 0) || Double.isInfinite(s));
        if (none || people.orElse(1) < 1) {
            throw new IllegalArgumentException("no plan: " + shares + ", " + people);
        }
    }
}
