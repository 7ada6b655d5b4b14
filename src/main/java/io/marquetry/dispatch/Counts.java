package io.marquetry.dispatch;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * From the audience to the messages: everybody counted once.
 *
 * @param gross the audience
 * @param reasons how many get nothing, by the first reason
 * @param lifted how many would come back if one reason were lifted: those who have no other
 * @param net to whom it is really to be sent
 * @param byRoute the net of each account, in their order; empty where there is one account only
 */
public record Counts(
        long gross,
        Map<Reason, Long> reasons,
        Map<Reason, Long> lifted,
        long control,
        long holdout,
        long net,
        List<Long> byRoute) {

    /** Copies the maps, and holds that the parts are the whole. */
    public Counts {
        reasons = complete(reasons);
        lifted = complete(lifted);
        byRoute = List.copyOf(byRoute);
        long routes = byRoute.stream().mapToLong(Long::longValue).sum();
        if (!byRoute.isEmpty() && routes != net) {
            throw new IllegalArgumentException(routes + " is not " + net);
        }
        long parts = reasons.values().stream().mapToLong(Long::longValue).sum();
        if (gross != parts + control + holdout + net) {
            throw new IllegalArgumentException(
                    gross + " is not " + parts + " + " + control + " + " + holdout + " + " + net);
        }
    }

    /** Counts for a single account. */
    public Counts(
            long gross,
            Map<Reason, Long> reasons,
            Map<Reason, Long> lifted,
            long control,
            long holdout,
            long net) {
        this(gross, reasons, lifted, control, holdout, net, List.of());
    }

    private static Map<Reason, Long> complete(Map<Reason, Long> some) {
        Map<Reason, Long> all = new EnumMap<>(Reason.class);
        for (Reason reason : Reason.values()) {
            all.put(reason, some.getOrDefault(reason, 0L));
        }
        return Collections.unmodifiableMap(all);
    }
}
