package io.marquetry.dispatch;

import io.marquetry.asset.AssetKey;

import java.math.BigDecimal;
import java.time.LocalTime;
import java.util.Optional;

/**
 * What else holds for a dispatch.
 *
 * @param coupons the coupon whose codes people get, one each; empty: the text has no code
 * @param limits what stops it while it runs
 * @param budget the most that it may cost, in the currency of the price; empty: whatever it costs
 * @param control the share of all people who are kept out of all dispatches for a quarter of a
 *     year, 0 to below 1
 * @param profiling where the source says who wants that something is chosen for them by what is
 *     known of them; empty: nobody is asked
 * @param series the series to which it belongs
 * @param exit who gets nothing because of what they did after what started the series
 * @param local the time of day, by each person's own clock, from which on they are due; empty: any
 */
public record Terms(
        Optional<AssetKey> coupons,
        Limits limits,
        Optional<BigDecimal> budget,
        double control,
        Optional<Dispatch.Consent> profiling,
        Optional<String> series,
        Optional<Exit> exit,
        Optional<LocalTime> local) {

    /** Nothing else holds. */
    public static final Terms NONE =
            new Terms(
                    Optional.empty(),
                    Limits.NONE,
                    Optional.empty(),
                    0,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());

    /** The field that a code fills in a text. */
    public static final String CODE = "code";

    /** Refuses a share that is none. */
    public Terms {
        if (!(control >= 0 && control < 1)) {
            throw new IllegalArgumentException("not a share: " + control);
        }
    }

    /** Returns the same as part of a series, for those who are not out of it. */
    public Terms in(String name, Optional<Exit> out) {
        return new Terms(
                coupons, limits, budget, control, profiling, Optional.of(name), out, local);
    }

    /** Returns the same with codes of a coupon. */
    public Terms withCoupons(AssetKey pool) {
        return new Terms(
                Optional.of(pool), limits, budget, control, profiling, series, exit, local);
    }
}
