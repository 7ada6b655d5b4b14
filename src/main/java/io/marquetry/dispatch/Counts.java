package io.marquetry.dispatch;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * From the audience to the messages: everybody counted once.
 *
 * @param gross the audience
 * @param reasons how many get nothing, by the first reason
 * @param lifted how many would come back if one reason were lifted: those who have no other
 * @param net to whom it is really to be sent
 */
public record Counts(
        long gross,
        Map<Reason, Long> reasons,
        Map<Reason, Long> lifted,
        long control,
        long holdout,
        long net) {

    /** Copies the maps, and holds that the parts are the whole. */
    public Counts {
        reasons = complete(reasons);
        lifted = complete(lifted);
        long parts = reasons.values().stream().mapToLong(Long::longValue).sum();
        if (gross != parts + control + holdout + net) {
            throw new IllegalArgumentException(
                    gross + " is not " + parts + " + " + control + " + " + holdout + " + " + net);
        }
    }

    private static Map<Reason, Long> complete(Map<Reason, Long> some) {
        Map<Reason, Long> all = new EnumMap<>(Reason.class);
        for (Reason reason : Reason.values()) {
            all.put(reason, some.getOrDefault(reason, 0L));
        }
        return Collections.unmodifiableMap(all);
    }
}
